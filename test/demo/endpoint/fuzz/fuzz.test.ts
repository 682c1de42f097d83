import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runs, seed } from '../../../oracle/scale.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { attack } from './attack.ts';
import { targets } from './targets.ts';
import { openWorld, type World } from './world.ts';

/** To these nothing is sent that could be wrong. */
const open = ['/catalog', '/checklist'];

onEveryDatabase('Whatever is sent', (db) => {
  let world: World;
  for (const target of targets) {
    const { method, path } = target;
    it(`to ${method} ${path} is answered by the rules`, async () => {
      world ??= await openWorld(db());
      await world.refresh(target);
      const { good, refused } = await attack(world, target, runs(100), seed);
      console.log(`${method} ${path}: ${good} good, ${refused} refused`);
      assert.ok(refused > 0 || open.includes(path), 'something wrong has to be tried');
      assert.ok(good > 0, 'something right has to be tried');
    });
  }
});
