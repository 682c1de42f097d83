import type { BusyStretch } from '../schedule/busy.ts';
import { claim, keep, lockClaims, PlaceLost, release, type Claimant, type Prolonged } from './claims.ts';
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

/** Keeps the places that a booking has until another time, or throws `PlaceLost` where one is somebody else's by now. */
export async function prolong(transaction: Tx, prolonged: Prolonged): Promise<void> {
  const { clinic, booking, expires, was } = prolonged;
  const own = await transaction
    .selectFrom('item')
    .select(['resource', 'start_quantum as start', 'end_quantum as end'])
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '=', was)
    .execute();
  if (own.length === 0) throw new PlaceLost();
  await keep(transaction, prolonged, own);
  await transaction
    .updateTable('item')
    .set({ expires_at: expires })
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '=', was)
    .execute();
}

/** Gives the places of a booking back. */
export async function vacate(transaction: Tx, clinic: string, booking: string): Promise<void> {
  await release(transaction, clinic, booking);
  await removeItems(transaction, clinic, [booking]);
}

/** Somewhere that an appointment is: a therapist or a room, at one of its quanta. */
export interface Spot {
  readonly resource: string;
  readonly quantum: number;
}

/** Keeps the places around some spots of a booking only until `until`; so long nobody else gets them. */
export async function loosen(
  transaction: Tx,
  { clinic, booking, until }: { readonly clinic: string; readonly booking: string; readonly until: Date },
  spots: readonly Spot[],
): Promise<void> {
  await lockClaims(transaction, clinic, booking);
  const items = await transaction
    .selectFrom('item')
    .select(['resource', 'start_quantum', 'end_quantum'])
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .execute();
  const meant = items.filter((item) =>
    spots.some(
      ({ resource, quantum }) =>
        resource === item.resource && item.start_quantum <= quantum && quantum < item.end_quantum,
    ),
  );
  for (const { resource, start_quantum, end_quantum } of meant) {
    const ours = { clinic, booking, resource };
    await transaction
      .updateTable('claim')
      .set({ expires_at: until })
      .where((row) => row.and({ ...ours }))
      .where('quantum', '>=', start_quantum)
      .where('quantum', '<', end_quantum)
      .execute();
    await transaction
      .updateTable('item')
      .set({ expires_at: until })
      .where((row) => row.and({ ...ours, start_quantum }))
      .execute();
  }
}

const removeItems = (db: Db, clinic: string, bookings: readonly string[]) =>
  db.deleteFrom('item').where('clinic', '=', clinic).where('booking', 'in', bookings).execute();
