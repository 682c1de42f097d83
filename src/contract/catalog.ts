import * as v from 'valibot';
import { OwnField } from './own-fields.ts';
import { Count, Id, Instant, LocalTime, Money, Phone, text, WebAddress, words, type Of } from './values.ts';

/** Hours of one or more weekdays; ISO 8601 numbers, Monday is 1. */
export const OpeningHours = v.object({
  days: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  from: LocalTime,
  to: LocalTime,
});
export type OpeningHours = Of<typeof OpeningHours>;

/** A place that patients come to. */
export const Location = v.object({
  id: Id,
  name: words(),
  address: v.optional(text()),
  phone: v.optional(Phone),
  timeZone: v.optional(words()),
  openingHours: v.optional(v.array(OpeningHours)),
});
export type Location = Of<typeof Location>;

/** What the clinic wants everybody to know for a time; `closed` stops online booking meanwhile. */
export const Notice = v.object({
  text: words(2000),
  from: v.optional(Instant),
  to: v.optional(Instant),
  closed: v.optional(v.boolean()),
});
export type Notice = Of<typeof Notice>;

/** The clinic itself. `timeZone` is an IANA name; `emergencyNumber` is never guessed. */
export const Clinic = v.object({
  id: Id,
  name: words(),
  timeZone: words(),
  languages: v.optional(v.array(words(35))),
  phone: Phone,
  email: v.optional(text()),
  address: v.optional(text()),
  openingHours: v.optional(v.array(OpeningHours)),
  emergencyNumber: v.optional(words(15)),
  privacyUrl: v.optional(WebAddress),
  logo: v.optional(WebAddress),
  notice: v.optional(Notice),
  locations: v.pipe(v.array(Location), v.minLength(1)),
});
export type Clinic = Of<typeof Clinic>;

/** Something that lengthens a service: hot towels, cupping. It may need screening for more than the service does. */
export const AddOn = v.object({
  id: Id,
  name: words(),
  minutes: Count,
  price: v.optional(Money),
  screening: v.optional(v.array(words()), []),
});
export type AddOn = Of<typeof AddOn>;

/** One part of a visit; `gap` is the pause before it, in minutes. */
export const Part = v.object({ serviceId: Id, gap: v.optional(v.object({ min: Count, max: Count })) });
export type Part = Of<typeof Part>;

/** What can be booked. A visit is a service too, with its `parts` in order. */
export const Service = v.object({
  id: Id,
  name: words(),
  summary: v.optional(text(2000), ''),
  kind: v.optional(text(), ''),
  minutes: v.pipe(Count, v.minValue(1)),
  price: v.optional(Money),
  newPatients: v.optional(v.boolean(), true),
  symptoms: v.optional(v.array(words()), []),
  bodyAreas: v.optional(v.array(words()), []),
  conditions: v.optional(v.array(words()), []),
  screening: v.optional(v.array(words()), ['all']),
  family: v.optional(text()),
  addOns: v.optional(v.array(AddOn), []),
  modes: v.optional(v.array(words()), ['clinic']),
  locationIds: v.optional(v.array(Id)),
  listed: v.optional(v.boolean(), true),
  parts: v.optional(v.array(Part)),
});
export type Service = Of<typeof Service>;

/** Who treats. `gender` is there because patients ask for it in bodywork. */
export const Therapist = v.object({
  id: Id,
  name: words(),
  pronouns: v.optional(text()),
  credentials: v.optional(v.array(words()), []),
  bio: v.optional(text(4000)),
  photo: v.optional(WebAddress),
  languages: v.optional(v.array(words(35)), []),
  gender: v.optional(text()),
  serviceIds: v.optional(v.array(Id), []),
  locationIds: v.optional(v.array(Id)),
});
export type Therapist = Of<typeof Therapist>;

/** Words that the patient agrees to; the version goes along with the booking. */
export const ConsentText = v.object({
  id: Id,
  version: words(),
  text: words(4000),
  required: v.optional(v.boolean(), true),
});
export type ConsentText = Of<typeof ConsentText>;

/** Whether a field of the details step is asked. */
export const Ask = v.picklist(['required', 'optional', 'hidden']);
export type Ask = v.InferOutput<typeof Ask>;

/** The clinic's rules; the endpoint enforces them, the widget only repeats them. */
export const Policy = v.object({
  minNoticeMinutes: v.optional(Count, 0),
  horizonDays: v.optional(Count, 90),
  holdMinutes: v.optional(Count, 10),
  cancelNoticeHours: v.optional(Count),
  undoMinutes: v.optional(Count),
  maxUpcoming: v.optional(Count),
  clearanceDays: v.optional(Count, 7),
  clearanceLeadDays: v.optional(Count, 3),
  text: v.optional(text(4000)),
  consents: v.optional(v.array(ConsentText), []),
  details: v.optional(
    v.object({
      phone: v.optional(Ask, 'required'),
      email: v.optional(Ask, 'optional'),
      birthDate: v.optional(Ask, 'optional'),
      note: v.optional(Ask, 'optional'),
    }),
    {},
  ),
  fields: v.optional(v.array(OwnField), []),
  /** Questions of the checklist for which a therapist phones the patient first, where a doctor would have to agree. */
  phoneFirst: v.optional(v.array(Id), []),
  /** The words that a page may send along as a booking's `source`. */
  sources: v.optional(v.array(Id), []),
});
export type Policy = Of<typeof Policy>;

/** `GET /catalog`: who the clinic is, what it offers, who treats, and its rules. */
export const Catalog = v.object({
  contract: v.literal('1'),
  supports: v.optional(v.array(v.string()), []),
  clinic: Clinic,
  services: v.array(Service),
  therapists: v.optional(v.array(Therapist), []),
  policy: v.optional(Policy, {}),
});
export type Catalog = Of<typeof Catalog>;
