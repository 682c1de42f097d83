import * as v from 'valibot';
import { Count, Id, LocalDate, text, words, type Of } from '../../../src/contract/index.ts';

/** Which day: today where none is named. */
export const DayQuery = v.object({ date: v.optional(LocalDate) });
export type DayQuery = Of<typeof DayQuery>;

/** What somebody answered about a booking that waits. `revision` is the one that was looked at. */
export const ClearanceAnswer = v.object({
  booking: Id,
  revision: Count,
  answer: v.picklist(['no-objection', 'with-limits', 'advises-against']),
  by: words(200),
  until: v.optional(LocalDate),
  limits: v.optional(text(2000)),
});
export type ClearanceAnswer = Of<typeof ClearanceAnswer>;

/** Which wish for a call is fulfilled. */
export const CalledBack = v.object({ id: Id });
export type CalledBack = Of<typeof CalledBack>;
