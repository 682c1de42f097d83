import type { Reason, Screening } from '../../../src/domain/checklist/index.ts';

/** The reasons for which a doctor has to agree. */
export const clearancesIn = (screenings: readonly Screening[]): readonly Reason[] =>
  screenings
    .filter(({ outcome }) => outcome === 'clearance')
    .flatMap(({ reasons }) => reasons.filter(({ outcome }) => outcome === 'clearance'));

/**
 * Whether two reasons come of one rule. Who agrees to a massage seven weeks after surgery has not agreed to one after
 * three: that is another rule of the same question. Words may differ, by the language.
 */
export const sameRule = (one: Reason, other: Reason): boolean => ruleOf(one) === ruleOf(other);

const ruleOf = ({ linkId, services, min, max, withinDays, beforeDays, ageUnder }: Reason): string =>
  JSON.stringify([linkId, services, min, max, withinDays, beforeDays, ageUnder]);
