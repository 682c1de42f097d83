import { itemsOf } from '../../../src/domain/checklist/asked.ts';
import { screens } from '../../../src/domain/checklist/evaluate.ts';
import type { Questionnaire, Reason } from '../../../src/domain/checklist/index.ts';
import type { Checklist } from '../clinic/load-checklist.ts';
import { isWaiting, type BookingRow } from '../db/bookings.ts';
import { formsOf, type FormRow } from '../db/forms.ts';
import { formsFor } from '../manage/forms.ts';
import type { Endpoint } from '../routes/asked.ts';
import { readAs } from '../routes/response-items.ts';
import { showConsents } from '../routes/show-consents.ts';
import { modeShown } from '../schedule/mode.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { timestamp } from '../schedule/wall-clock.ts';
import { answersTo, writtenIn } from './answers-to.ts';

/** A booking as those at the desk see it: who comes, for what, and what the therapist has to know. */
export async function showVisit(
  { db, clinic, checklist }: Pick<Endpoint, 'db' | 'clinic' | 'checklist'>,
  row: BookingRow,
) {
  const { data } = clinic;
  const language = clinic.languages[0] ?? 'en';
  const saved = await formsOf(db, clinic.id, row.id);
  const { request, screenings = [] } = row.body ?? {};
  const zone = zoneOf(data, row.appointments[0]?.locationId);
  const said = (reason: Reason) =>
    reason.therapistText ||
    (reason.outcome === 'clearance' ? questionOf(reason.linkId) || reason.patientText || reason.linkId : '');
  /** As it is asked today, else as the patient has read it. */
  const questionOf = (linkId: string) =>
    itemsOf(checklist.questionnaireIn(language).items).find((item) => item.linkId === linkId)?.text ||
    readAs(request?.checklist, linkId);
  const notes = screenings
    .flatMap(({ reasons }) => reasons)
    .map((reason) => [said(reason), reason.outcome] as const)
    .filter(([text]) => text);
  return {
    booking: row.id,
    revision: row.revision,
    reference: row.reference ?? '',
    status: row.status,
    made: timestamp(row.created_at.getTime(), zone),
    ...(isWaiting(row) && { deadline: timestamp(row.expires_at.getTime(), zone) }),
    appointments: row.appointments.map((one) => showAppointment(clinic, one)),
    patient: request?.patient,
    note: request?.note ?? '',
    reason: request?.reason ?? '',
    source: request?.source ?? '',
    fields: data.policy.fields
      .flatMap(({ id, label }) => ({ label, value: request?.fields?.[id]?.trim() ?? '' }))
      .filter(({ value }) => value),
    notes: [...new Map(notes)].map(([text, outcome]) => ({ outcome, text })),
    written: (request?.checklist ? writtenIn(request.checklist) : []).map(({ linkId, text }) => ({
      question: questionOf(linkId),
      text,
    })),
    changedAnswers: (request?.changedAnswers ?? [])
      .filter((linkId) => decides(checklist.questionnaireIn(language), linkId))
      .flatMap((linkId) => questionOf(linkId) || []),
    sites: [...new Set(screenings.flatMap(({ sites }) => sites))],
    answers: request?.checklist ? answersTo(checklist, request.checklist, language) : [],
    consents: showConsents(clinic, row.body, language),
    forms: formsFor(clinic, row).map((form) => showForm(form, saved, language)),
    clearance: row.clearance && {
      ...row.clearance,
      at: timestamp(row.clearance.at, zone),
    },
  };
}

/** Whether an answer screens, says where to keep off, or decides what else is asked; one of a checklist that is no more may have. */
function decides({ items }: Questionnaire, linkId: string): boolean {
  const all = itemsOf(items);
  const asked = all.find((item) => item.linkId === linkId);
  const rules = all.flatMap((item) => [item, ...item.options]).flatMap((one) => one.rules);
  const conditions = all.flatMap((item) => item.conditions);
  return (
    !asked ||
    screens(asked) ||
    rules.some(({ site }) => site === linkId) ||
    conditions.some(({ question }) => question === linkId)
  );
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
    ...modeShown(service),
  };
}

/** A longer form, how far it is, and what was saved of it. */
function showForm(form: Checklist, saved: readonly FormRow[], language: string) {
  const { title } = form.questionnaireIn(language);
  const one = saved.find(({ questionnaire }) => questionnaire === form.canonical) ?? earlier(form, saved);
  return {
    title: title || 'Before the visit',
    complete: one?.complete ?? false,
    started: one !== undefined,
    answers: one ? answersTo(form, one.response, language) : [],
  };
}

/** What was filled in while the form had another version is still what the patient said. */
const earlier = ({ canonical }: Checklist, saved: readonly FormRow[]) =>
  saved.findLast(({ questionnaire }) => urlOf(questionnaire) === urlOf(canonical));

const urlOf = (canonical: string) => canonical.split('|', 1)[0];
