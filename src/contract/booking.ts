import * as v from 'valibot';
import { Slot, SlotAppointment } from './availability.ts';
import { Count, Id, Instant, LocalDate, text, words, type Of } from './values.ts';

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
});
export type Booking = Of<typeof Booking>;

/** `GET /holds`: what the bearer still holds, or the booking that it became. */
export const HeldOrBooked = v.union([Hold, Booking]);
export type HeldOrBooked = Of<typeof HeldOrBooked>;

/** Someone who acts for the patient. */
export const RelatedPerson = v.object({
  name: words(200),
  relation: v.optional(text(100)),
  phone: v.optional(text(40)),
});
export type RelatedPerson = Of<typeof RelatedPerson>;

/** Digits as people write them, at least six; what is dialled is made of the digits alone. */
export const PhoneNumber = v.pipe(text(40), v.regex(/^\+?(?:[\s().\-/]*\d){6,15}[\s().\-/]*$/));

/** Something with one @ and a dot behind it; only a message that arrives proves more. */
export const EmailAddress = v.pipe(
  text(254),
  v.regex(/^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@.<>(),;:"[\]\\]{2,}$/),
);

/** Who is treated. E-mail may be missing where a phone is given, and the other way round. */
export const Patient = v.object({
  name: v.pipe(words(200), v.regex(/^[^\r\n]*$/)),
  birthDate: v.optional(LocalDate),
  over18: v.optional(v.boolean()),
  phone: v.optional(PhoneNumber),
  email: v.optional(EmailAddress),
  language: v.optional(text(35)),
  returning: v.optional(v.boolean()),
  reach: v.optional(v.array(v.picklist(['email', 'sms', 'phone']))),
  bookedBy: v.optional(RelatedPerson),
  guardian: v.optional(RelatedPerson),
});
export type Patient = Of<typeof Patient>;

/** A consent text in the version that was shown. */
export const ConsentGiven = v.object({ id: Id, version: words(), signedName: v.optional(text(200)) });
export type ConsentGiven = Of<typeof ConsentGiven>;
