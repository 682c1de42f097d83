import { delimiter } from 'node:path';
import { checklistOf } from '../clinic/checklist-of.ts';
import { loadClinics } from '../clinic/load-clinics.ts';
import type { Environment } from '../environment.ts';
import { CannotDo, type Output } from './command.ts';

/** Reads clinics' files as the server would. */
export function check(paths: readonly string[], { CLINIC = '' }: Environment, { say }: Output): number {
  try {
    for (const clinic of loadClinics(paths.join(delimiter) || CLINIC)) {
      const { id, data } = clinic;
      checklistOf(clinic, (doubt) => say(`${id}: ${doubt}`));
      say(`${id} is right: ${data.services.length} services, ${data.therapists.length} therapists.`);
    }
    return 0;
  } catch (error) {
    throw error instanceof Error ? new CannotDo(error.message) : error;
  }
}
