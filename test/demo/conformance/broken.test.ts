import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coreFaults } from './helpers/core-faults.ts';
import { behind } from './helpers/broken.ts';
import { failed, kitOn } from './helpers/on-a-port.ts';
import { origin } from './helpers/small.ts';

describe('An endpoint is caught that', () => {
  for (const [fault, make, ...caught] of coreFaults)
    it(fault, async () => {
      const { fetch, passes } = make();
      assert.deepEqual(failed(await kitOn(fetch, { origin, passes })).sort(), caught.sort());
    });
});

describe('The kit checks nothing, and says so as a failure, where', () => {
  const nothing = (first: () => Response, reason: RegExp) => async () => {
    const front = behind(
      (inner) => (request, env) =>
        new URL(request.url).pathname === '/availability/first' ? first() : inner(request, env),
    );
    const { fetch, passes } = front();
    const findings = await kitOn(fetch, { origin, passes });
    const held = findings.find(({ check }) => check === 'what is given back is free at once');
    assert.equal(held?.ended, 'failed');
    assert.match(held.reason ?? '', reason);
    assert.deepEqual(
      findings.filter(({ ended }) => ended === 'left out'),
      [],
    );
  };
  it(
    'nothing is free',
    nothing(() => Response.json({ first: null }), /needs a clinic with free times/),
  );
  it(
    'nobody says what is free first',
    nothing(() => new Response(null, { status: 404 }), /should be answered 200/),
  );
});
