import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onPostgres } from '../helpers/databases.ts';
import { threeServers } from '../helpers/three-servers.ts';

const LIMIT = 2;

onPostgres('The limit of holds', (_db, url) => {
  const { at } = threeServers({ url, environment: { RATE_LIMIT: '100000' } });

  it('is one for a client, whichever servers it asks at the same moment', async () => {
    const query = 'service=s1&from=2026-12-01&to=2027-01-01';
    const { slots } = (await at(0).looksFor(query)).body as { slots: { id: string; start: string }[] };
    const days = [...new Map(slots.map(({ id, start }) => [start.slice(0, 10), id])).values()].slice(0, 15);
    assert.equal(days.length, 15, 'times that are in nobody’s way');
    for (let round = 1; round <= 5; round++) {
      const replies = await Promise.all(days.map((slot, index) => at(index).holds(slot)));
      const had = replies.filter(({ status }) => status === 201);
      assert.equal(had.length, LIMIT, `round ${round}`);
      for (const { status, problem } of replies.filter((reply) => !had.includes(reply)))
        assert.deepEqual([status, problem], [429, 'too-many-holds']);
      for (const [index, { body }] of had.entries()) assert.equal((await at(index).givesBack(body.token)).status, 204);
    }
  });
});
