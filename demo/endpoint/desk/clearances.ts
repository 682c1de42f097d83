import { changeBooking, findBooking, isWaiting, waitingBookings, type BookingRow } from '../db/bookings.ts';
import { vacate } from '../db/places.ts';
import { FAR } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { today } from '../../../src/domain/day.ts';
import { isStanding, keepForGood } from '../manage/managed.ts';
import { tell } from '../messages/tell.ts';
import { Refusal, type FieldError } from '../routes/problems.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import type { DeskAsked, DeskHandler } from './calls.ts';
import { note } from './log.ts';
import { showVisit } from './show-visit.ts';

/** `GET /desk/clearances`: every time that is kept until a doctor has answered, or the therapist has called. */
export const clearances: DeskHandler<'clearances'> = async ({ endpoint, person, now }) => {
  const { db, clinic } = endpoint;
  const rows = await waitingBookings(db, clinic.id, new Date(now), 'in time');
  await note(db, { clinic: clinic.id, person, action: 'read clearances', bookings: rows.map(({ id }) => id), now });
  return { status: 200, body: { clearances: await Promise.all(rows.map((row) => showVisit(endpoint, row))) } };
};

/**
 * `POST /desk/clearances`: what was answered confirms the time, or frees it. It never takes a note away from what the
 * therapist reads. Who has decided is written in the same transaction as what they decided.
 */
export const answerClearance: DeskHandler<'answerClearance'> = async (asked) => {
  const { endpoint, person, body, now } = asked;
  const { db, clinic } = endpoint;
  const decided = await transact(db, async (transaction) => {
    const row = await findBooking(transaction, clinic.id, body.booking, true);
    if (!row) throw new Refusal('not-found');
    if (!waits(row, now) || row.revision !== body.revision) throw new Refusal('changed-meanwhile');
    checkAnswer(asked, row);
    const { answer, by, until, limits } = body;
    const clearance = { answer, by: by.trim(), until, limits: limits?.trim(), at: now, person: person.name };
    await note(transaction, { clinic: clinic.id, person, action: answer, bookings: [row.id], now });
    if (answer === 'advises-against') await vacate(transaction, clinic.id, row.id);
    else await keepForGood(transaction, row, row.appointments.filter(isStanding));
    const status = answer === 'advises-against' ? 'cancelled' : 'booked';
    const { appointments, body: kept } = row;
    const decision = {
      status,
      expires: FAR,
      appointments,
      body: kept,
      clearance,
      before: null,
      now: new Date(now),
    } as const;
    const changed = await changeBooking(transaction, row, decision);
    await tell(transaction, asked, status === 'booked' ? 'confirmed' : 'freed', changed);
    return changed;
  });
  return { status: 200, body: await showVisit(endpoint, decided) };
};

const waits = (row: BookingRow, now: number) => isWaiting(row) && row.expires_at.getTime() > now;

/** Limits have to be said, and an answer that ends before the visit is none. */
function checkAnswer({ endpoint, body, words }: DeskAsked<'answerClearance'>, { appointments }: BookingRow): void {
  const last = appointments.filter(isStanding).toSorted((one, other) => other.start - one.start)[0];
  const day = last ? today(last.start, zoneOf(endpoint.clinic.data, last.locationId)) : '';
  const errors: FieldError[] = [];
  if (body.answer === 'with-limits' && !body.limits?.trim())
    errors.push({ pointer: '/limits', detail: words.field.missing });
  if (body.answer !== 'advises-against' && body.until && body.until < day)
    errors.push({ pointer: '/until', detail: words.field.wrong });
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}
