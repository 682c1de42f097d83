import type { BusyStretch } from '../schedule/busy.ts';
import { claim, keep, lockClaims, PlaceLost, release, type Claimant, type Prolonged } from './claims.ts';
import { LONGEST } from './read-busy.ts';
import type { Db, Tx } from './schema.ts';
import { transact } from './transact.ts';

/**
 * Takes the places of a booking, or the same ones until another time, or throws `PlaceLost`. Nothing in the database
 * ties what is read (items) to what keeps others out (claims); that both are written is the business of this file.
 */
export async function occupy(transaction: Tx, claimant: Claimant, stretches: readonly BusyStretch[]): Promise<void> {
  const { clinic, booking, expires, moves } = claimant;
  await claim(transaction, claimant, stretches);
  await forgetLapsed(transaction, clinic, stretches, [booking, ...moves]);
  if (moves.length > 0) await removeItems(transaction, clinic, moves);
  const items = stretches.map(({ resource, start, end }) => ({ resource, start_quantum: start, end_quantum: end }));
  if (items.length === 0) return;
  await transaction
    .insertInto('item')
    .values(items.map((item) => ({ clinic, booking, expires_at: expires, ...item })))
    .execute();
}

/**
 * Keeps the places that a booking has until another time, or throws `PlaceLost` where one is somebody else's by now: of
 * every spot that it needs there has to be a place, since whoever took one has removed it.
 */
export async function prolong(transaction: Tx, prolonged: Prolonged, needed: readonly Spot[]): Promise<void> {
  const { clinic, booking, expires, was } = prolonged;
  const own = await transaction
    .selectFrom('item')
    .select(['resource', 'start_quantum as start', 'end_quantum as end'])
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '=', was)
    .execute();
  if (!hasEach(own, needed)) throw new PlaceLost();
  await keep(transaction, prolonged, own);
  await transaction
    .updateTable('item')
    .set({ expires_at: expires })
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '=', was)
    .execute();
}

/** Gives the places of a booking back, and what was set aside of it. */
export async function vacate(transaction: Tx, clinic: string, booking: string): Promise<void> {
  await lockClaims(transaction, clinic, [booking, asideOf(booking)]);
  await release(transaction, clinic, booking);
  await removeItems(transaction, clinic, [booking]);
  await vacateAside(transaction, clinic, booking);
}

/** Somewhere that an appointment is: a therapist or a room, at one of its quanta. */
export interface Spot {
  readonly resource: string;
  readonly quantum: number;
}

/** Who has the places that a booking gave up and may still take back. They are not the booking's own any more. */
export const asideOf = (booking: string) => `${booking}/aside`;

/** The places of a booking that have none of these spots: what it keeps when those are left. */
export async function keptWithout(
  db: Db,
  clinic: string,
  booking: string,
  spots: readonly Spot[],
): Promise<readonly BusyStretch[]> {
  const items = await itemsOf(db, clinic, booking);
  return items.filter((item) => !spots.some(isIn(item)));
}

/** Sets the places around some spots of a booking aside: until `until` nobody else gets them. */
export async function setAside(
  transaction: Tx,
  { clinic, booking, until }: { readonly clinic: string; readonly booking: string; readonly until: Date },
  spots: readonly Spot[],
): Promise<void> {
  await lockClaims(transaction, clinic, [booking, asideOf(booking)]);
  // What was set aside before can be taken back no longer: only the last change can.
  await vacateAside(transaction, clinic, booking);
  const items = await itemsOf(transaction, clinic, booking);
  const aside = { booking: asideOf(booking), expires_at: until };
  for (const { resource, start, end } of items.filter((item) => spots.some(isIn(item)))) {
    await transaction
      .updateTable('claim')
      .set(aside)
      .where((row) => row.and({ clinic, booking, resource }))
      .where('quantum', '>=', start)
      .where('quantum', '<', end)
      .execute();
    await transaction
      .updateTable('item')
      .set(aside)
      .where((row) => row.and({ clinic, booking, resource, start_quantum: start }))
      .execute();
  }
}

/** Tidies away what was set aside and not taken back for long. */
export async function forgetAside(db: Db, clinic: string, before: Date): Promise<void> {
  const old = await db
    .selectFrom('item')
    .select('booking')
    .distinct()
    .where('clinic', '=', clinic)
    .where('expires_at', '<', before)
    .where('booking', 'like', asideOf('%'))
    .limit(1000)
    .execute();
  for (const { booking } of old)
    await transact(db, (transaction) => vacateAside(transaction, clinic, booking.slice(0, -asideOf('').length)));
}

async function vacateAside(transaction: Tx, clinic: string, booking: string) {
  await release(transaction, clinic, asideOf(booking));
  await removeItems(transaction, clinic, [asideOf(booking)]);
}

/** What others are shown to have of places that are claimed now has lapsed; a clock that goes back must not revive it. */
async function forgetLapsed(
  transaction: Tx,
  clinic: string,
  stretches: readonly BusyStretch[],
  own: readonly string[],
): Promise<void> {
  if (stretches.length === 0) return;
  const lapsed = await transaction
    .selectFrom('item')
    .select(['resource', 'start_quantum', 'booking'])
    .where('clinic', '=', clinic)
    .where('booking', 'not in', own)
    .where((row) =>
      row.or(
        stretches.map(({ resource, start, end }) =>
          row.and([
            row('resource', '=', resource),
            row('start_quantum', '>', start - LONGEST),
            row('start_quantum', '<', end),
            row('end_quantum', '>', start),
          ]),
        ),
      ),
    )
    // Whoever has it locked gives it up as well.
    .forUpdate()
    .skipLocked()
    .execute();
  for (const item of lapsed)
    await transaction
      .deleteFrom('item')
      .where((row) => row.and({ clinic, ...item }))
      .execute();
}

/** Whether every spot lies in one of the places. */
export const hasEach = (places: readonly BusyStretch[], spots: readonly Spot[]): boolean =>
  spots.every((spot) => places.some((place) => isIn(place)(spot)));

const isIn =
  (place: BusyStretch) =>
  ({ resource, quantum }: Spot) =>
    resource === place.resource && place.start <= quantum && quantum < place.end;

const itemsOf = (db: Db, clinic: string, booking: string): Promise<BusyStretch[]> =>
  db
    .selectFrom('item')
    .select(['resource', 'start_quantum as start', 'end_quantum as end'])
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .execute();

const removeItems = (db: Db, clinic: string, bookings: readonly string[]) =>
  db.deleteFrom('item').where('clinic', '=', clinic).where('booking', 'in', bookings).execute();
