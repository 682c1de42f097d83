import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOrphans } from '../../../../demo/endpoint/db/find-orphans.ts';
import { onEveryDatabase, onPostgres } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { NOW, type ServerProcess } from '../helpers/server-process.ts';
import { threeServers } from '../helpers/three-servers.ts';
import { rush } from './clients.ts';
import { contradictions, History, type Owned } from './history.ts';

const rounds = Number(process.env['LOAD_ROUNDS'] ?? 4);
const seconds = Number(process.env['LOAD_SECONDS'] ?? 6);
const crowd = Number(process.env['LOAD_CROWD'] ?? 500);

/** Whether somebody had a visit, somebody a series of twelve, and somebody a single time. */
const everyKind = (owned: readonly Owned[]) =>
  [
    ({ slots }: Owned) => slots.some(({ appointments }) => appointments.length > 1),
    ({ slots }: Owned) => slots.length === 12,
    ({ slots }: Owned) => slots.length === 1 && slots[0]!.appointments.length === 1,
  ].every((isKind) => owned.some(isKind));

onEveryDatabase('Sixty-four clients at once', (db) => {
  it('get nothing that somebody else has, no deadlock and no failure', async () => {
    const clinic = cedar((data) => {
      delete data.policy.maxUpcoming;
      data.policy.undoMinutes = 0;
    });
    const endpoint = testEndpoint(db(), { clinic, rateLimit: 0 });
    const { history, answers } = await rush(() => endpoint.patient(), { clients: 64, rounds, seed: 11 });
    console.log(`${history.owned.length} holds, ${JSON.stringify(answers)}`);
    assert.ok(everyKind(history.owned), 'visits, series and single times');
    assert.deepEqual(contradictions(history.owned), []);
    assert.equal(answers['5xx'], undefined);
    assert.ok(answers['200']! > 10, 'some have moved or cancelled');
    assert.deepEqual(endpoint.log, []);
  });

  it(`${crowd} of them, after one time: one has it`, async () => {
    const { patient, log } = testEndpoint(db(), { rateLimit: 0 });
    const all = await Promise.all(Array.from({ length: crowd }, () => patient().holds('s2~t1~2026-12-01T16:00Z')));
    const count = (wanted: number) => all.filter(({ status }) => status === wanted).length;
    assert.deepEqual([count(201), count(409), log], [1, crowd - 1, []]);
  });
});

onPostgres('Sixty-four clients at several servers', (db, url) => {
  const { all, at } = threeServers({
    url,
    environment: { RATE_LIMIT: '0' },
    change: ({ policy }) => {
      delete policy.maxUpcoming;
      policy.undoMinutes = 0;
    },
  });

  it(`get nothing that somebody else has, for ${seconds} seconds`, async () => {
    const until = Date.now() + seconds * 1000;
    const { history, answers } = await rush(at, { clients: 64, rounds: Infinity, seed: 12, until });
    console.log(`${history.owned.length} holds at three servers, ${JSON.stringify(answers)}`);
    assert.ok(everyKind(history.owned) && answers['200']! > 0, 'each kind was held, and some were changed');
    assert.deepEqual(contradictions(history.owned), []);
    assert.equal(answers['5xx'], undefined);
    assert.deepEqual(await findOrphans(db(), 'cedar', new Date(NOW)), []);
    for (const server of all()) assert.deepEqual(failuresIn(server), []);
  });
});

/** Whatever a server has said of failures of its own. */
const failuresIn = (server: ServerProcess) => server.log().filter(({ event }) => /fail|error/i.test(String(event)));

describe('A history', () => {
  const slot = {
    appointments: [{ therapistId: 't1', start: '2026-12-01T09:00:00-07:00', end: '2026-12-01T09:30:00-07:00' }],
  };
  const touching = {
    appointments: [{ therapistId: 't1', start: '2026-12-01T16:25:00Z', end: '2026-12-01T16:55:00Z' }],
  };
  it('cannot be true where two have owned the same five minutes at one moment', () => {
    const history = new History();
    history.got('Ana', [slot]);
    history.got('Ben', [touching]);
    assert.deepEqual(contradictions(history.owned), ['t1 2026-12-01T16:25:00.000Z: Ana and Ben']);
  });
  it('can be where one has given them back before the other got them', () => {
    const history = new History();
    history.givesBack(history.got('Ana', [slot]));
    history.got('Ben', [touching]);
    assert.deepEqual(contradictions(history.owned), []);
  });
  it('can be where one moves by a little, into what they have', () => {
    const history = new History();
    const before = history.got('Ana', [slot]);
    history.got('Ana', [touching], before);
    history.givesBack(before);
    assert.deepEqual(contradictions(history.owned), []);
  });
  it('cannot be where one has the same twice, without moving', () => {
    const history = new History();
    history.got('Ana', [slot]);
    history.got('Ana', [touching]);
    assert.deepEqual(contradictions(history.owned), ['t1 2026-12-01T16:25:00.000Z: Ana and Ana']);
  });
});
