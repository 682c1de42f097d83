import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openMessages } from '../../../../demo/endpoint/messages/open-messages.ts';
import type { SmsEnvironment } from '../../../../demo/endpoint/messages/sms.ts';
import { Tokens } from '../../../../demo/endpoint/routes/tokens.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { HttpSink } from '../helpers/http-sink.ts';
import { booking } from '../helpers/patient.ts';

let service: HttpSink;
beforeEach(async () => {
  service = await new HttpSink().start();
});
afterEach(() => service.stop());

onEveryDatabase('A text message', (db) => {
  async function booked(environment: SmsEnvironment = {}, patient: object = { reach: ['sms'] }) {
    const endpoint = testEndpoint(db(), { channels: ['sms'] });
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    const { body } = await maria.books(token, { ...booking(), patient: { ...booking().patient, ...patient } });
    const { delivers } = worker(endpoint, { SMTP_URL: 'smtp://127.0.0.1:1', SMS_URL: service.url, ...environment });
    return { endpoint, delivers, manageToken: body.manageToken as string };
  }

  it('goes to who asked for it, and says no more than when', async () => {
    const { endpoint, delivers, manageToken } = await booked({ SMS_HEADERS: '{"Authorization":"Bearer key"}' });
    await delivers();
    const [{ headers, body } = service.received[0]!] = service.received;
    assert.equal(headers.authorization, 'Bearer key');
    assert.equal(headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(body), {
      to: '+13035550100',
      text: `Cedar Ridge: Your appointment is booked: Tuesday, December 1, 2026 at 9:00 AM. https://cedar.example/appointment#manage=${manageToken}`,
    });
    endpoint.passes(8 * 24 * 60 - 60);
    await delivers();
    assert.match(service.received[1]!.body, /Reminder: your appointment is on Tuesday/);
    assert.equal(service.received.length, 2);
  });

  it('goes to nobody else', async () => {
    const { endpoint, delivers } = await booked({}, {});
    assert.equal(await delivers(), 0);
    assert.deepEqual(await messagesOf(endpoint), []);
  });

  it('is written as the service wants it', async () => {
    const { delivers } = await booked({
      SMS_HEADERS: '{"Content-Type":"application/x-www-form-urlencoded"}',
      SMS_BODY: 'To={to}&Body={text}&Id={id}',
    });
    await delivers();
    const form = new URLSearchParams(service.received[0]!.body);
    assert.equal(form.get('To'), '+13035550100');
    assert.match(form.get('Body') ?? '', /^Cedar Ridge: Your appointment is booked: .*#manage=/);
    assert.match(form.get('Id') ?? '', /^[\w-]{27}$/);
  });

  it('waits where the service is busy, and arrives once', async () => {
    const { endpoint, delivers } = await booked();
    let refusals = 2;
    service.answer = () => (refusals-- > 0 ? 503 : 200);
    for (const minutes of [0, 1, 5, 60]) {
      endpoint.passes(minutes);
      await delivers();
    }
    assert.equal(service.received.length, 3);
    assert.equal((await messagesOf(endpoint))[0]!.outcome, 'sent');
  });

  const ends: readonly (readonly [string, number | 'hang up', string])[] = [
    ['is given up where the service does not want it', 400, 'given up'],
    ['is given up where it would go somewhere else', 302, 'given up'],
    ['is not sent again where nobody heard whether it was', 'hang up', 'in doubt'],
    ['is not sent again where the service broke over it', 500, 'in doubt'],
    ['is not sent again where a gateway lost patience', 504, 'in doubt'],
    ['is not sent again where the service says that it took too long', 408, 'in doubt'],
  ];
  for (const [name, answer, outcome] of ends)
    it(name, async () => {
      const { endpoint, delivers } = await booked();
      service.answer = () => answer;
      await delivers();
      endpoint.passes(60);
      await delivers();
      assert.equal(service.received.length, 1);
      assert.equal((await messagesOf(endpoint))[0]!.outcome, outcome);
      assert.doesNotMatch(endpoint.log.join(), /555|Maria/);
    });

  it('is tried again where nobody was there', async () => {
    const { endpoint, delivers } = await booked();
    await service.stop();
    await delivers();
    const [message] = await messagesOf(endpoint);
    assert.deepEqual([message!.outcome, message!.tries], [null, 1]);
  });
});

describe('The settings of text messages', () => {
  const wrong: readonly (readonly [RegExp, SmsEnvironment])[] = [
    [/SMS_HEADERS is no JSON/, { SMS_HEADERS: 'Authorization: key' }],
    [/SMS_HEADERS is no JSON/, { SMS_HEADERS: '{"a":1}' }],
    [/SMS_BODY needs \{to\} and \{text\}/, { SMS_BODY: '{"text":"{text}"}' }],
  ];
  for (const [reason, environment] of wrong)
    it(`are refused with ${JSON.stringify(environment)}`, () => {
      const clinic = cedar();
      const open = () =>
        openMessages({ SMS_URL: service.url, ...environment }, clinic, new Tokens('secret', clinic.id));
      assert.throws(open, reason);
    });
});
