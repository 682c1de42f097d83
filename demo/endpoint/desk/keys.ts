import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../db/schema.ts';

export type DeskKey = Selectable<Tables['desk_key']>;

/** Somebody at the desk: as the log names them, and whether they may copy and erase what is kept of a patient. */
export type Person = Pick<DeskKey, 'id' | 'name' | 'records'>;

/** The key that the environment brings along. */
export const ENVIRONMENT = 'environment';

/** A key that nobody can guess. It is shown once: what is kept is a hash, from which nobody gets it back. */
export const newKey = () => randomBytes(32).toString('base64url');

const hash = (key: string) => createHash('sha256').update(key).digest('base64url');

/** Whose key it is; undefined where it is nobody's at this clinic, or not any more. */
export const personWith = (db: Db, clinic: string, key: string): Promise<Person | undefined> =>
  db
    .selectFrom('desk_key')
    .select(['id', 'name', 'records'])
    .where('clinic', '=', clinic)
    .where('hash', '=', hash(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export const keysOf = (db: Db, clinic: string): Promise<DeskKey[]> =>
  db.selectFrom('desk_key').selectAll().where('clinic', '=', clinic).orderBy('created_at').orderBy('id').execute();

/** Lets somebody in from now on; with the same id, by this key instead of the one before. */
export const keepKey = (db: Db, clinic: string, { id, name, records }: Person, key: string, now: Date) =>
  db
    .insertInto('desk_key')
    .values({ clinic, id, name, hash: hash(key), records, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(['clinic', 'id']).doUpdateSet({ name, hash: hash(key), records, revoked_at: null }),
    )
    .execute();

/** Lets nobody in by these keys any more. */
export const revokeKeys = (db: Db, clinic: string, ids: readonly string[], now: Date) =>
  db
    .updateTable('desk_key')
    .set({ revoked_at: now })
    .where('clinic', '=', clinic)
    .where('id', 'in', [...ids, ''])
    .where('revoked_at', 'is', null)
    .execute();

/** Without a key in the environment, the one that was there before opens nothing any more. */
export async function followEnvironment(db: Db, clinic: string, key: string | undefined, now: number): Promise<void> {
  if (key && key.length < 20) throw new Error('DESK_KEY opens patients’ data: it needs 20 characters or more.');
  const at = new Date(now);
  if (key) await keepKey(db, clinic, { id: ENVIRONMENT, name: 'Front desk', records: true }, key, at);
  else await revokeKeys(db, clinic, [ENVIRONMENT], at);
}
