import type { BusyStretch } from '../schedule/busy.ts';
import type { Db, Tx } from './schema.ts';

/** Whose claim it is, and from when until when. */
export interface Claimant {
  readonly clinic: string;
  readonly booking: string;
  readonly now: Date;
  readonly expires: Date;
  /** Bookings whose places this one takes over: itself, or the older hold of a patient who picks another time. */
  readonly moves: readonly string[];
}

/** Somebody else has one of the places. The transaction has to be rolled back: other places were taken by then. */
export class PlaceLost extends Error {}

interface Place {
  readonly resource: string;
  readonly quantum: number;
}

/**
 * Takes every place of the stretches or none: one upsert, sorted, that takes over only what is expired or ours. What
 * we hold already is claimed in the same pass and then let go, so that two patients who swap never wait in a circle.
 */
export async function claim(transaction: Tx, claimant: Claimant, wanted: readonly BusyStretch[]): Promise<void> {
  const { clinic, booking, now, expires, moves } = claimant;
  const places = placesOf(wanted);
  const held = await placesHeld(transaction, clinic, moves);
  const all = sorted([...places, ...held]);
  if (all.length === 0) return;
  const values = { clinic, booking, expires_at: expires, claimed_at: now };
  const taken = await transaction
    .insertInto('claim')
    .values(all.map((place) => ({ ...values, ...place })))
    .onConflict((conflict) =>
      conflict
        .columns(['clinic', 'resource', 'quantum'])
        .doUpdateSet((row) => ({
          booking: row.ref('excluded.booking'),
          expires_at: row.ref('excluded.expires_at'),
          claimed_at: row.ref('excluded.claimed_at'),
        }))
        .where((row) => row.or([row('claim.expires_at', '<=', now), row('claim.booking', 'in', [booking, ...moves])])),
    )
    .returning(['resource', 'quantum'])
    .execute();
  const had = new Set(taken.map(nameOf));
  if (!places.every((place) => had.has(nameOf(place)))) throw new PlaceLost();
  const kept = new Set(places.map(nameOf));
  const spare = taken.filter((place) => !kept.has(nameOf(place)));
  if (spare.length > 0) await remove(transaction, clinic, booking, spare);
}

/** The parts of some stretches that a booking does not have already; all of them where there is none. */
export async function beyond(
  transaction: Tx,
  { clinic, booking, now }: Pick<Claimant, 'clinic' | 'now'> & { readonly booking: string | undefined },
  stretches: readonly BusyStretch[],
): Promise<readonly BusyStretch[]> {
  if (booking === undefined) return stretches;
  const own = await transaction
    .selectFrom('claim')
    .select(['resource', 'quantum'])
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '>', now)
    .execute();
  const has = new Set(own.map(nameOf));
  return runsOf(placesOf(stretches).filter((place) => !has.has(nameOf(place))));
}

export interface Prolonged extends Pick<Claimant, 'clinic' | 'booking' | 'expires'> {
  /** Until when it was kept so far; what is kept for another while stays as it is. */
  readonly was: Date;
}

/** Keeps places of a booking until another time, or throws `PlaceLost` where somebody else has one by now. */
export async function keep(
  transaction: Tx,
  { clinic, booking, expires, was }: Prolonged,
  wanted: readonly BusyStretch[],
): Promise<void> {
  const held = new Set((await placesHeld(transaction, clinic, [booking], true)).map(nameOf));
  if (!placesOf(wanted).every((place) => held.has(nameOf(place)))) throw new PlaceLost();
  await transaction
    .updateTable('claim')
    .set({ expires_at: expires })
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('expires_at', '=', was)
    .execute();
}

/** Gives every place of a booking back; locked in order first, so that nobody waits in a circle. */
export async function release(transaction: Tx, clinic: string, booking: string): Promise<void> {
  const held = await lockClaims(transaction, clinic, [booking]);
  if (held.length > 0) await remove(transaction, clinic, booking, held);
}

/** Locks every place of some bookings, in order, so that nobody waits in a circle. */
export const lockClaims = (transaction: Tx, clinic: string, bookings: readonly string[]) =>
  placesHeld(transaction, clinic, bookings, true);

async function placesHeld(transaction: Tx, clinic: string, bookings: readonly string[], lock = false) {
  if (bookings.length === 0) return [];
  const held = transaction
    .selectFrom('claim')
    .select(['resource', 'quantum'])
    .where('clinic', '=', clinic)
    .where('booking', 'in', bookings)
    .orderBy('resource')
    .orderBy('quantum');
  return (lock ? held.forUpdate() : held).execute();
}

async function remove(db: Db, clinic: string, booking: string, places: readonly Place[]) {
  await db
    .deleteFrom('claim')
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where((row) =>
      row.or(
        runsOf(places).map(({ resource, start, end }) =>
          row.and([row('resource', '=', resource), row('quantum', '>=', start), row('quantum', '<', end)]),
        ),
      ),
    )
    .execute();
}

const nameOf = ({ resource, quantum }: Place) => `${resource} ${quantum}`;

const placesOf = (stretches: readonly BusyStretch[]): readonly Place[] =>
  stretches.flatMap(({ resource, start, end }) =>
    Array.from({ length: end - start }, (_, index) => ({ resource, quantum: start + index })),
  );

/** In order of resource and quantum, each once: every transaction locks in this order. */
const sorted = (places: readonly Place[]): readonly Place[] =>
  [...new Map(places.map((place) => [nameOf(place), place])).values()].sort(
    (one, other) => compare(one.resource, other.resource) || one.quantum - other.quantum,
  );

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Places that follow each other, as stretches. */
function runsOf(places: readonly Place[]): readonly BusyStretch[] {
  const runs: { resource: string; start: number; end: number }[] = [];
  for (const { resource, quantum } of sorted(places)) {
    const last = runs.at(-1);
    if (last?.resource === resource && last.end === quantum) last.end++;
    else runs.push({ resource, start: quantum, end: quantum + 1 });
  }
  return runs;
}
