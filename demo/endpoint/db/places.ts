import type { BusyStretch } from '../schedule/busy.ts';
import { claim, release, type Claimant } from './claims.ts';
import type { Db, Tx } from './schema.ts';

/**
 * Takes the places of a booking, or the same ones until another time, or throws `PlaceLost`. Nothing in the database
 * ties what is read (items) to what keeps others out (claims); that both are written is the business of this file.
 */
export async function occupy(transaction: Tx, claimant: Claimant, stretches: readonly BusyStretch[]): Promise<void> {
  const { clinic, booking, expires, moves } = claimant;
  await claim(transaction, claimant, stretches);
  if (moves.length > 0) await removeItems(transaction, clinic, moves);
  const items = stretches.map(({ resource, start, end }) => ({ resource, start_quantum: start, end_quantum: end }));
  await transaction
    .insertInto('item')
    .values(items.map((item) => ({ clinic, booking, expires_at: expires, ...item })))
    .execute();
}

/** Gives the places of a booking back. */
export async function vacate(transaction: Tx, clinic: string, booking: string): Promise<void> {
  await release(transaction, clinic, booking);
  await removeItems(transaction, clinic, [booking]);
}

const removeItems = (db: Db, clinic: string, bookings: readonly string[]) =>
  db.deleteFrom('item').where('clinic', '=', clinic).where('booking', 'in', bookings).execute();
