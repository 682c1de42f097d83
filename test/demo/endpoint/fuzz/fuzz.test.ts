import assert from 'node:assert/strict';
import { it } from 'node:test';
import { everyCall, type EveryCallName } from '../../../../src/contract/index.ts';
import { runs, seed } from '../../../oracle/scale.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { attack } from './attack.ts';
import { openWorld, type World } from './world.ts';

const hasInput = (name: string) => name !== 'catalog' && name !== 'checklist';
/** These want more than a good request: something to undo, a form that the clinic has. */
const rare = ['undo', 'saveForm'];

onEveryDatabase('Whatever is sent', (db) => {
  let world: World;
  for (const [name, { method, path }] of Object.entries(everyCall))
    it(`to ${method} ${path} is answered by the rules`, async () => {
      world ??= await openWorld(db());
      const { good, refused } = await attack(world, name as EveryCallName, runs(100), seed);
      console.log(`${method} ${path}: ${good} good, ${refused} refused`);
      assert.ok(refused > 0 || !hasInput(name), 'something wrong has to be tried');
      assert.ok(good > 0 || rare.includes(name), 'something right has to be tried');
    });
});
