import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    const folder = await madeFolder(dataDir);
    const { db, close } = await opened(new PGliteDialect(new PGlite(folder)));
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

/** So long a crowd may stand in line for a connection, in milliseconds: who waits gets an answer, who is sent away asks again. */
const QUEUED_FOR = 60_000;
/** A database that is there at all takes no longer to be connected to. */
const CONNECTED_IN = 10_000;

class PromptClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECTED_IN });
  }
}

function postgres(connectionString: string): Dialect {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: QUEUED_FOR, Client: PromptClient });
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

/**
 * The folder of the data, made under another name until it is whole: a first start that is killed half-way leaves nothing
 * that looks like data, and what looks like data is never thrown away. A machine that loses its power may forget the name
 * that was given last, so whether it is whole also stands inside.
 */
async function madeFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'pglite');
  if (existsSync(folder)) return folder;
  const begun = join(dataDir, 'pglite.begun');
  const whole = join(begun, 'whole');
  if (!existsSync(whole)) {
    rmSync(begun, { recursive: true, force: true });
    await opened(new PGliteDialect(new PGlite(begun))).then(({ close }) => close());
    writeFileSync(whole, '', { flush: true });
  }
  renameSync(begun, folder);
  return folder;
}
