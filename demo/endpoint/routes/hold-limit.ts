import { takeTurn } from '../db/contact-turns.ts';
import { liveHolds } from '../db/bookings.ts';
import type { Tx } from '../db/schema.ts';
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

/** One more than usual while a booking is being moved. */
export async function refuseTooMany(
  transaction: Tx,
  { endpoint, now }: Counting,
  { client, moves, moving }: Claimed,
): Promise<void> {
  const { clinic, holdsPerClient } = endpoint;
  if (holdsPerClient === 0) return;
  const holds = await liveHolds(transaction, clinic.id, client, new Date(now), moves);
  const [soonest] = holds;
  if (!soonest || holds.length < holdsPerClient + Number(moving !== undefined)) return;
  throw new Refusal('too-many-holds', { retryAfter: Math.ceil((soonest.expires_at.getTime() - now) / 1000) });
}
