import { takeTurn } from '../db/contact-turns.ts';
import { liveHolds } from '../db/bookings.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { Asking } from './asked.ts';
import { Refusal } from './problems.ts';

/** Whose holds are counted, and which of them do not count. */
interface Claimed {
  readonly client: string;
  readonly moves: readonly string[];
  readonly moving: string | undefined;
}

type Counting = Pick<Asking, 'endpoint' | 'now'>;

/** Until the transaction ends, the same client holds nothing else; on no server. Before any booking is locked. */
export async function takeClientsTurn(transaction: Tx, { endpoint, now }: Counting, client: string): Promise<void> {
  const { clinic, tokens, holdsPerClient } = endpoint;
  if (holdsPerClient > 0) await takeTurn(transaction, clinic.id, [tokens.blind(`client ${client}`)], new Date(now));
}

/** Refuses another hold to whoever has as many as they may. */
export async function refuseTooMany(transaction: Tx, counting: Counting, claimed: Claimed): Promise<void> {
  const soonest = await hasTooMany(transaction, counting, claimed);
  if (!soonest) return;
  const left = soonest.getTime() - counting.now;
  throw new Refusal('too-many-holds', { retryAfter: Math.ceil(left / 1000) });
}

/** When the first of somebody's holds runs out, where they may have no more; one more than usual while a booking is moved. */
export async function hasTooMany(
  db: Db,
  { endpoint, now }: Counting,
  { client, moves, moving }: Claimed,
): Promise<Date | undefined> {
  const { clinic, holdsPerClient } = endpoint;
  if (holdsPerClient === 0) return undefined;
  const holds = await liveHolds(db, clinic.id, client, new Date(now), moves);
  return holds.length < holdsPerClient + Number(moving !== undefined) ? undefined : holds[0]?.expires_at;
}
