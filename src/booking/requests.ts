/** What the booking sends, made from its state. */
import type { AvailabilityQuery, BookingRequest, FirstFreeQuery } from '../contract/requests.ts';
import { isCoding } from '../domain/checklist/answer.ts';
import { toResponse, type AnswerValue } from '../domain/checklist/index.ts';
import { addMonths } from '../domain/day.ts';
import { toPatient } from '../domain/details.ts';
import { screeningContext } from './selectors.ts';
import type { BookingState } from './state.ts';

/** One month of free times for what is chosen; days that are over are not asked for. */
export function availabilityQuery(state: BookingState, month: string): AvailabilityQuery {
  const first = `${month}-01`;
  return {
    service: state.serviceId,
    from: first < state.today ? state.today : first,
    to: `${addMonths(month, 1)}-01`,
    addOn: state.addOnIds,
    location: state.locationId || undefined,
    therapist: state.therapistIds,
  };
}

/** The first free times of a service; its add-ons count only once it is the chosen one. */
export const firstFreeQuery = (state: BookingState, service: string): FirstFreeQuery => ({
  service,
  addOn: service === state.serviceId ? state.addOnIds : [],
  location: state.locationId || undefined,
});

/** The whole booking, as the patient confirms it. */
export function bookingRequest(state: BookingState, language: string): BookingRequest {
  const { catalog, checklist, answers, answersAtStop, details, consented, signature, code } = state;
  const consents = catalog.value?.policy.consents.filter(({ id }) => consented.includes(id)) ?? [];
  return {
    patient: toPatient(details, language),
    checklist: checklist.value && toResponse(checklist.value, answers, screeningContext(state)),
    consents: consents.map(({ id, version }) => ({ id, version, signedName: signature.trim() || undefined })),
    note: details.note.trim() || undefined,
    fields: details.fields,
    code,
    changedAnswers: Object.keys(answersAtStop).filter((linkId) =>
      answersAtStop[linkId]!.some((then) => !answers[linkId]?.some((now) => told(now).includes(told(then)))),
    ),
  };
}

/** An answer as it is told from others, so that one in which it goes on, as a date does that is still typed, has it inside. */
const told = (value: AnswerValue) => (isCoding(value) ? `|${value.code}|` : `${value}`);
