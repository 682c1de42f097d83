import { deleteBooking, extendHold, findBooking, type BookingRow } from '../db/bookings.ts';
import { beyond } from '../db/claims.ts';
import { occupy, vacate } from '../db/places.ts';
import type { Db } from '../db/schema.ts';
import type { KeptAnswer } from '../db/kept-answers.ts';
import { transact } from '../db/transact.ts';
import { MINUTE } from '../schedule/quanta.ts';
import type { Asking, Handler } from './asked.ts';
import { refuseTooMany, takeClientsTurn } from './hold-limit.ts';
import { refuseUnbookable } from './late-hold.ts';
import { once } from './once.ts';
import { Refusal } from './problems.ts';
import { lockReplaced } from './replaced.ts';
import { showBooking, showHold } from './show.ts';
import { takePlaces, wantedAgain } from './take-places.ts';
import type { TokenSubject } from './tokens.ts';

type AskedByBearer = Asking & { readonly bearer: TokenSubject };

/** `GET /holds`: what is still held, or the booking that it became. */
export const held: Handler<'held'> = async (asked) => {
  const { endpoint, bearer, now } = asked;
  const row = await rowOf(asked, endpoint.db);
  if (row.status !== 'held') return { status: 200, body: { ...showBooking(asked, row), ...manageTokenOf(asked, row) } };
  if (row.expires_at.getTime() <= now) throw new Refusal('hold-expired');
  return { status: 200, body: { token: endpoint.tokens.make('hold', bearer), ...showHold(asked, row) } };
};

/**
 * The manage token, for as long as a reload or a lost answer may ask for it again. Later on a hold's token opens nothing:
 * whoever sent a link with a hold in it may still know it.
 */
export const manageTokenOf = ({ endpoint, bearer, now }: AskedByBearer, row: BookingRow) => {
  const { holdMinutes } = endpoint.clinic.data.policy;
  const isFresh = row.revision === 1 && now - (row.changed_at?.getTime() ?? 0) <= holdMinutes * MINUTE;
  return isFresh ? { manageToken: endpoint.tokens.make('manage', bearer) } : {};
};

/** `POST /holds/extend`: once more the whole time; a late one counts as long as nobody else took the place. */
export const extend: Handler<'extend'> = async (asked) => {
  const { endpoint, bearer, now } = asked;
  const { db, clinic, tokens } = endpoint;
  const { status, answer } = await once(asked, async (write) => {
    const row = await rowOf(asked, db);
    const wanted = row.status === 'held' ? wantedAgain(endpoint, row.appointments) : undefined;
    if (!wanted) throw new Refusal('hold-expired');
    refuseUnbookable(asked, row);
    if (row.extensions === 0) return asItIs(asked, row);
    // An offer from the waiting list is kept for longer than a hold: more time is never less.
    const expires = new Date(Math.max(row.expires_at.getTime(), now + clinic.data.policy.holdMinutes * MINUTE));
    const moving = row.moving ?? undefined;
    return takePlaces(
      endpoint,
      wanted,
      { now, own: [row.id, moving ?? row.id] },
      ({ appointments, stretches }) =>
        write(async (transaction) => {
          const isLate = row.client !== '' && row.expires_at.getTime() <= now;
          if (isLate) await takeClientsTurn(transaction, asked, row.client);
          await lockReplaced(transaction, clinic.id, { older: undefined, moving });
          if (isLate) await refuseTooMany(transaction, asked, { client: row.client, moves: [row.id], moving });
          const locked = await rowOf(asked, transaction, true);
          if (locked.status !== 'held') throw new Refusal('hold-expired');
          if (locked.extensions === 0) return asItIs(asked, locked);
          const claimant = { clinic: clinic.id, booking: row.id, now: new Date(now), expires, moves: [row.id] };
          await occupy(transaction, claimant, await beyond(transaction, { ...claimant, booking: moving }, stretches));
          await extendHold(transaction, locked, { expires, appointments });
          const extended = { appointments, expires_at: expires, extensions: locked.extensions - 1 };
          return { status: 200, answer: showHold(asked, extended), booking: row.id };
        }),
      lostToSomebody,
    );
  });
  return { status, body: { token: tokens.make('hold', bearer), ...answer } };
};

/** Ten times is enough; the patient still has the time that is left. */
function asItIs(asked: Asking, row: BookingRow): KeptAnswer {
  if (row.expires_at.getTime() <= asked.now) throw new Refusal('hold-expired');
  return { status: 200, answer: showHold(asked, row), booking: row.id };
}

/** `DELETE /holds`: gives the place back. What has become a booking is not given up so. */
export const release: Handler<'release'> = async (asked) => {
  const { db, clinic } = asked.endpoint;
  const { id } = asked.bearer;
  await transact(db, async (transaction) => {
    const row = await findBooking(transaction, clinic.id, id, true);
    if (row?.status !== 'held') return;
    await vacate(transaction, clinic.id, id);
    await deleteBooking(transaction, clinic.id, id);
  });
  return { status: 204 };
};

/** What the bearer's token is about; 410 where it is gone, 401 where the token is spent. */
export async function rowOf({ endpoint, bearer }: AskedByBearer, db: Db, lock = false): Promise<BookingRow> {
  const row = await findBooking(db, endpoint.clinic.id, bearer.id, lock);
  if (!row) throw new Refusal('hold-expired');
  if (row.generation !== bearer.generation) throw new Refusal('unauthorized');
  return row;
}

export const lostToSomebody = async (): Promise<never> => {
  throw new Refusal('hold-expired');
};
