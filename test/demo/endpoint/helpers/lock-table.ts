import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';

/** Keeps everybody from writing to a table, until it is let go; tells when somebody waits for it. */
export async function lockTable(db: Db, table: 'message') {
  let open = () => {};
  const free = new Promise<void>((resolve) => (open = resolve));
  let over: Promise<void> = Promise.resolve();
  await new Promise<void>((locked, failed) => {
    over = db.transaction().execute(async (transaction) => {
      await sql`lock table ${sql.table(table)} in exclusive mode`.execute(transaction);
      locked();
      await free;
    });
    over.catch(failed);
  });
  const letGo = () => (open(), over);
  const waiting = sql`select 1 from pg_locks where not granted and relation = ${table}::regclass`;
  const somebodyWaits = async () => {
    while ((await waiting.execute(db)).rows.length === 0) await pause(10);
  };
  return Object.assign(letGo, { somebodyWaits });
}
