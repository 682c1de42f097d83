import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Tokens, type TokenKind } from '../../../../demo/endpoint/routes/tokens.ts';
import { everyCall, everyRequest, type EveryCallName, type RequestShape } from '../../../../src/contract/index.ts';
import { answers } from '../helpers/checklist.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { secret, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

/** What is good enough to be sent, so that a wrong token is all that is wrong. */
const bodies: Readonly<Partial<Record<EveryCallName, object>>> = {
  book: booking(),
  reschedule: { hold: 'x' },
  cancel: {},
  withdraw: { consentIds: ['treatment'] },
  saveForm: { response: answers() },
};

const shapes: Readonly<Record<string, RequestShape>> = everyRequest;
const withToken = Object.keys(everyCall).filter((name): name is EveryCallName => shapes[name]?.bearer !== undefined);

/** Everything of an answer that whoever guesses could learn from. */
async function answerTo({ app, clinic }: TestEndpoint, name: EveryCallName, authorization: string | undefined) {
  const { method, path } = everyCall[name];
  const headers = new Headers({ 'Content-Type': 'application/json', 'If-Match': '"1"' });
  if (authorization !== undefined) headers.set('Authorization', authorization);
  const body = method === 'POST' ? JSON.stringify(bodies[name] ?? {}) : undefined;
  const request = new Request(`http://endpoint.test/clinics/${clinic.id}${path}`, { method, headers, body });
  const response = await app.fetch(request, '10.7.7.7');
  return { status: response.status, headers: [...response.headers], text: await response.text() };
}

/** Tokens of every kind of somebody at a clinic, each of which opens something there. */
async function tokensAt({ patient }: TestEndpoint): Promise<Readonly<Record<TokenKind, string>>> {
  const maria = patient();
  const held = await maria.holds('s2~t1~2026-12-01T16:00Z');
  const booked = await maria.books((await maria.holds('s2~t1~2026-12-02T16:00Z')).body.token);
  const contact = { name: 'Maria Santos', email: 'maria@example.org' };
  const waiting = await maria.sends('/waitlist', { serviceIds: ['s2'], from: '2026-12-01', to: '2026-12-20', contact });
  return { hold: held.body.token, manage: booked.body.manageToken, wait: waiting.body.token };
}

const changed = (token: string, at: number) =>
  token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

onEveryDatabase('A wrong token', (db) => {
  for (const name of withToken) {
    const { method, path } = everyCall[name];
    it(`gets one and the same 401 at ${method} ${path}, whatever is wrong with it`, async () => {
      const [here, there] = [testEndpoint(db()), testEndpoint(db())];
      const [own, others] = [await tokensAt(here), await tokensAt(there)];
      const kind = shapes[name]!.bearer!;
      const token = own[kind];
      const [id = '', , signature = ''] = token.split('.');
      const guessing = new Tokens('another secret', here.clinic.id);
      const enumerated = Array.from({ length: 20 }, (_, count) => `${String(count)}.1.${signature}`);
      const otherKinds = (['hold', 'manage', 'wait'] as const).filter((one) => one !== kind).map((one) => own[one]);
      const wrong = [
        ...otherKinds,
        others[kind],
        `${id}.2.${signature}`,
        `${id}.1e0.${signature}`,
        `${id}.01.${signature}`,
        `${id}.1.`,
        `${id}.1`,
        `${token}.`,
        `${token}A`,
        token.slice(0, -1),
        token.toUpperCase(),
        changed(token, 0),
        changed(token, token.length - 1),
        changed(token, token.indexOf('.') + 3),
        guessing.make(kind, { id, generation: 1 }),
        new Tokens(secret, 'another').make(kind, { id, generation: 1 }),
        'x',
        '..',
        '__proto__.1.x',
        'a'.repeat(8000),
        ...enumerated,
      ];
      const none = await answerTo(here, name, undefined);
      assert.equal(none.status, 401);
      for (const one of [...wrong.map((text) => `Bearer ${text}`), 'Bearer', 'Bearer ', `Basic ${token}`, token, ''])
        assert.deepEqual(await answerTo(here, name, one), none, one.slice(0, 100));
      assert.notEqual((await answerTo(here, name, `Bearer ${token}`)).status, 401, 'the right one opens');
    });
  }

  it('is one of which the generation is spent: it hears the same as one that was guessed', async () => {
    const here = testEndpoint(db());
    const own = await tokensAt(here);
    const { id, generation } = new Tokens(secret, here.clinic.id).read('manage', own.manage)!;
    const clinic = here.clinic.id;
    await db()
      .updateTable('booking')
      .set({ generation: generation + 1 })
      .where('clinic', '=', clinic)
      .where('id', '=', id)
      .execute();
    for (const name of withToken.filter((each) => shapes[each]!.bearer === 'manage'))
      assert.deepEqual(await answerTo(here, name, `Bearer ${own.manage}`), await answerTo(here, name, undefined), name);
  });

  it('changes nothing, and opens nothing after what it was for is gone', async () => {
    const here = testEndpoint(db());
    const own = await tokensAt(here);
    const maria = here.patient();
    await maria.givesBack(own.hold);
    assert.equal((await answerTo(here, 'held', `Bearer ${own.hold}`)).status, 410);
    assert.equal((await answerTo(here, 'book', `Bearer ${own.hold}`)).status, 410);
    assert.equal((await maria.sees(own.manage)).status, 200);
  });
});
