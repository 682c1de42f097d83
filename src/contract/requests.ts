/** What goes into each call: query, body, whether a bearer is needed, and which problems may come back. */
import * as v from 'valibot';
import { ConsentGiven, Patient } from './patient.ts';
import type { CallName } from './calls.ts';
import { OwnFieldValues } from './own-fields.ts';
import { QuestionnaireResponse } from './response.ts';
import type { ProblemName } from './problem.ts';
import { Id, LocalDate, text, words, type Of } from './values.ts';

/** `GET /availability`. `from` is included, `to` is not; at most 62 days apart. No `therapist`: anybody. */
export const AvailabilityQuery = v.object({
  service: Id,
  from: LocalDate,
  to: LocalDate,
  addOn: v.optional(v.array(Id), []),
  location: v.optional(Id),
  therapist: v.optional(v.array(Id), []),
});
export type AvailabilityQuery = Of<typeof AvailabilityQuery>;

/** `GET /availability/first`. */
export const FirstFreeQuery = v.object({
  service: Id,
  addOn: v.optional(v.array(Id), []),
  location: v.optional(Id),
});
export type FirstFreeQuery = Of<typeof FirstFreeQuery>;

/**
 * `POST /holds`: all of these slots or none; `replaces` is the token of a hold that is given up for it, or the manage
 * token of a booking that it is to move, whose own times are not in its way.
 */
export const HoldRequest = v.object({
  slotIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(24)),
  replaces: v.optional(words()),
});
export type HoldRequest = Of<typeof HoldRequest>;

/**
 * `POST /bookings`: turns the bearer's hold into a booking. No outcome travels: the endpoint screens for itself.
 * `changedAnswers` are linkIds whose answer was changed after it had stopped the booking; the therapist is told. `source`
 * is one of the catalog's `policy.sources`; another is dropped, since no patient can help what their page sends.
 */
export const BookingRequest = v.object({
  patient: Patient,
  checklist: v.optional(QuestionnaireResponse),
  consents: v.optional(v.pipe(v.array(ConsentGiven), v.maxLength(20)), []),
  note: v.optional(text(4000)),
  reason: v.optional(text(4000)),
  code: v.optional(text(100)),
  fields: v.optional(OwnFieldValues),
  payment: v.optional(text()),
  source: v.optional(text(100)),
  changedAnswers: v.optional(v.pipe(v.array(Id), v.maxLength(200))),
});
export type BookingRequest = Of<typeof BookingRequest>;

/** What goes into a call, whichever it is. */
export interface RequestShape {
  readonly query?: v.GenericSchema;
  readonly body?: v.GenericSchema;
  readonly bearer?: 'hold' | 'manage' | 'wait';
  /** Whether it changes a booking, and needs the revision that it was seen with as `If-Match`. */
  readonly revised?: boolean;
  readonly problems: readonly ProblemName[];
}

export const requests = {
  catalog: { problems: ['not-found'] },
  availability: { query: AvailabilityQuery, problems: ['not-found', 'invalid'] },
  firstFree: { query: FirstFreeQuery, problems: ['not-found', 'invalid'] },
  checklist: { problems: ['not-found'] },
  hold: {
    body: HoldRequest,
    problems: ['invalid', 'slot-taken', 'not-bookable', 'too-many-holds', 'key-reused', 'in-progress'],
  },
  held: { bearer: 'hold', problems: ['unauthorized', 'hold-expired'] },
  extend: { bearer: 'hold', problems: ['unauthorized', 'hold-expired', 'key-reused', 'in-progress'] },
  release: { bearer: 'hold', problems: ['unauthorized'] },
  book: {
    bearer: 'hold',
    body: BookingRequest,
    problems: [
      'unauthorized',
      'hold-expired',
      'invalid',
      'not-bookable',
      'code-unknown',
      'checklist-changed',
      'call-clinic',
      'key-reused',
      'in-progress',
    ],
  },
} as const satisfies Record<CallName, RequestShape>;
