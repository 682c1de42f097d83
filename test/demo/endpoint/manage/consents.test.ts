import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf } from '../helpers/deliver.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

const signed = (id: string, version: string, signedName = 'Maria Santos') => ({ id, version, signedName });
const agreed = [signed('treatment', '2'), signed('health-data', '1'), signed('follow-up', '1')];
const request = {
  ...booking(),
  patient: { ...booking().patient, email: 'maria@example.org' },
  consents: agreed,
};

onEveryDatabase('What a patient agrees to', (db) => {
  const open = async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    return { endpoint, maria, token };
  };
  const books = async () => {
    const { endpoint, maria, token } = await open();
    endpoint.passes(2);
    const { body } = await maria.books(token, request);
    const withdraws = (...consentIds: readonly string[]) =>
      maria.sends('/booking/withdraw', { consentIds }, { token: body.manageToken });
    return { endpoint, maria, body, withdraws };
  };
  it('is taken back whatever its id is called', async () => {
    const { maria, token } = await open();
    const { body } = await maria.books(token, { ...request, consents: [...agreed, signed('constructor', '1')] });
    const withdraws = (id: string) =>
      maria.sends('/booking/withdraw', { consentIds: [id] }, { token: body.manageToken });
    const after = [await withdraws('treatment'), await withdraws('constructor')];
    assert.deepEqual(
      after.map(({ status, body: { consents } }) => [
        status,
        ...consents.flatMap(({ id, withdrawnAt }: { id: string; withdrawnAt?: string }) => (withdrawnAt ? [id] : [])),
      ]),
      [
        [200, 'treatment'],
        [200, 'treatment', 'constructor'],
      ],
    );
  });

  const thanks = async (endpoint: ReturnType<typeof testEndpoint>) =>
    (await messagesOf(endpoint)).filter(({ topic }) => topic === 'after-visit').length;

  it('has a name signed under it, or is not agreed to', async () => {
    const { maria, token } = await open();
    for (const signedName of [undefined, '', ' ', '-']) {
      const { problem, body } = await maria.books(token, {
        ...request,
        consents: [agreed[0], { ...agreed[1], signedName }],
      });
      assert.equal(problem, 'invalid');
      assert.deepEqual(body.errors[0].pointer, '/consents/1/signedName');
    }
    assert.equal((await maria.books(token, request)).status, 201);
  });

  it('is shown in its version, with who has signed it and when, also when the booking is read again', async () => {
    const { maria, body } = await books();
    assert.deepEqual(
      body.consents.map(({ id, version, signedName, agreedAt }: Record<string, string>) => [
        id,
        version,
        signedName,
        agreedAt,
      ]),
      agreed.map(({ id, version }) => [id, version, 'Maria Santos', '2026-11-23T09:02:00-07:00']),
    );
    assert.match(body.consents[0].text, /^I agree to the treatment/);
    assert.deepEqual((await maria.sees(body.manageToken)).body.consents, body.consents);
  });

  it('can be taken back at any time; the booking stands, and nobody writes about it any more', async () => {
    const { endpoint, maria, body, withdraws } = await books();
    assert.equal(await thanks(endpoint), 1);
    endpoint.passes(3);
    const { status, body: after } = await withdraws('follow-up');
    assert.deepEqual([status, after.status, after.revision], [200, 'booked', 1]);
    const at = (id: string) =>
      after.consents.find((one: { id: string }) => one.id === id).withdrawnAt as string | undefined;
    assert.deepEqual([at('treatment'), at('follow-up')], [undefined, '2026-11-23T09:05:00-07:00']);
    assert.equal(await thanks(endpoint), 0);

    endpoint.passes(1);
    await withdraws('treatment', 'follow-up');
    const { consents } = (await maria.sees(body.manageToken)).body;
    assert.deepEqual(
      consents.map(({ withdrawnAt = '' }) => withdrawnAt.slice(11, 16)),
      ['09:06', '', '09:05'],
      'what was taken back first stays so',
    );
    const moved = await maria.changes(body.manageToken, 'cancel');
    assert.equal(moved.status, 200);
    assert.equal(moved.body.consents[0].withdrawnAt, consents[0].withdrawnAt);
  });

  it('is not taken back by others, nor what was never agreed to', async () => {
    const { maria, withdraws } = await books();
    assert.equal((await withdraws('news')).problem, 'invalid');
    assert.equal((await withdraws()).problem, 'invalid');
    const foreign = await maria.sends('/booking/withdraw', { consentIds: ['treatment'] }, { token: 'guessed' });
    assert.equal(foreign.problem, 'unauthorized');
  });
});
