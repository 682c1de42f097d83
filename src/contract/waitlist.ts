/** Waiting for a time to become free. The widget makes none of these calls. */
import * as v from 'valibot';
import type { RequestShape } from './requests.ts';
import { EmailAddress, Id, LocalDate, LocalTime, PhoneNumber, text, words, type Of } from './values.ts';

const Several = v.pipe(v.array(Id), v.minLength(1), v.maxLength(10));

/** Who is told when a time is free, and how. */
export const WaitingContact = v.object({
  name: v.pipe(words(200), v.regex(/^[^\r\n]*$/)),
  email: v.optional(EmailAddress),
  phone: v.optional(PhoneNumber),
  language: v.optional(text(35)),
  reach: v.optional(v.array(v.picklist(['email', 'sms', 'phone']))),
});

/** `POST /waitlist`: any of these services, by any of these therapists; `from` is included, `to` is not. */
export const WaitlistRequest = v.object({
  serviceIds: Several,
  therapistIds: v.optional(Several),
  from: LocalDate,
  to: LocalDate,
  /** Times of day at which it may begin; any where absent. */
  times: v.optional(v.pipe(v.array(v.object({ from: LocalTime, to: LocalTime })), v.minLength(1), v.maxLength(5))),
  contact: WaitingContact,
});
export type WaitlistRequest = Of<typeof WaitlistRequest>;

/** A place on the list; `token` gives it up again. */
export const Waiting = v.object({ id: Id, token: v.optional(words()) });
export type Waiting = Of<typeof Waiting>;

export const waitlistCalls = {
  wait: { method: 'POST', path: '/waitlist', answer: Waiting, status: 201 },
  stopWaiting: { method: 'DELETE', path: '/waitlist', answer: null },
} as const;

export const waitlistRequests = {
  wait: { body: WaitlistRequest, problems: ['invalid', 'not-found', 'already-waiting', 'key-reused', 'in-progress'] },
  stopWaiting: { bearer: 'wait', problems: ['unauthorized'] },
} as const satisfies Record<keyof typeof waitlistCalls, RequestShape>;
