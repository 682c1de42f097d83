import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DemoOutbox } from '../../../../demo/endpoint/messages/demo-outbox.ts';
import { sweep } from '../../../../demo/endpoint/db/sweep.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { booking, type Reply } from '../helpers/patient.ts';

const slots = ['s2~t1~2026-12-01T16:00Z', 's2~t1~2026-12-03T16:00Z'] as const;
const email = 'maria@example.org';

onEveryDatabase('A first booking that needs a code', (db) => {
  const open = (channels: readonly ('email' | 'sms')[] = ['email']) => {
    const clinic = cedar((data) => (data.policy.confirmContact = true));
    const endpoint = testEndpoint(db(), { clinic, channels });
    const { outbox, delivers } = worker(endpoint, {});
    /** Delivers, and reads the code that came last. */
    const code = async () => {
      await delivers();
      return codeIn(outbox!);
    };
    const maria = endpoint.patient();
    const books = (token: string, more: object = {}, patient: object = { email }): Promise<Reply> =>
      maria.books(token, { ...booking(), ...more, patient: { ...booking().patient, ...patient } });
    const holds = async (slot: string = slots[0]): Promise<string> => (await maria.holds(slot)).body.token;
    return { endpoint, outbox: outbox!, delivers, code, books, holds };
  };

  it('is made with the code that was sent', async () => {
    const { code, books, holds, outbox } = open();
    const token = await holds();
    const asked = await books(token);
    assert.deepEqual([asked.status, asked.problem, asked.body.errors[0].pointer], [422, 'code-unknown', '/code']);
    const sent = await code();
    assert.match(sent, /^\d{6}$/);
    assert.equal(outbox.shown[0]!.to, email);
    assert.equal((await books(token, { code: ` ${sent.slice(0, 3)} ${sent.slice(3)}` })).status, 201);
    assert.equal((await books(await holds(slots[1]))).status, 201, 'and the next one needs none');
  });

  it('is not made without it, and it is not sent twice', async () => {
    const { code, books, holds, outbox } = open();
    const token = await holds();
    await books(token);
    const sent = await code();
    const wrong = sent === '000000' ? '000001' : '000000';
    for (const more of [{}, { code: '' }, { code: wrong }, { code: 'abc' }])
      assert.equal((await books(token, more)).problem, 'code-unknown');
    await code();
    assert.equal(outbox.shown.length, 1);
  });

  it('is not made with a code of somebody else', async () => {
    const { code, books, holds } = open();
    const token = await holds();
    await books(token);
    const sent = await code();
    assert.equal((await books(token, { code: sent }, { email: 'eve@example.org' })).problem, 'code-unknown');
  });

  it('is not made by guessing', async () => {
    const { endpoint, code, books, holds } = open();
    const token = await holds();
    await books(token);
    const sent = await code();
    const guesses = Array.from({ length: 5 }, (_, index) =>
      String((Number(sent) + index + 1) % 1_000_000).padStart(6, '0'),
    );
    for (const guess of guesses) assert.equal((await books(token, { code: guess })).problem, 'code-unknown');
    const refused = await books(token, { code: sent });
    assert.equal(refused.problem, 'rate-limited', 'not even with the right one');
    assert.equal(refused.headers.get('Retry-After'), '900');
    endpoint.passes(15);
    assert.equal((await books(token, { code: sent })).problem, 'code-unknown', 'it is over, and a new one is sent');
    assert.equal((await books(token, { code: await code() })).status, 201);
  });

  it('counts guesses that come at the same time', async () => {
    const { code, books, holds } = open();
    const token = await holds();
    await books(token);
    const sent = Number(await code());
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        books(token, { code: String((sent + 1 + index) % 1_000_000).padStart(6, '0') }),
      ),
    );
    assert.equal(all.filter(({ problem }) => problem === 'code-unknown').length, 5);
    assert.equal(all.filter(({ problem }) => problem === 'rate-limited').length, 15);
  });

  it('keeps no code that can be read, and none for long', async () => {
    const { endpoint, delivers, code, books, holds } = open();
    await books(await holds());
    const sent = await code();
    await delivers();
    const kept = () => db().selectFrom('contact_code').selectAll().where('clinic', '=', endpoint.clinic.id).execute();
    assert.equal((await kept()).length, 1);
    const all = JSON.stringify([await kept(), await messagesOf(endpoint)]);
    assert.ok(!all.includes(sent) && !all.includes(email));
    await sweep(db(), endpoint.clinic.id, endpoint.now() + 16 * 60_000);
    assert.deepEqual(await kept(), []);
  });

  it('does not make the clinic write to everybody', async () => {
    const { books, holds } = open();
    const token = await holds();
    for (let times = 0; times < 10; times++)
      assert.equal((await books(token, {}, { email: `guest${times}@example.org` })).problem, 'code-unknown');
    assert.equal((await books(token, {}, { email: 'one.more@example.org' })).problem, 'rate-limited');
  });

  it('goes by text message where there is no e-mail address, and says so where it cannot', async () => {
    const [by, without] = [open(['email', 'sms']), open()];
    const token = await by.holds();
    await by.books(token, {}, {});
    const sent = await by.code();
    assert.match(by.outbox.shown[0]!.text, /^Cedar Ridge: Your code is \d{6}/);
    assert.equal((await by.books(token, { code: sent }, {})).status, 201);
    const refused = await without.books(await without.holds(), {}, {});
    assert.deepEqual([refused.problem, refused.body.errors[0].pointer], ['invalid', '/patient/email']);
  });

  it('needs none where the clinic does not want it', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(slots[0])).body;
    assert.equal((await maria.books(token, booking())).status, 201);
  });
});

const codeIn = ({ shown }: DemoOutbox) => /\b\d{6}\b/.exec(shown[0]?.text ?? '')?.[0] ?? '';
