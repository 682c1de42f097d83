import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Level } from '../../../demo/conformance/levels.ts';
import { openDatabase, type OpenDatabase } from '../../../demo/endpoint/db/open-database.ts';
import { brokenReference } from './helpers/broken-reference.ts';
import { levelFaults, type Row } from './helpers/level-faults.ts';
import { failed, kitOn } from './helpers/on-a-port.ts';

describe('An endpoint is caught that', () => {
  let database: OpenDatabase;
  before(async () => {
    database = await openDatabase();
  });
  after(() => database.close());

  for (const [level, rows] of Object.entries(levelFaults) as readonly (readonly [Level, readonly Row[]])[])
    for (const [fault, front, ...caught] of rows)
      it(`${fault} (${level})`, async () => {
        const { fetch, base, passes } = brokenReference(database.db, front);
        const found = await kitOn(fetch, { base, origin: 'https://cedar.example', levels: [level], passes });
        assert.deepEqual(failed(found).sort(), caught.sort());
      });
});
