import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from './schema.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Any number that no other program on the same database is likely to lock. */
const LOCK = 6_979_001;

/** Brings the tables up to date. Several servers may start at once: one migrates, the others wait for it. */
export async function migrate(db: Db): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local lock_timeout = 0`.execute(transaction);
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await sql`create table if not exists migration (name text primary key)`.execute(transaction);
    for (const name of await missingMigrations(transaction)) {
      for (const statement of statementsOf(name)) await sql.raw(statement).execute(transaction);
      await sql`insert into migration (name) values (${name})`.execute(transaction);
    }
  });
}

/** What a database that has been migrated before still lacks. */
export async function missingMigrations(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  return readdirSync(folder)
    .filter((name) => !done.has(name))
    .sort();
}

/** The statements of a file; each ends with a semicolon at the end of its line. */
const statementsOf = (name: string) =>
  readFileSync(new URL(name, folder), 'utf8')
    .split(/;\s*$/m)
    .filter((statement) => statement.trim());
