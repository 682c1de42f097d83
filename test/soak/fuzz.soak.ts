/** Ten thousand made-up requests to every route, or `REQUESTS`, other ones each time; `SEED` repeats a run. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../demo/endpoint/helpers/databases.ts';
import { attack } from '../demo/endpoint/fuzz/attack.ts';
import { targets } from '../demo/endpoint/fuzz/targets.ts';
import { openWorld } from '../demo/endpoint/fuzz/world.ts';

const REQUESTS = Number(process.env['REQUESTS'] ?? 10_000);
/** Then the clinic is booked out, and another one opens. */
const EACH = 250;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));

onEveryDatabase(`${REQUESTS} requests (SEED=${seed})`, (db) => {
  for (const target of targets)
    it(`to ${target.method} ${target.path} are answered by the rules`, async () => {
      let sent = 0;
      for (let round = 0; sent < REQUESTS; round++) {
        const world = await openWorld(db());
        await world.refresh(target);
        const { good, refused } = await attack(world, target, EACH, seed + round);
        sent += good + refused;
      }
      assert.ok(sent >= REQUESTS);
    });
});
