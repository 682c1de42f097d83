import { findBooking, type BookingRow } from '../db/bookings.ts';
import type { Db, Tx } from '../db/schema.ts';
import { isLive } from '../messages/visits.ts';
import type { Asked } from './asked.ts';
import { pointer, Refusal } from './problems.ts';

/** Whose places are in a new hold's way no more than its own. */
export interface Replaced {
  /** The older hold, which is given up for it. */
  readonly older: string | undefined;
  /** The booking that it is to move, which keeps its places until it moves. */
  readonly moving: string | undefined;
}

/** What `replaces` stands for. A hold that was to move a booking hands that on to the one that follows it. */
export async function readReplaced({ endpoint, body, now, words }: Asked<'hold'>): Promise<Replaced> {
  const { db, clinic, tokens } = endpoint;
  const { replaces } = body;
  if (replaces === undefined) return { older: undefined, moving: undefined };
  const [hold, manage] = [tokens.read('hold', replaces), tokens.read('manage', replaces)];
  const subject = hold ?? manage;
  const row = subject && (await findBooking(db, clinic.id, subject.id));
  if (!subject || (row && row.generation !== subject.generation))
    throw new Refusal('invalid', { errors: [{ pointer: pointer(['replaces']), detail: words.field.wrong }] });
  if (hold) return { older: hold.id, moving: row?.moving ?? undefined };
  return { older: undefined, moving: row && row.status !== 'held' && isLive(row, now) ? row.id : undefined };
}

/** Locks both, the booking first, as whoever moves it does; answers the hold that is given up, if it still is one. */
export async function lockReplaced(
  transaction: Tx,
  clinic: string,
  { older, moving }: Replaced,
): Promise<BookingRow | undefined> {
  await locked(transaction, clinic, moving);
  const row = await locked(transaction, clinic, older);
  return row?.status === 'held' ? row : undefined;
}

const locked = async (db: Db, clinic: string, id: string | undefined) =>
  id === undefined ? undefined : findBooking(db, clinic, id, true);
