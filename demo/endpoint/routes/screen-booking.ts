import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { itemsOf } from '../../../src/domain/checklist/asked.ts';
import {
  evaluate,
  fromResponse,
  isRuledOut,
  phonesFirst,
  screen,
  type Questionnaire,
  type Reason,
  type Screening,
} from '../../../src/domain/checklist/index.ts';
import { addDays, today } from '../../../src/domain/day.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { DAY } from '../schedule/quanta.ts';
import { screenedFor } from '../schedule/screened-for.ts';
import type { Asked, Asking } from './asked.ts';
import { clearancesIn, sameRule } from './clearances.ts';
import { pointer, Refusal, type FieldError } from './problems.ts';

/** What the answers mean for a booking that may be made. */
export interface Screened {
  readonly screenings: readonly Screening[];
  /** By when a doctor has to agree, in milliseconds; undefined where none has to. */
  readonly deadline: number | undefined;
  /** `proposed` where the clinic phones the patient instead of waiting for a doctor. */
  readonly status: 'booked' | 'pending' | 'proposed';
}

/**
 * Screens again, from the answers alone: no outcome that a client sends is trusted. Refuses whatever must not be booked,
 * in words that say what to do instead.
 */
export function screenBooking(asked: Asked<'book'>, appointments: readonly StoredAppointment[]): Screened {
  const { body, words } = asked;
  const response = body.checklist;
  if (!response) throw new Refusal('invalid', { errors: [{ pointer: '/checklist', detail: words.checklist.missing }] });
  if (!isCurrent(asked, response)) throw new Refusal('checklist-changed');
  return screenAnswers(asked, response, appointments);
}

/** What was answered to another version says nothing of these questions, even where they are named alike. */
export const isCurrent = ({ endpoint }: Asking, { questionnaire }: QuestionnaireResponse): boolean =>
  questionnaire === endpoint.checklist.canonical;

/** Answers that were given before, and what has come of them since. */
export interface Earlier {
  /** When they were given, in milliseconds: "I have a fever" is about that day. */
  readonly given: number;
  /** From when on a doctor has time to agree. */
  readonly asked: number;
  /** For what a doctor has agreed already. */
  readonly agreed: readonly Reason[];
}

/** The same, with answers that may have been given before. */
export function screenAnswers(
  asked: Asking,
  response: QuestionnaireResponse,
  appointments: readonly StoredAppointment[],
  earlier: Earlier = { given: asked.now, asked: asked.now, agreed: [] },
): Screened {
  const { endpoint, words, language, now } = asked;
  const { data } = endpoint.clinic;
  const questionnaire = endpoint.checklist.questionnaireIn(language);
  const answers = fromResponse(questionnaire, response);
  const day = today(earlier.given, data.clinic.timeZone);
  const screened = appointments.map((appointment) => {
    const { start } = appointment;
    const services = screenedFor(data, appointment);
    const on = today(start, zoneOf(data, appointment.locationId));
    const { missing, errors } = evaluate(questionnaire, answers, { services });
    return {
      services,
      on,
      start,
      missing,
      errors,
      screening: screen(questionnaire, answers, { services, today: day, on }),
    };
  });

  for (const { screening } of screened) refuseCall(asked, screening);
  const broken = screened.flatMap(({ errors }) => errors.map(({ linkId }) => linkId));
  const missing = screened.flatMap((one) => [...one.missing, ...one.screening.missing]);
  const found = [
    ...fieldErrors(missing, questionnaire, response, words.checklist.unanswered),
    ...fieldErrors(broken, questionnaire, response, words.checklist.wrong),
  ];
  if (found.length > 0 || screened.some(({ screening }) => screening.outcome === 'incomplete'))
    throw new Refusal('invalid', { errors: found });

  const show = (date: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(date));
  const refuse = (detail: string) => new Refusal('not-bookable', { detail });
  for (const { services, on, screening } of screened) {
    if (isRuledOut(screening, services)) throw refuse(words.checklist.ruledOut);
    if (screening.notBefore && on < screening.notBefore)
      throw refuse(words.checklist.notBefore(show(screening.notBefore)));
  }
  const screenings = screened.map(({ screening }) => screening);
  const unclear = screened.filter(({ screening }) =>
    clearancesIn([screening]).some((reason) => !earlier.agreed.some((agreed) => sameRule(agreed, reason))),
  );
  const lead = addDays(today(now, data.clinic.timeZone), data.policy.clearanceLeadDays);
  if (unclear.some(({ on }) => on < lead)) throw refuse(words.checklist.clearanceLead(show(lead)));
  if (unclear.length === 0) return { screenings, deadline: undefined, status: 'booked' };
  return {
    screenings,
    status: phonesFirst(
      unclear.flatMap(({ screening }) => screening.reasons),
      data.policy.phoneFirst,
    )
      ? 'proposed'
      : 'pending',
    deadline: deadlineOf(
      { now, asked: earlier.asked },
      data.policy.clearanceDays,
      unclear.map(({ start }) => start),
    ),
  };
}

/** A stop comes first, even where other questions are still open; it is said in the words of its own rules. */
function refuseCall({ endpoint, words }: Asking, { outcome, reasons }: Screening): void {
  if (outcome !== 'call') return;
  const [, usual] = words.problems['call-clinic'](endpoint.clinic.data.clinic.phone.text);
  const told = reasons
    .filter((reason) => reason.outcome === 'call' && reason.patientText)
    .map((reason) => reason.patientText);
  throw new Refusal('call-clinic', { detail: [...new Set(told), usual].join(' ') });
}

/** The clinic's days for a doctor, but never later than the day before the appointment. */
function deadlineOf(
  { now, asked }: { readonly now: number; readonly asked: number },
  days: number,
  starts: readonly number[],
): number {
  const start = Math.min(...starts);
  return Math.min(asked + days * DAY, start - DAY > now ? start - DAY : start);
}

function fieldErrors(
  linkIds: readonly string[],
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
  say: (question: string) => string,
): readonly FieldError[] {
  return [...new Set(linkIds)].map((linkId) => ({
    pointer: pointer(['checklist', ...(placeOf(response.item, linkId) ?? ['item', '-'])]),
    detail: say(questionOf(questionnaire, linkId)),
  }));
}

const questionOf = ({ items }: Questionnaire, linkId: string): string =>
  itemsOf(items).find((item) => item.linkId === linkId)?.text ?? '';

type ResponseItems = QuestionnaireResponse['item'];

/** Where an item stands in the response, as the path of a pointer. */
function placeOf(items: ResponseItems = [], linkId: string): readonly (string | number)[] | undefined {
  for (const [index, { linkId: id, item, answer = [] }] of items.entries()) {
    if (id === linkId) return ['item', index];
    const inner = placeOf(item, linkId);
    if (inner) return ['item', index, ...inner];
    for (const [at, each] of answer.entries()) {
      const below = placeOf(each.item, linkId);
      if (below) return ['item', index, 'answer', at, ...below];
    }
  }
  return undefined;
}
