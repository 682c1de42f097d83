import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { rush } from './clients.ts';
import { contradictions, History } from './history.ts';

const rounds = Number(process.env['LOAD_ROUNDS'] ?? 4);
const crowd = Number(process.env['LOAD_CROWD'] ?? 100);

onEveryDatabase('Sixty-four clients at once', (db) => {
  it('get nothing that somebody else has, no deadlock and no failure', async () => {
    const clinic = cedar((data) => {
      delete data.policy.maxUpcoming;
      data.policy.undoMinutes = 0;
    });
    const endpoint = testEndpoint(db(), { clinic, rateLimit: 0 });
    const { history, answers } = await rush(endpoint, { clients: 64, rounds, seed: 11 });
    console.log(`${history.owned.length} holds, ${JSON.stringify(answers)}`);
    assert.ok(history.owned.length > 10);
    assert.deepEqual(contradictions(history.owned), []);
    assert.equal(answers['5xx'], undefined);
    assert.deepEqual(endpoint.log, []);
  });

  it(`${crowd} of them, after one time: one has it`, async () => {
    const { patient, log } = testEndpoint(db(), { rateLimit: 0 });
    const all = await Promise.all(Array.from({ length: crowd }, () => patient().holds('s2~t1~2026-12-01T16:00Z')));
    const count = (wanted: number) => all.filter(({ status }) => status === wanted).length;
    assert.deepEqual([count(201), count(409), log], [1, crowd - 1, []]);
  });
});

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
});
