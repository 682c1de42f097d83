import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { bearer, newKey } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const deep = (levels: number) => `{"slotIds":["${nine}"],"more":${'['.repeat(levels)}${']'.repeat(levels)}}`;

onEveryDatabase('A request', (db) => {
  const bodies: readonly (readonly [string, string, number, string])[] = [
    ['no JSON', '{"slotIds":', 422, 'invalid'],
    ['nothing', '', 422, 'invalid'],
    ['a list instead of an object', '[]', 422, 'invalid'],
    ['more than 256 KiB', JSON.stringify({ slotIds: ['x'.repeat(262_144)] }), 413, 'too-large'],
    ['more than 32 levels', deep(32), 422, 'invalid'],
    ['very many levels', deep(100_000), 422, 'invalid'],
    ['31 levels below it', deep(31), 201, ''],
    ['brackets in a text', JSON.stringify({ slotIds: [nine], more: `"${'['.repeat(99)}\\` }), 201, ''],
    ['a NUL', '{"slotIds":["\\u0000"]}', 422, 'invalid'],
    ['half a character', '{"slotIds":["\\ud800"]}', 422, 'invalid'],
    ['an id that is too long', JSON.stringify({ slotIds: ['x'.repeat(513)] }), 422, 'invalid'],
    ['too many slots', JSON.stringify({ slotIds: Array.from({ length: 25 }, () => nine) }), 422, 'invalid'],
    ['__proto__', `{"__proto__":{"slotIds":[]},"slotIds":["${nine}"]}`, 201, ''],
  ];
  for (const [what, body, status, problem] of bodies)
    it(`with ${what} is answered ${status}`, async () => {
      const answer = await testEndpoint(db()).patient().sends('/holds', body);
      assert.deepEqual([answer.status, answer.problem ?? ''], [status, problem]);
      if (status !== 201) assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    });

  it('has to be JSON, and says so', async () => {
    const { patient } = testEndpoint(db());
    const asText = (type: string) =>
      patient().sends('/holds', { slotIds: [nine] }, { headers: { 'Content-Type': type } });
    assert.equal((await asText('text/plain')).status, 415);
    assert.equal((await asText('application/json; charset=utf-8')).status, 201);
  });

  it('to nowhere, or without a token, is told so', async () => {
    const { patient } = testEndpoint(db());
    assert.deepEqual((({ status, problem }) => [status, problem])(await patient().asks('/nowhere')), [
      404,
      'not-found',
    ]);
    assert.equal((await patient().asks('/catalog/')).status, 404);
    const refused = await patient().asks('/holds');
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get('WWW-Authenticate'), 'Bearer');
    assert.deepEqual(refused.body, (await patient().asks('/holds', bearer('wrong'))).body);
  });

  it('is answered in its language', async () => {
    const { patient } = testEndpoint(db());
    const spanish = await patient().catalog({ 'Accept-Language': 'fr, es-MX;q=0.9, en;q=0.8' });
    assert.equal(spanish.headers.get('Content-Language'), 'es');
    assert.equal(spanish.body.services[3].name, 'Masaje relajante');
    const english = await patient().catalog({ 'Accept-Language': 'fr' });
    assert.equal(english.headers.get('Content-Language'), 'en');
    const refused = await patient().asks('/holds', { 'Accept-Language': 'es' });
    assert.equal(refused.body.detail, 'Por favor, empiece de nuevo.');
  });

  it('is counted, and refused when there are too many in a minute', async () => {
    const { patient, passes } = testEndpoint(db(), { rateLimit: 3 });
    const [maria, ben] = [patient(), patient()];
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await maria.catalog()).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    const refused = await maria.catalog();
    assert.deepEqual([refused.problem, refused.headers.get('Retry-After')], ['rate-limited', '60']);
    assert.equal((await ben.catalog()).status, 200);
    passes(1);
    for (let count = 0; count < 3; count++) await maria.asks('http://endpoint.test/openapi.json');
    assert.equal(
      (await maria.asks('http://endpoint.test/openapi.json')).problem,
      'rate-limited',
      'the contract as well',
    );
    passes(1);
    assert.equal((await maria.catalog()).status, 200);
  });

  it('may be sent without end where nothing is counted, and so may holds', async () => {
    const maria = testEndpoint(db(), { rateLimit: 0 }).patient();
    for (const time of ['15:00', '16:15', '19:45', '21:00'])
      assert.equal((await maria.holds(`s2~t1~2026-12-01T${time}Z`)).status, 201);
  });
});

onEveryDatabase('The same key', (db) => {
  it('gets the same hold again, token and all', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const key = newKey();
    const held = await maria.holds(nine, { key });
    passes(24 * 60 - 1);
    const again = await maria.holds(nine, { key });
    assert.deepEqual([again.status, again.body], [held.status, held.body]);
    assert.equal((await maria.holds('s2~t4~2026-12-02T17:00Z', { key })).problem, 'key-reused');
  });

  it('counts within its route', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const key = newKey();
    const { token } = (await maria.holds(nine, { key })).body;
    assert.equal((await maria.extends(token, key)).body.extensions, 9);
    assert.equal((await maria.extends(token, key)).body.extensions, 9);
    assert.equal((await maria.extends(token)).body.extensions, 8);
  });

  it('is told apart from a lost time while the first is at work', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const key = newKey();
    const both = await Promise.all([maria.holds(nine, { key }), maria.holds(nine, { key })]);
    assert.deepEqual(both.map(({ status, problem }) => String(problem ?? status)).sort(), ['201', 'in-progress']);
  });

  it('is worked on once by servers beside each other', async () => {
    const one = testEndpoint(db());
    const servers = [one, ...Array.from({ length: 4 }, () => testEndpoint(db(), { clinic: one.clinic }))];
    const key = newKey();
    const all = await Promise.all(servers.map(({ patient }) => patient('10.1.1.1').holds(nine, { key })));
    assert.ok(
      all.every(({ status, problem }) => status === 201 || problem === 'in-progress'),
      JSON.stringify(all.map(({ problem }) => problem)),
    );
    const tokens = all.filter(({ status }) => status === 201).map(({ body }) => body.token);
    assert.equal(new Set(tokens).size, 1);
  });

  it('may be left out, but has to be one', async () => {
    const { patient } = testEndpoint(db());
    const send = (headers: HeadersInit) =>
      patient().request('/holds', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ slotIds: [nine] }),
      });
    assert.equal((await send({ 'Idempotency-Key': 'a b' })).problem, 'invalid');
    assert.equal((await send({})).status, 201);
  });

  it('is not kept by the database with anything that opens a booking', async () => {
    const { patient } = testEndpoint(db());
    const { token } = (await patient().holds(nine)).body;
    const rows =
      JSON.stringify(await db().selectFrom('idempotency').selectAll().execute()) +
      JSON.stringify(await db().selectFrom('booking').selectAll().execute());
    assert.ok(!rows.includes(token) && !rows.includes(token.split('.')[2]));
    assert.ok(!rows.includes('10.0.0.'), 'nor with an address');
  });
});
