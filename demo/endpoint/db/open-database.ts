import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, Kysely, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { PGliteDialect } from './pglite-dialect.ts';
import type { Db, Tables } from './schema.ts';

/** Where the data lives: a PostgreSQL, a folder of PGlite's, or, with neither, this process's memory. */
export interface DatabaseOptions {
  readonly databaseUrl?: string | undefined;
  readonly dataDir?: string | undefined;
}

export interface OpenDatabase {
  readonly db: Db;
  close(): Promise<void>;
}

/** Opens the database with its tables up to date. */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseOptions = {}): Promise<OpenDatabase> {
  if (databaseUrl) return opened(postgres(databaseUrl));
  if (!dataDir) return opened(new PGliteDialect(new PGlite()));

  const unlock = lockFolder(dataDir);
  try {
    const { folder, finished } = firstStart(dataDir);
    const { db, close } = await opened(new PGliteDialect(new PGlite(folder)));
    finished();
    return { db, close: () => close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function opened(dialect: Dialect): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, close: () => db.destroy() };
}

/** Nobody waits long for a place; and a server that stands still in a transaction loses it, and with it its locks. */
const settings = ["lock_timeout = '2s'", "idle_in_transaction_session_timeout = '5s'"];

function postgres(connectionString: string): Dialect {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is replaced by the pool, and whoever uses it hears of it by the next statement. Unheard,
  // the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  return new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      for (const setting of settings) await connection.executeQuery(CompiledQuery.raw(`set ${setting}`));
    },
  });
}

/** A first start that was killed half-way leaves a folder that cannot be used, and nothing in it worth keeping. */
function firstStart(dataDir: string) {
  const folder = join(dataDir, 'pglite');
  const mark = join(dataDir, 'ready');
  if (!existsSync(mark)) rmSync(folder, { recursive: true, force: true });
  return { folder, finished: () => writeFileSync(mark, '') };
}
