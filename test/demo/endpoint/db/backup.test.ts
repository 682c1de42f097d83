import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { onPostgres } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';

const nine = 's2~t1~2026-12-01T16:00Z';

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-backup-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const clinic = cedar();
const books = async (db: Db) => {
  const maria = testEndpoint(db, { clinic }).patient();
  const { body } = await maria.books((await maria.holds(nine)).body.token);
  return body as { reference: string; manageToken: string };
};

/** A patient's link works as before, and the time is still theirs. */
const isAllThere = async (db: Db, { reference, manageToken }: Awaited<ReturnType<typeof books>>) => {
  const { patient } = testEndpoint(db, { clinic });
  assert.equal((await patient().sees(manageToken)).body.reference, reference);
  assert.equal((await patient().holds(nine)).problem, 'slot-taken');
};

describe('A backup of a folder', () => {
  it('is a copy of it while nobody uses it, and a server goes on with the copy', async () => {
    const [own, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const first = await openDatabase({ dataDir: own });
    const booked = await books(first.db);
    await first.close();
    cpSync(own, copy, { recursive: true });
    const second = await openDatabase({ dataDir: copy });
    await isAllThere(second.db, booked);
    await second.close();
  });
});

onPostgres('A backup', (db, url) => {
  const missing = spawnSync('pg_dump', ['--version']).status !== 0 && 'left out: no pg_dump on this machine';
  it('is made by pg_dump while the server runs, and put back by psql', { skip: missing }, async () => {
    const booked = await books(db());
    const file = join(folder, 'backup.sql');
    execFileSync('pg_dump', ['--no-owner', '--file', file, url()]);
    const restored = new URL(url());
    restored.pathname += '_restored';
    const run = (address: string, ...options: string[]) =>
      execFileSync('psql', ['--quiet', '--set', 'ON_ERROR_STOP=1', ...options, address], { stdio: 'ignore' });
    run(url(), '--command', `create database ${restored.pathname.slice(1)}`);
    run(restored.href, '--file', file);
    const other = await openDatabase({ databaseUrl: restored.href });
    await isAllThere(other.db, booked);
    await other.close();
    run(url(), '--command', `drop database ${restored.pathname.slice(1)}`);
  });
});
