import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { levels, type Level } from '../../../demo/conformance/levels.ts';
import { onEveryDatabase } from '../endpoint/helpers/databases.ts';
import { testEndpoint } from '../endpoint/helpers/endpoint.ts';
import { kitOn, notPassed } from './helpers/on-a-port.ts';
import { folder, origin, small } from './helpers/small.ts';

describe('The small endpoint', () => {
  it('has at most 200 lines', () => {
    const lines = (name: string) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').length;
    for (const name of readdirSync(folder)) console.log(`${name}: ${lines(name)} lines`);
    assert.ok(lines('endpoint.ts') <= 200);
  });

  it('passes every check of the level core, and leaves none out', async () => {
    const { fetch, passes } = small();
    assert.deepEqual(notPassed(await kitOn(fetch, { origin, passes })), []);
  });
});

onEveryDatabase('The reference endpoint', (db) => {
  for (const level of Object.keys(levels) as Level[])
    it(`passes every check of the level ${level}, and leaves none out`, async () => {
      const { app, clinic, passes, log } = testEndpoint(db());
      const findings = await kitOn((request) => app.fetch(request, '10.0.0.1'), {
        base: `/clinics/${clinic.id}`,
        origin: 'https://cedar.example',
        levels: [level],
        passes: (seconds) => passes(seconds / 60),
      });
      assert.deepEqual(notPassed(findings), []);
      assert.deepEqual(log, []);
    });
});
