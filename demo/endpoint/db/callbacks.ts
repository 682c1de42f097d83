import type { CallbackRequest } from '../../../src/contract/index.ts';
import type { Db, Tx } from './schema.ts';

export const keepCallback = (transaction: Tx, clinic: string, id: string, request: CallbackRequest, now: Date) =>
  transaction
    .insertInto('callback')
    .values({ clinic, id, request: JSON.stringify(request), created_at: now })
    .execute();

/** Who still wants to be called, who has waited longest first. */
export const openCallbacks = (db: Db, clinic: string, most: number) =>
  db
    .selectFrom('callback')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute();

/** Notes who has called; false where somebody else has, or nobody asked. */
export async function endCallback(db: Db, clinic: string, id: string, by: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('callback')
    .set({ done_at: now, done_by: by })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const forgetCallbacks = (db: Db, clinic: string, before: Date) =>
  db.deleteFrom('callback').where('clinic', '=', clinic).where('created_at', '<', before).execute();
