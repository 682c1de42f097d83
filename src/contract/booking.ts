import * as v from 'valibot';
import { Slot, SlotAppointment } from './availability.ts';
import { Count, Id, Instant, text, words, type Of } from './values.ts';

/** `POST /holds`: the place is kept while the patient types. `expiresIn` is in seconds, so no clock has to be right. */
export const Hold = v.object({
  token: v.optional(words()),
  expiresIn: Count,
  extensions: v.optional(Count, 0),
  slots: v.array(Slot),
});
export type Hold = Of<typeof Hold>;

/** Words of FHIR's Appointment.status. */
export const statuses = ['proposed', 'pending', 'booked', 'cancelled', 'noshow', 'fulfilled'] as const;
export type BookingStatus = (typeof statuses)[number];

/** One appointment of a booking, with a status of its own. */
export const Appointment = v.object({ ...SlotAppointment.entries, id: Id, status: words() });
export type Appointment = Of<typeof Appointment>;

/** What was agreed to, in the version that was shown; one that was withdrawn stays, with when that was (FHIR's Consent). */
export const ConsentKept = v.object({
  id: Id,
  version: words(),
  text: v.optional(text(4000)),
  signedName: v.optional(text(200)),
  agreedAt: v.optional(Instant),
  withdrawnAt: v.optional(Instant),
});
export type ConsentKept = Of<typeof ConsentKept>;

/** What the patient walks away with. `reference` is short and readable aloud; `manageToken` is shown once. */
export const Booking = v.object({
  id: Id,
  reference: words(20),
  revision: v.optional(Count, 1),
  status: words(),
  appointments: v.array(Appointment),
  manageToken: v.optional(words()),
  clearance: v.optional(v.object({ deadline: Instant })),
  undoFor: v.optional(Count),
  next: v.optional(v.array(text(2000)), []),
  consents: v.optional(v.array(ConsentKept)),
});
export type Booking = Of<typeof Booking>;

/** `GET /holds`: what the bearer still holds, or the booking that it became. */
export const HeldOrBooked = v.union([Hold, Booking]);
export type HeldOrBooked = Of<typeof HeldOrBooked>;
