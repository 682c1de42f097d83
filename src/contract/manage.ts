/** What a patient does with a booking that is made, by its manage token. The widget of the booking makes none of it. */
import * as v from 'valibot';
import { Booking } from './booking.ts';
import { QuestionnaireResource } from './checklist.ts';
import type { RequestShape } from './requests.ts';
import { QuestionnaireResponse } from './response.ts';
import { Id, text, words, type Of } from './values.ts';

const SomeAppointments = v.pipe(v.array(Id), v.minLength(1), v.maxLength(24));

/**
 * `POST /booking/reschedule`: `hold` is the token of the new times. Without ids, all appointments move. `checklist` has the
 * answers to the health questions as they are now, where `checklist-changed` has asked for them.
 */
export const RescheduleRequest = v.object({
  hold: words(),
  appointmentIds: v.optional(SomeAppointments),
  checklist: v.optional(QuestionnaireResponse),
});
export type RescheduleRequest = Of<typeof RescheduleRequest>;

/** `POST /booking/cancel`: without ids, the whole booking. */
export const CancelRequest = v.object({
  appointmentIds: v.optional(SomeAppointments),
  reason: v.optional(text(2000)),
});
export type CancelRequest = Of<typeof CancelRequest>;

/** `POST /booking/withdraw`: takes consents back. What was done until then stays allowed; the clinic is told. */
export const WithdrawRequest = v.object({ consentIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)) });
export type WithdrawRequest = Of<typeof WithdrawRequest>;

/** A booking as its patient manages it; `coming` once they have said so. */
export const ManagedBooking = v.object({ ...Booking.entries, coming: v.optional(v.boolean()) });
export type ManagedBooking = Of<typeof ManagedBooking>;

/** A longer form that the clinic wants before the visit, with what was saved of it so far. */
export const Form = v.object({
  questionnaire: QuestionnaireResource,
  response: v.optional(QuestionnaireResponse),
  complete: v.optional(v.boolean(), false),
});
export const Forms = v.object({ forms: v.array(Form) });
export type Forms = Of<typeof Forms>;

/** `POST /booking/forms`: saved as it is; `complete` only with everything answered that is required. */
export const SaveFormRequest = v.object({ response: QuestionnaireResponse, complete: v.optional(v.boolean(), false) });
export type SaveFormRequest = Of<typeof SaveFormRequest>;

export const manageCalls = {
  booking: { method: 'GET', path: '/booking', answer: ManagedBooking },
  reschedule: { method: 'POST', path: '/booking/reschedule', answer: ManagedBooking },
  cancel: { method: 'POST', path: '/booking/cancel', answer: ManagedBooking },
  undo: { method: 'POST', path: '/booking/undo', answer: ManagedBooking },
  coming: { method: 'POST', path: '/booking/coming', answer: ManagedBooking },
  withdraw: { method: 'POST', path: '/booking/withdraw', answer: ManagedBooking },
  forms: { method: 'GET', path: '/booking/forms', answer: Forms },
  saveForm: { method: 'POST', path: '/booking/forms', answer: Forms },
  calendar: { method: 'GET', path: '/booking/calendar', answer: null, status: 200, content: 'text/calendar' },
} as const;

const gone = ['unauthorized', 'not-found'] as const;
const changes = [...gone, 'invalid', 'changed-meanwhile', 'too-late', 'key-reused', 'in-progress'] as const;

export const manageRequests = {
  booking: { bearer: 'manage', problems: gone },
  reschedule: {
    bearer: 'manage',
    revised: true,
    body: RescheduleRequest,
    problems: [...changes, 'slot-taken', 'hold-expired', 'not-bookable', 'screening-changed', 'checklist-changed'],
  },
  cancel: { bearer: 'manage', revised: true, body: CancelRequest, problems: changes },
  undo: { bearer: 'manage', revised: true, problems: [...changes, 'slot-taken'] },
  coming: { bearer: 'manage', problems: [...gone, 'too-late', 'key-reused', 'in-progress'] },
  withdraw: {
    bearer: 'manage',
    body: WithdrawRequest,
    problems: [...gone, 'invalid', 'key-reused', 'in-progress'],
  },
  forms: { bearer: 'manage', problems: gone },
  saveForm: { bearer: 'manage', body: SaveFormRequest, problems: [...gone, 'invalid', 'key-reused', 'in-progress'] },
  calendar: { bearer: 'manage', problems: gone },
} as const satisfies Record<keyof typeof manageCalls, RequestShape>;
