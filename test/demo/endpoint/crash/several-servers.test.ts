import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkHistories } from '../helpers/check-histories.ts';
import { onPostgres } from '../helpers/databases.ts';
import { booking, newKey, type Reply } from '../helpers/patient.ts';
import { NOW } from '../helpers/server-process.ts';
import { attempt, stubborn } from '../helpers/stubborn-patient.ts';
import { threeServers } from '../helpers/three-servers.ts';

onPostgres('Several servers', (db, url) => {
  const { all, at } = threeServers({ url, environment: { RATE_LIMIT: '0' } });
  const tally = (replies: readonly Reply[]) => {
    const names = replies.map(({ status, problem }) => problem ?? String(status));
    return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
  };

  it('know of each other’s holds and bookings', async () => {
    const { token } = (await at(0).holds('s2~t1~2026-12-01T16:00Z')).body;
    assert.equal((await at(1).extends(token)).body.extensions, 9);
    const booked = await at(2).books(token);
    assert.equal(booked.status, 201);
    assert.equal((await at(0).hasHeld(token)).body.reference, booked.body.reference);
    assert.equal((await at(1).holds('s2~t1~2026-12-01T16:00Z')).problem, 'slot-taken');
    await db().deleteFrom('message').execute();
    await db().deleteFrom('booking').execute();
  });

  it('give one time to one of sixty', async () => {
    const slot = 's2~t1~2026-12-03T16:00Z';
    const replies = await Promise.all(Array.from({ length: 60 }, (_, index) => stubborn(() => at(index).holds(slot))));
    assert.deepEqual(tally(replies.map(({ reply }) => reply)), { 201: 1, 'slot-taken': 59 });
  });

  it('answer the same request with the same hold and the same booking, asked all at once', async () => {
    const [holdKey, bookKey] = [newKey(), newKey()];
    const everywhere = (ask: (index: number) => Promise<Reply>) =>
      Promise.all([0, 1, 2, 0, 1, 2].map((index) => stubborn(() => ask(index))));
    const held = await everywhere((index) => at(index).holds('s2~t1~2026-12-07T16:00Z', { key: holdKey }));
    const tokens = new Set(held.map(({ reply }) => reply.body.token));
    assert.deepEqual([tokens.size, ...(tally(held.map(({ reply }) => reply))['201'] ? [6] : [])], [1, 6]);
    const [token = ''] = tokens;
    const booked = await everywhere((index) => at(index).books(token, booking(), bookKey));
    assert.ok(booked.every(({ reply }) => reply.status < 300));
    assert.equal(new Set(booked.map(({ reply }) => reply.body.reference)).size, 1);
    await db().deleteFrom('message').execute();
    await db().deleteFrom('booking').where('status', '!=', 'held').execute();
  });

  it('take over from one that dies, and lose nothing', async () => {
    const slots = (await at(0).looksFor('service=s1&therapist=t4&from=2026-12-01&to=2027-01-01')).body.slots;
    const heard = Promise.all(
      slots.slice(0, 40).map(({ id }: { id: string }, index: number) => {
        let turn = index;
        // Whoever gets no answer asks the next server.
        return attempt(() => at(turn++), id);
      }),
    );
    await all()[1]!.kill('SIGKILL');
    const attempts = await heard;
    assert.ok(
      attempts.some(({ repeats }) => repeats > 0),
      'somebody had to ask again',
    );
    assert.ok(attempts.some(({ booked }) => booked?.status === 201));
    await checkHistories(db(), 'cedar', Date.parse(NOW), attempts);
  });
});
