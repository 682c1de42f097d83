import type { Db, Tx } from './schema.ts';
import { codeOf } from './transact.ts';

/** An answer as it is kept: without its tokens, which can be made again from the booking that it is about. */
export interface KeptAnswer {
  readonly status: 200 | 201 | 202;
  readonly answer: object;
  readonly booking: string;
}

/** Which request it was: its key within route and bearer, and what was in it. Both are hashes. */
export interface RequestMark {
  readonly key: string;
  readonly fingerprint: string;
}

/** The key was used before, for something else. */
export class KeyReused extends Error {}
/** The first request with this key has not been answered yet. */
export class StillAtWork extends Error {}

/** The answer that this request got before. */
export async function findAnswer(db: Db, clinic: string, mark: RequestMark): Promise<KeptAnswer | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'answer', 'booking'])
    .where('clinic', '=', clinic)
    .where('key', '=', mark.key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.fingerprint !== mark.fingerprint) throw new KeyReused();
  const status = row.status as KeptAnswer['status'];
  return { status, answer: row.answer as object, booking: row.booking ?? '' };
}

/** Takes the key for this transaction; false where another one was faster and is done by now. */
export async function takeKey(transaction: Tx, clinic: string, mark: RequestMark, now: Date): Promise<boolean> {
  try {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('idempotency')
      .values({ clinic, ...mark, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  } catch (error) {
    // Another server is at it; it has had as long as a lock is waited for.
    if (codeOf(error) === '55P03') throw new StillAtWork();
    throw error;
  }
}

export const keepAnswer = (transaction: Tx, clinic: string, { key }: RequestMark, kept: KeptAnswer) =>
  transaction
    .updateTable('idempotency')
    .set({ status: kept.status, answer: JSON.stringify(kept.answer), booking: kept.booking })
    .where('clinic', '=', clinic)
    .where('key', '=', key)
    .execute();
