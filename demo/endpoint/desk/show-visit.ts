import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { fromResponse, type AnswerValue, type Item } from '../../../src/domain/checklist/index.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { Endpoint } from '../routes/asked.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { timestamp } from '../schedule/wall-clock.ts';

/** A booking as those at the desk see it: who comes, for what, and what the therapist has to know. */
export function showVisit({ clinic, checklist }: Pick<Endpoint, 'clinic' | 'checklist'>, row: BookingRow) {
  const { data } = clinic;
  const { request, screenings = [] } = row.body ?? {};
  const zone = zoneOf(data, row.appointments[0]?.locationId);
  const waits = row.status === 'pending' || row.status === 'proposed';
  const notes = screenings.flatMap(({ reasons }) => reasons).filter(({ therapistText }) => therapistText);
  return {
    booking: row.id,
    revision: row.revision,
    reference: row.reference ?? '',
    status: row.status,
    made: timestamp(row.created_at.getTime(), zone),
    ...(waits && { deadline: timestamp(row.expires_at.getTime(), zone) }),
    appointments: row.appointments.map((one) => showAppointment(clinic, one)),
    patient: request?.patient,
    note: request?.note ?? '',
    reason: request?.reason ?? '',
    notes: [
      ...new Map(notes.map(({ outcome, therapistText }) => [therapistText, { outcome, text: therapistText }])).values(),
    ],
    sites: [...new Set(screenings.flatMap(({ sites }) => sites))],
    answers: request?.checklist ? answersOf({ clinic, checklist }, request.checklist) : [],
    clearance: row.clearance && {
      ...row.clearance,
      at: timestamp(row.clearance.at, zone),
    },
  };
}

function showAppointment({ data }: Endpoint['clinic'], appointment: BookingRow['appointments'][number]) {
  const { id, serviceId, addOnIds, therapistId, locationId, roomId, start, end } = appointment;
  const zone = zoneOf(data, locationId);
  const service = data.services.find((one) => one.id === serviceId);
  return {
    id,
    start: timestamp(start, zone),
    end: timestamp(end, zone),
    service: service?.name ?? serviceId,
    addOns: addOnIds.map((addOn) => service?.addOns.find((one) => one.id === addOn)?.name ?? addOn),
    therapist: data.therapists.find((one) => one.id === therapistId)?.name ?? therapistId,
    location: data.clinic.locations.find((one) => one.id === locationId)?.name ?? locationId,
    room: roomId,
  };
}

/** What the patient has answered, in the clinic's own words; nothing where the questions are others by now. */
function answersOf({ clinic, checklist }: Pick<Endpoint, 'clinic' | 'checklist'>, response: QuestionnaireResponse) {
  if (response.questionnaire !== checklist.canonical) return [];
  const questionnaire = checklist.questionnaireIn(clinic.languages[0] ?? 'en');
  const answers = fromResponse(questionnaire, response);
  const every = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...every(item.items)]);
  return every(questionnaire.items).flatMap((item) => {
    const given = answers[item.linkId] ?? [];
    return given.length > 0 ? [{ question: item.text, answers: given.map((value) => sayAnswer(item, value)) }] : [];
  });
}

function sayAnswer({ options, unit = '' }: Item, value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const code = typeof value === 'object' ? value.code : value;
  const label = options.find((one) => (typeof one.value === 'object' ? one.value.code : one.value) === code)?.label;
  if (label) return label;
  return typeof value === 'object' ? (value.display ?? value.code ?? '') : `${value} ${unit}`.trim();
}
