import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coreFaults } from './helpers/core-faults.ts';
import { failed, kitOn } from './helpers/on-a-port.ts';
import { origin } from './helpers/small.ts';

describe('An endpoint is caught that', () => {
  for (const [fault, make, ...caught] of coreFaults)
    it(fault, async () => {
      const { fetch, passes } = make();
      assert.deepEqual(failed(await kitOn(fetch, { origin, passes })).sort(), caught.sort());
    });
});
