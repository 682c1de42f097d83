import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import type { Reply } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const PATIENTS = 200;

const named = (replies: readonly Reply[]) => {
  const counts: Record<string, number> = {};
  for (const { status, problem } of replies) counts[problem ?? status] = (counts[problem ?? status] ?? 0) + 1;
  return counts;
};

onEveryDatabase('Two hundred patients after one time', (db) => {
  it('hold it at once: one has it', async () => {
    const { patient, log } = testEndpoint(db());
    const replies = await Promise.all(Array.from({ length: PATIENTS }, () => patient().holds(nine)));
    assert.deepEqual(named(replies), { 201: 1, 'slot-taken': PATIENTS - 1 });
    assert.deepEqual(log, []);
  });

  it('hold it at once, and whoever has it books', async () => {
    const { patient } = testEndpoint(db());
    const replies = await Promise.all(
      Array.from({ length: PATIENTS }, async () => {
        const one = patient();
        const held = await one.holds(nine);
        return held.status === 201 ? one.books(held.body.token) : held;
      }),
    );
    assert.deepEqual(named(replies), { 201: 1, 'slot-taken': PATIENTS - 1 });
  });

  it('confirm it at once, every hold being late: one booking', async () => {
    const { patient, passes, log } = testEndpoint(db());
    const late = [];
    for (let index = 0; index < PATIENTS; index++) {
      const one = patient();
      late.push({ one, token: (await one.holds(nine)).body.token });
      passes(11);
    }
    const replies = await Promise.all(late.map(({ one, token }) => one.books(token)));
    assert.deepEqual(named(replies), { 201: 1, 'hold-expired': PATIENTS - 1 });
    assert.deepEqual(log, []);
  });

  it('swap their times without waiting in a circle', async () => {
    const { patient } = testEndpoint(db());
    const times = ['15:00', '15:30', '16:00', '16:30', '17:00', '19:45', '20:15', '20:45', '21:15'];
    const slots = times.map((time) => `s1~t1~2026-12-01T${time}Z`);
    const patients = slots.map(() => patient());
    let tokens: (string | undefined)[] = slots.map(() => undefined);
    for (let round = 0; round < 5; round++) {
      const replies = await Promise.all(
        patients.map((one, index) => {
          const replaces = tokens[index];
          return one.holds(slots[(index * 7 + round) % slots.length]!, replaces ? { replaces } : {});
        }),
      );
      assert.ok(replies.every(({ status }) => status === 201 || status === 409));
      tokens = replies.map(({ status, body }, index) => (status === 201 ? body.token : tokens[index]));
    }
  });
});
