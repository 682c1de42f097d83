import type { Screening } from '../../../src/domain/checklist/index.ts';
import { findBooking, type BookingRow } from '../db/bookings.ts';
import type { KeptAnswer } from '../db/kept-answers.ts';
import { PlaceLost } from '../db/claims.ts';
import { hasEach, keptWithout, prolong, type Spot } from '../db/places.ts';
import { FAR, type BeforeChange, type Db, type StoredAppointment, type Tx } from '../db/schema.ts';
import { isLive } from '../messages/visits.ts';
import { resourcesOf, type BusyStretch } from '../schedule/busy.ts';
import { HOUR, quantaOf } from '../schedule/quanta.ts';
import type { Asking } from '../routes/asked.ts';
import { Refusal } from '../routes/problems.ts';
import { showBooking } from '../routes/show.ts';
import type { TokenSubject } from '../routes/tokens.ts';
import { refuseTooOften } from './too-often.ts';

export type AskedByManager = Asking & { readonly bearer: TokenSubject };

/** The booking that a manage token is about; 410 where it is erased, 401 where the token is spent. */
export async function managed({ endpoint, bearer }: AskedByManager, db: Db, lock = false): Promise<BookingRow> {
  const row = await findBooking(db, endpoint.clinic.id, bearer.id, lock);
  if (!row || row.status === 'held') throw new Refusal('not-found', { status: 410 });
  if (row.generation !== bearer.generation) throw new Refusal('unauthorized');
  return row;
}

/** The same for a change, which was made for what the patient has seen and for nothing else. */
export async function unchanged(asked: AskedByManager, db: Db, lock = false): Promise<BookingRow> {
  const row = await managed(asked, db, lock);
  if (row.revision !== asked.revision) throw new Refusal('changed-meanwhile');
  return row;
}

/** The same in the moment of the change: nobody else changes it until the transaction ends, and nobody without end. */
export async function toChange(asked: AskedByManager, transaction: Tx): Promise<BookingRow> {
  const row = await unchanged(asked, transaction, true);
  await refuseTooOften(transaction, asked, row);
  return row;
}

export const isStanding = ({ status }: StoredAppointment): boolean => status !== 'cancelled';

/** The screenings of what stands; they lie in the order of the appointments. */
export const standingOf = (
  screenings: readonly Screening[],
  appointments: readonly StoredAppointment[],
): readonly Screening[] => screenings.filter((_, index) => isStanding(appointments[index]!));

/** The appointments that are to be changed: those that are named, else all that stand; none may be over or gone. */
export function chosenOf(
  { words, now }: Asking,
  row: BookingRow,
  ids: readonly string[] | undefined,
): readonly StoredAppointment[] {
  const chosen = row.appointments.filter((one) => (ids ? ids.includes(one.id) : isStanding(one) && one.start > now));
  const known = !ids || chosen.length === new Set(ids).size;
  if (!known || chosen.length === 0 || !isLive(row, now) || chosen.some((one) => !isStanding(one) || one.start <= now))
    throw new Refusal('too-late', { detail: words.manage.over });
  return chosen;
}

/** Later than the clinic's notice, only a call helps. */
export function refuseLate({ endpoint, now }: Asking, appointments: readonly StoredAppointment[]): void {
  const notice = (endpoint.clinic.data.policy.cancelNoticeHours ?? 0) * HOUR;
  if (appointments.some(({ start }) => start - now < notice)) throw new Refusal('too-late');
}

export const beforeOf = ({ revision, status, appointments, body, expires_at }: BookingRow): BeforeChange => ({
  revision,
  status: status as BeforeChange['status'],
  appointments,
  screenings: body?.screenings ?? [],
  expires: expires_at.getTime(),
});

/** Where some appointments are: what they take, buffers included, is around these. */
export const spotsOf = (appointments: readonly StoredAppointment[]): readonly Spot[] =>
  appointments.flatMap(({ therapistId, roomId, start, end }) =>
    resourcesOf({ therapistId, roomId }).map((resource) => ({
      resource,
      quantum: quantaOf(start, end).start,
    })),
  );

/** The places of a booking that stay when some of its appointments leave theirs; none of them may be somebody else's by now. */
export async function keptBeside(
  transaction: Tx,
  { clinic, id, appointments }: BookingRow,
  leaving: readonly StoredAppointment[],
): Promise<readonly BusyStretch[]> {
  const kept = await keptWithout(transaction, clinic, id, spotsOf(leaving));
  const stay = appointments.filter((one) => isStanding(one) && !leaving.some((other) => other.id === one.id));
  if (!hasEach(kept, spotsOf(stay))) throw new Refusal('changed-meanwhile');
  return kept;
}

/** Keeps the places of what stands for good, without a deadline from now on. */
export function keepForGood(
  transaction: Tx,
  { clinic, id, expires_at }: BookingRow,
  standing: readonly StoredAppointment[],
): Promise<void> {
  const kept = { clinic, booking: id, expires: FAR, was: expires_at };
  return prolong(transaction, kept, spotsOf(standing)).catch((error: unknown) => {
    throw error instanceof PlaceLost ? new Refusal('changed-meanwhile') : error;
  });
}

export const shown = (asked: Asking, row: BookingRow): KeptAnswer => ({
  status: 200,
  answer: showBooking(asked, row),
  booking: row.id,
});
