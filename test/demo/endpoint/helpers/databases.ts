import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { findOrphans } from '../../../../demo/endpoint/db/find-orphans.ts';
import { openDatabase, type OpenDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { everyEndpoint } from './endpoint.ts';

/** A server that is not there says so at once; a busy machine may be slow to hear from one that is. */
const PATIENCE = 20_000;
const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const reachable = await answers(server);

/** Runs the same tests on PGlite and on PostgreSQL; afterwards nothing may be taken that nothing keeps. */
export function onEveryDatabase(name: string, tests: (db: () => Db) => void): void {
  describe(`${name} on PGlite`, () => suite(() => openDatabase(), tests));
  if (reachable) describe(`${name} on PostgreSQL`, () => suite(openPostgres, tests));
  else
    it(
      `${name} on PostgreSQL`,
      { skip: process.env['CI'] === 'true' ? false : `left out: no PostgreSQL at ${server}` },
      () => assert.fail(`CI needs a PostgreSQL; there is none at ${server}`),
    );
}

/** Runs tests that need several connections, or several processes, on one PostgreSQL; `url` is where it is. */
export function onPostgres(name: string, tests: (db: () => Db, url: () => string) => void): void {
  if (!reachable) return onEveryDatabase(name, () => {});
  let database: OpenDatabase & { readonly url: string };
  describe(`${name} on PostgreSQL`, () => {
    before(async () => {
      database = await openPostgres();
    });
    tests(
      () => database.db,
      () => database.url,
    );
    after(() => database.close());
  });
}

function suite(open: () => Promise<OpenDatabase>, tests: (db: () => Db) => void) {
  let database: OpenDatabase;
  before(async () => {
    database = await open();
  });
  tests(() => database.db);
  it('leaves no orphans', async () => {
    for (const { db, clinic, now } of everyEndpoint)
      if (db === database.db) assert.deepEqual(await findOrphans(db, clinic.id, new Date(now())), []);
  });
  after(() => database.close());
}

/** A database of its own, which is gone when the tests are. */
export async function openPostgres(): Promise<OpenDatabase & { readonly url: string }> {
  const name = `myo_test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const database = await openDatabase({ databaseUrl: url.href });
  return {
    db: database.db,
    url: url.href,
    close: async () => {
      await database.close();
      await run(server, `drop database ${name}`);
    },
  };
}

async function run(connectionString: string, statement: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function answers(connectionString: string) {
  try {
    await run(connectionString, 'select 1');
    return true;
  } catch {
    return false;
  }
}
