import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { fromResponse, type Reason, type Screening } from '../../../src/domain/checklist/index.ts';
import { today } from '../../../src/domain/day.ts';
import { isWaiting, type BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import type { Asking } from '../routes/asked.ts';
import { clearancesIn } from '../routes/clearances.ts';
import { Refusal } from '../routes/problems.ts';
import { readAs } from '../routes/response-items.ts';
import { isCurrent, screenAnswers, type Screened } from '../routes/screen-booking.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { DAY } from '../schedule/quanta.ts';
import { sameAnswers } from './changed-answers.ts';
import { isStanding, standingOf } from './managed.ts';

export interface Move {
  readonly chosen: readonly StoredAppointment[];
  /** Where each of them goes. */
  readonly held: readonly StoredAppointment[];
  /** What the patient answers now; what they answered before counts where this is absent. */
  readonly answers?: QuestionnaireResponse | undefined;
}

/** What the answers mean for a booking some of whose appointments move. */
export interface ScreenedAgain {
  /** One for each appointment of the booking. */
  readonly screenings: readonly Screening[];
  readonly deadline: number | undefined;
  readonly status: Screened['status'];
}

/**
 * Screens for the new dates, by the clinic's questions of today: answers to an older version are asked for anew. Answers
 * that were given before count as of then; new ones also hold for what stays where it is. What a doctor has agreed to is
 * not asked again, and who has to be asked still has no more time for it than before. Refuses, in words, what cannot be
 * on that date.
 */
export function screenAgain(asked: Asking, row: BookingRow, move: Move): ScreenedAgain {
  const { chosen, held, answers } = move;
  const { body, created_at, expires_at } = row;
  const response = answers ?? body?.request.checklist;
  if (!body || !response || !isCurrent(asked, response))
    throw new Refusal('checklist-changed', { detail: asked.words.manage.newQuestions });
  const waits = isWaiting(row);
  const given = answers ? asked.now : (body.answeredAt ?? created_at.getTime());
  const agreed = waits ? [] : agreedTo(asked, row, move);
  const stays = (one: StoredAppointment) =>
    isStanding(one) && one.start > asked.now && !chosen.some(({ id }) => id === one.id);
  const also = answers ? row.appointments.filter(stays) : [];
  const earlier = { given, asked: waits ? waitsSince(asked, row) : asked.now, agreed };
  const screened = refusingMove(answers, () => screenAnswers(asked, response, [...held, ...also], earlier));
  const ids = [...chosen, ...also].map(({ id }) => id);
  const screeningOf = ({ id }: StoredAppointment, index: number) =>
    screened.screenings[ids.indexOf(id)] ?? body.screenings[index];
  const untouched = body.screenings.filter((_, index) => !answers && stays(row.appointments[index]!));
  const stillUnclear = waits && clearancesIn(untouched).length > 0;
  const deadlines = [screened.deadline, stillUnclear ? expires_at.getTime() : undefined].filter(
    (deadline) => deadline !== undefined,
  );
  return {
    screenings: row.appointments.map(screeningOf).filter((screening) => screening !== undefined),
    deadline: deadlines.length > 0 ? Math.min(...deadlines) : undefined,
    status: stillUnclear && screened.status !== 'pending' ? (row.status as Screened['status']) : screened.status,
  };
}

/** From when on the days for a doctor count: from the booking, or from the move by which one has to be asked. */
const waitsSince = ({ endpoint }: Asking, { created_at, expires_at }: BookingRow): number =>
  Math.max(created_at.getTime(), expires_at.getTime() - endpoint.clinic.data.policy.clearanceDays * DAY);

/** What is wrong with answers that came along is said of them; all else is about the date. */
function refusingMove(answers: QuestionnaireResponse | undefined, screened: () => Screened): Screened {
  try {
    return screened();
  } catch (error) {
    if (!(error instanceof Refusal) || (answers && error.problem === 'invalid')) throw error;
    throw new Refusal('screening-changed', { detail: error.more.detail });
  }
}

/** For what a doctor has agreed, as far as it is asked and answered as it was. */
function agreedTo(asked: Asking, row: BookingRow, { held, answers }: Move): readonly Reason[] {
  const { body } = row;
  const before = body?.request.checklist;
  if (!before || !isGoodFor(asked, row, held)) return [];
  const questionnaire = asked.endpoint.checklist.questionnaireIn(asked.language);
  const [was, is] = [before, answers ?? before].map((response) => fromResponse(questionnaire, response));
  const isAskedAsBefore = (linkId: string) =>
    isCurrent(asked, before) || readAs(before, linkId) === (readAs(answers, linkId) ?? '');
  return clearancesIn(standingOf(body.screenings, row.appointments)).filter(
    ({ linkId }) => sameAnswers(was?.[linkId], is?.[linkId]) && isAskedAsBefore(linkId),
  );
}

/** How long a doctor's answer is good where nobody has named an end. */
const GOOD_FOR = 183 * DAY;

/** Whether a doctor has said something, and it is still good on the new dates. */
const isGoodFor = ({ endpoint }: Asking, { clearance }: BookingRow, held: readonly StoredAppointment[]): boolean =>
  held.every(({ start, locationId }) => {
    if (!clearance) return false;
    const day = today(start, zoneOf(endpoint.clinic.data, locationId));
    return clearance.until ? day <= clearance.until : start <= clearance.at + GOOD_FOR;
  });
