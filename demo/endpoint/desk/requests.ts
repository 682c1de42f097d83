import * as v from 'valibot';
import { Count, EmailAddress, Id, LocalDate, PhoneNumber, text, words, type Of } from '../../../src/contract/index.ts';

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

/** Which booking. */
export const BookingNamed = v.object({ booking: Id });
export type BookingNamed = Of<typeof BookingNamed>;

/** Which wish for a call is fulfilled. */
export const CalledBack = v.object({ id: Id });
export type CalledBack = Of<typeof CalledBack>;

/** Whose records are to be copied: a contact, and a name where several people share it. */
export const PatientWanted = v.object({
  contact: v.union([EmailAddress, PhoneNumber]),
  name: v.optional(words(200)),
});
export type PatientWanted = Of<typeof PatientWanted>;

/** Whose are to be erased; with `upcoming` also what is still to come, of which nobody is told. */
export const PatientErased = v.object({ ...PatientWanted.entries, upcoming: v.optional(v.boolean(), false) });
export type PatientErased = Of<typeof PatientErased>;
