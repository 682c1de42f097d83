import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { levels, type Level } from '../../../demo/conformance/levels.ts';
import { onEveryDatabase } from '../endpoint/helpers/databases.ts';
import { cedar, testEndpoint } from '../endpoint/helpers/endpoint.ts';
import { kitOn, notPassed } from './helpers/on-a-port.ts';
import { withTokens } from './helpers/broken.ts';
import { longTreatments } from './helpers/core-faults.ts';
import { folder, origin, small, type Small } from './helpers/small.ts';

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

describe('An endpoint passes as well', () => {
  const right: Record<string, () => Small> = {
    'with treatments that are longer than its hours': () => small({ catalog: longTreatments }),
    'with tokens in capitals': withTokens(
      (token) => token.toUpperCase(),
      (token) => token.toLowerCase(),
    ),
    'with tokens whose last character has bits that say nothing': withTokens(
      (token) => Buffer.from(`${token}.`).toString('base64url'),
      (token) => Buffer.from(token, 'base64url').toString('latin1').slice(0, -1),
    ),
  };
  for (const [how, make] of Object.entries(right))
    it(how, async () => {
      const { fetch, passes } = make();
      assert.deepEqual(notPassed(await kitOn(fetch, { origin, passes })), []);
    });
});

onEveryDatabase('The reference endpoint', (db) => {
  it('passes where the clinic asks for more, and a place is named like a treatment', async () => {
    const clinic = cedar(({ policy, services, clinic }) => {
      policy.fields = [
        { id: 'insurance', label: 'Insurance', required: true },
        { id: 'referral', label: 'Referred by', choices: ['a doctor', 'a friend'], required: true },
      ];
      policy.details.note = 'required';
      for (const place of clinic.locations) place.name = `${services[0].name} and more`;
    });
    const { app, passes } = testEndpoint(db(), { clinic });
    const findings = await kitOn((request) => app.fetch(request, '10.0.0.1'), {
      base: `/clinics/${clinic.id}`,
      origin: 'https://cedar.example',
      levels: ['manage'],
      passes: (seconds) => passes(seconds / 60),
    });
    assert.deepEqual(notPassed(findings), []);
  });

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
