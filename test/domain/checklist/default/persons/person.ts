/** How a person is written down: in two lines, with what a clinician would expect of them. It is 23 November 2026. */
import type { Screening } from '../../../../../src/domain/checklist/index.ts';
import type { Told } from '../patient.ts';

/** What is expected; what is left out is expected to be none. */
export interface Expected extends Partial<Pick<Screening, 'notBefore' | 'ruledOut' | 'sites'>> {
  /** An outcome, or of a call how urgent it is. */
  readonly outcome: string;
}

/** Who, for which service, what they tell beside "no", what is expected, and on which day they come. */
export type Person = readonly [who: string, services: readonly string[], told: Told, expected: Expected, on?: string];

export const deep = ['all', 'deep'];
export const relax = ['all', 'relax'];
export const drainage = ['all', 'mld'];
export const scar = ['all', 'scar'];
export const prenatal = ['all', 'prenatal'];
export const hot = ['all', 'hot'];
export const physio = ['pt'];

export const book: Expected = { outcome: 'book' };
export const adapt: Expected = { outcome: 'adapt' };
export const clearance: Expected = { outcome: 'clearance' };
export const clinic: Expected = { outcome: 'clinic' };
export const sameDay: Expected = { outcome: 'same-day' };
export const emergency: Expected = { outcome: 'emergency' };

export const has = (...conditions: readonly string[]) => ({ conditions });
