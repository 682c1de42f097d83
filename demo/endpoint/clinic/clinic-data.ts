import * as v from 'valibot';
import {
  Clinic,
  Count,
  EmailAddress,
  Id,
  LocalDate,
  LocalTime,
  OwnField,
  Policy,
  QuestionnaireResource,
  Service,
  Therapist,
  text,
  words,
  type Of,
} from '../../../src/contract/index.ts';
import { MessageData } from './message-data.ts';

const Hours = v.object({ from: LocalTime, to: LocalTime });
const Days = v.object({ from: LocalDate, to: LocalDate });

/** When and where a therapist works, week by week; ISO 8601 weekdays, Monday is 1. */
const Shift = v.object({
  ...Hours.entries,
  days: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  locationId: Id,
  breaks: v.optional(v.array(Hours), []),
});
export type Shift = Of<typeof Shift>;

/** A service as the catalog shows it, and what it needs besides a therapist. `buffer` is in minutes. */
const PlannedService = v.object({
  ...Service.entries,
  /** Of every service that is given at the clinic, but a visit, whose parts have theirs. */
  roomKind: v.optional(Id),
  buffer: v.optional(v.object({ before: Count, after: Count }), { before: 0, after: 0 }),
});
export type PlannedService = Of<typeof PlannedService>;

/** A therapist as the catalog shows them, and their weeks. `email` is where they are told of their appointments. */
const RosteredTherapist = v.object({
  ...Therapist.entries,
  email: v.optional(EmailAddress),
  roster: v.array(Shift),
  timeOff: v.optional(v.array(Days), []),
});
export type RosteredTherapist = Of<typeof RosteredTherapist>;

/** A room, and the kinds of treatment that it suits. */
const Room = v.object({ id: Id, locationId: Id, kinds: v.array(Id) });
export type Room = Of<typeof Room>;

/** A clinic in one file: the catalog, and what only the endpoint needs to know. */
export const ClinicData = v.object({
  clinic: Clinic,
  policy: v.object({
    ...Policy.entries,
    /** Whether a new patient's first booking needs a code that is sent to their contact. */
    confirmContact: v.optional(v.boolean(), false),
    /** What this clinic asks for besides; the desk alone gets to see it. */
    fields: v.optional(v.array(OwnField), []),
  }),
  services: v.array(PlannedService),
  therapists: v.array(RosteredTherapist),
  rooms: v.array(Room),
  closures: v.optional(v.array(v.object({ ...Days.entries, locationId: v.optional(Id) })), []),
  /** How many days after its last appointment a booking is erased; kept for ever where absent, or as the server says. */
  retentionDays: v.optional(v.pipe(Count, v.minValue(1))),
  /** Origins of this clinic's pages; they count instead of `ALLOWED_ORIGINS`. */
  origins: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?:https?:\/\/[^\s/]+|null)$/)))),
  /** What a patient should know once the booking is made. */
  afterBooking: v.optional(v.array(text(2000)), []),
  messages: v.optional(MessageData, {}),
  /** Whether patients may wait for a time, and how long one that became free is kept for each of them. */
  waitlist: v.optional(v.object({ offerMinutes: v.optional(v.pipe(Count, v.minValue(10)), 120) })),
  /** Longer forms that the clinic would like filled in before the visit; for some services, or for all. */
  forms: v.optional(v.array(v.object({ services: v.optional(v.array(Id)), questionnaire: QuestionnaireResource })), []),
  /** The clinic's own checklist, instead of the default one. */
  checklist: v.optional(QuestionnaireResource),
  /** Who stands behind the checklist, since when, and in which version; until then it is a draft. */
  checklistReview: v.optional(v.object({ by: words(200), date: LocalDate, version: words() })),
});
export type ClinicData = Of<typeof ClinicData>;
