import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { onPostgres } from '../helpers/databases.ts';
import { killAndStart } from '../helpers/kill-and-start.ts';
import { seeded } from '../helpers/random.ts';
import { clinicFile, program, startServer } from '../helpers/server-process.ts';

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-crash-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const ROUNDS = Number(process.env['KILLS'] ?? 3);
const killed = async (environment: Record<string, string>) => {
  const random = seeded('kill -9');
  const result = await killAndStart({ environment, clinic: clinicFile(folder), rounds: ROUNDS, random });
  console.log(JSON.stringify(result));
  assert.ok(result.booked > 0 && result.repeated > 0 && result.free > 0, JSON.stringify(result));
};

describe('A server that is killed at any moment, with its data in a folder,', () => {
  it('has kept every promise, and nothing is there twice', () => killed({ DATA_DIR: join(folder, 'data') }));
});

onPostgres('A server that is killed at any moment', (_db, url) => {
  it('has kept every promise, and nothing is there twice', () =>
    killed({ DATABASE_URL: url(), SECRET: 'a secret that outlives them, every one' }));
});

describe('A folder', () => {
  it('survives kills in the very first start', async () => {
    const random = seeded('first start');
    const DATA_DIR = join(folder, 'first');
    const { PATH = '' } = process.env;
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', program], {
        env: { PATH, PORT: '0', DATA_DIR },
        stdio: 'ignore',
      });
      await pause(random.between(400, 2500));
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    const server = await startServer({ DATA_DIR });
    assert.equal((await server.patient().holds('s2~t1~2026-12-01T16:00Z')).status, 201, server.said());
    assert.equal(await server.kill('SIGTERM'), 0);
  });

  it('belongs to one of two that start at the same moment', async () => {
    const DATA_DIR = join(folder, 'wanted');
    const both = await Promise.all([startServer({ DATA_DIR }), startServer({ DATA_DIR })]);
    const [winner, loser] = both[0].url ? both : [both[1], both[0]];
    assert.equal(await loser.ended, 1);
    assert.match(loser.said(), /is in use by process \d+/);
    assert.equal((await winner.patient().catalog()).status, 200);
    await winner.kill('SIGTERM');
  });
});
