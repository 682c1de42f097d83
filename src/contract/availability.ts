import * as v from 'valibot';
import { Id, Instant, LocalDate, words, type Of } from './values.ts';

/** One appointment of a slot: who does what, with which add-ons, where, from when to when. */
export const SlotAppointment = v.object({
  serviceId: Id,
  addOnIds: v.optional(v.array(Id)),
  therapistId: Id,
  start: Instant,
  end: Instant,
  locationId: v.optional(Id),
  mode: v.optional(words()),
});
export type SlotAppointment = Of<typeof SlotAppointment>;

/** What a patient picks: one start, and every appointment that it books (two for massage, then physiotherapy). */
export const Slot = v.object({
  id: Id,
  start: Instant,
  appointments: v.pipe(v.array(SlotAppointment), v.minLength(1)),
});
export type Slot = Of<typeof Slot>;

/** `GET /availability`: free slots in order of their start, and the first free date after the range. */
export const Availability = v.object({
  timeZone: words(),
  slots: v.array(Slot),
  next: v.optional(v.nullable(LocalDate), null),
});
export type Availability = Of<typeof Availability>;

/** `GET /availability/first`: the earliest slot of all, and each therapist's own. */
export const FirstFree = v.object({
  first: v.optional(v.nullable(Slot), null),
  therapists: v.optional(v.array(v.object({ therapistId: Id, slot: v.optional(v.nullable(Slot), null) })), []),
});
export type FirstFree = Of<typeof FirstFree>;
