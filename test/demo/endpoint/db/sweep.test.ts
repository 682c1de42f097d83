import assert from 'node:assert/strict';
import { it } from 'node:test';
import { migrate } from '../../../../demo/endpoint/db/migrate.ts';
import { findOrphans } from '../../../../demo/endpoint/db/find-orphans.ts';
import { sweep } from '../../../../demo/endpoint/db/sweep.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';

const DAYS = 24 * 60;
const nine = 's2~t1~2026-12-01T16:00Z';

onEveryDatabase('The tables', (db) => {
  it('are swept of what nobody needs, and of nothing else', async () => {
    const { patient, passes, clinic, now } = testEndpoint(db());
    const { token } = (await patient().holds(nine)).body;
    await patient().books(token);
    const late = (await patient().holds('s2~t1~2026-12-03T16:00Z')).body.token;
    passes(24 * 60);
    await sweep(db(), clinic.id, now());
    assert.equal((await patient().extends(late)).status, 200, 'a late hold is kept for a while');
    passes(3 * 24 * 60);
    await sweep(db(), clinic.id, now());
    const count = async (table: 'booking' | 'item' | 'claim' | 'idempotency') =>
      (await db().selectFrom(table).select('clinic').where('clinic', '=', clinic.id).execute()).length;
    assert.deepEqual(
      [await count('booking'), await count('item'), await count('claim'), await count('idempotency')],
      [1, 2, 28, 0],
    );
    assert.equal((await patient().extends(late)).problem, 'hold-expired');
    assert.equal((await patient().hasHeld(token)).body.status, 'booked');
  });

  it('are erased of what has been over for as long as the clinic keeps it', async () => {
    const { patient, passes, clinic, now } = testEndpoint(db());
    const over = (await patient().holds(nine)).body.token;
    const coming = (await patient().holds('s2~t1~2027-02-02T16:00Z')).body.token;
    for (const token of [over, coming]) assert.equal((await patient().books(token)).status, 201);
    const tables = ['booking', 'item', 'claim', 'message', 'idempotency'] as const;
    const counts = async () => {
      const rows = tables.map((table) =>
        db().selectFrom(table).select('clinic').where('clinic', '=', clinic.id).execute(),
      );
      return (await Promise.all(rows)).map(({ length }) => length);
    };
    const before = await counts();
    passes(38 * DAYS + 120);
    await sweep(db(), clinic.id, now());
    await sweep(db(), clinic.id, now(), 31);
    assert.deepEqual((await counts()).slice(0, 3), before.slice(0, 3), 'which is for ever, or not yet');
    await sweep(db(), clinic.id, now(), 30);
    assert.deepEqual(
      await counts(),
      before.map((count, table) => (tables[table] === 'idempotency' ? 0 : count / 2)),
    );
    assert.equal((await patient().hasHeld(over)).problem, 'hold-expired');
    assert.equal((await patient().hasHeld(coming)).body.status, 'booked');
  });

  it('tell of a place that nothing keeps', async () => {
    const { patient, clinic, now } = testEndpoint(db());
    await patient().holds(nine);
    const claims = () => db().deleteFrom('claim').where('clinic', '=', clinic.id);
    await claims().where('resource', '=', 'room:r1').execute();
    const orphans = await findOrphans(db(), clinic.id, new Date(now()));
    assert.equal(orphans.length, 14);
    assert.deepEqual([orphans[0]?.resource, orphans[0]?.at], ['room:r1', '2026-12-01T16:00:00.000Z']);
    for (const table of ['item', 'claim', 'booking'] as const)
      await db().deleteFrom(table).where('clinic', '=', clinic.id).execute();
  });

  it('tell of an appointment that has lost its place', async () => {
    const { patient, clinic, now } = testEndpoint(db());
    const { token } = (await patient().holds(nine)).body;
    await patient().books(token);
    const orphans = () => findOrphans(db(), clinic.id, new Date(now()));
    assert.deepEqual(await orphans(), []);
    const items = () => db().deleteFrom('item').where('clinic', '=', clinic.id);
    await items().where('resource', '=', 'therapist:t1').execute();
    assert.deepEqual(
      (await orphans()).map(({ resource, at }) => [resource, at]),
      [['therapist:t1', '2026-12-01T16:00:00.000Z']],
    );
    for (const table of ['item', 'claim', 'booking'] as const)
      await db().deleteFrom(table).where('clinic', '=', clinic.id).execute();
  });

  it('are made once, however many servers start', async () => {
    await Promise.all([migrate(db()), migrate(db()), migrate(db())]);
  });
});
