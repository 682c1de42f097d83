import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { everyCall } from '../../../../src/contract/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';

const origin = 'https://cedar.example';
const root = 'http://endpoint.test';

onEveryDatabase('A page of the clinic', (db) => {
  it('may read answers, refusals too; other pages may not', async () => {
    const { patient } = testEndpoint(db());
    for (const path of ['/catalog', '/nowhere', '/availability?service=s2']) {
      const own = await patient().asks(path, { Origin: origin });
      assert.equal(own.headers.get('Access-Control-Allow-Origin'), origin);
      assert.equal(own.headers.get('Access-Control-Expose-Headers'), 'ETag, Retry-After, Content-Language');
      assert.match(own.headers.get('Vary')!, /^Origin, Accept-Language/);
      for (const other of ['https://cedar.example.evil.example', 'http://cedar.example', 'null']) {
        const answer = await patient().asks(path, { Origin: other });
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
        assert.match(answer.headers.get('Vary')!, /^Origin, Accept-Language/);
      }
    }
  });

  it('may ask first, and keep the answer', async () => {
    const { patient } = testEndpoint(db());
    const ask = (from: string) =>
      patient().request('/bookings', {
        method: 'OPTIONS',
        headers: {
          Origin: from,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
        },
      });
    const allowed = await ask(origin);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(
      allowed.headers.get('Access-Control-Allow-Headers'),
      'Authorization, Content-Type, Idempotency-Key, If-Match',
    );
    assert.ok(Number(allowed.headers.get('Access-Control-Max-Age')) >= 600);
    assert.equal((await ask('https://evil.example')).headers.get('Access-Control-Allow-Origin'), null);
  });

  it('keeps the catalog for a while, and learns only what is public', async () => {
    const { patient, clinic } = testEndpoint(db());
    const catalog = await patient().catalog();
    assert.equal(catalog.headers.get('Cache-Control'), 'max-age=300, stale-while-revalidate=600');
    assert.equal((await patient().catalog({ 'If-None-Match': catalog.headers.get('ETag')! })).status, 304);
    assert.equal(catalog.body.services.length, 11);
    assert.deepEqual(catalog.body.supports, ['manage', 'visits', 'clearance', 'callbacks', 'waitlist']);
    const text = JSON.stringify(catalog.body);
    for (const word of ['roster', 'timeOff', 'rooms', 'closures', 'roomKind', 'buffer'])
      assert.ok(!text.includes(`"${word}"`));
    assert.equal(clinic.data.rooms.length, 6);
    assert.equal((await patient().asks('/checklist')).body.resourceType, 'Questionnaire');
  });

  it('finds the contract at the root', async () => {
    const { patient } = testEndpoint(db());
    const document = (await patient().asks(`${root}/openapi.json`)).body;
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    validator.resolveRefs();
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(
      described.sort(),
      Object.values(everyCall)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  it('hears nothing of what went wrong inside', async () => {
    const broken = {
      ...testEndpoint(db()).clinic,
      catalogIn: () => {
        throw new Error('Maria Santos, password');
      },
    };
    const { patient, log } = testEndpoint(db(), { clinic: broken });
    const failed = await patient().catalog();
    assert.deepEqual([failed.status, failed.problem], [500, 'unavailable']);
    assert.match(failed.body.detail, /\(303\) 555-0142/);
    assert.ok(!JSON.stringify(failed.body).includes('Maria') && !log.join().includes('Maria'));
    assert.equal(log.length, 1);
  });
});
