import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { HttpSink } from '../helpers/http-sink.ts';
import { MailServer } from '../helpers/mail-server.ts';
import { booking, newKey } from '../helpers/patient.ts';

let server: MailServer;
let phones: HttpSink;
before(async () => {
  server = await new MailServer().start();
  phones = await new HttpSink().start();
});
after(() => Promise.all([server.stop(), phones.stop()]));

let people = 0;
const book = async ({ patient }: TestEndpoint, slot: string, more: object) => {
  const maria = patient();
  const { token } = (await maria.holds(slot)).body;
  return (await maria.books(token, { ...booking(), patient: { ...booking().patient, ...more } })).body;
};

onEveryDatabase('Lost links', (db) => {
  const open = () => {
    const endpoint = testEndpoint(db());
    return { endpoint, ...worker(endpoint, { SMTP_URL: server.url }), email: `lost${++people}@example.org` };
  };
  const links = (endpoint: TestEndpoint, contact: unknown, key?: string) =>
    endpoint.patient().sends('/links', { contact }, { key });

  it('are sent to where the bookings say, one for each that is to come', async () => {
    const { endpoint, delivers, email } = open();
    const first = await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email });
    endpoint.passes(1);
    const second = await book(endpoint, 's2~t1~2026-12-03T16:00Z', { email, language: 'es' });
    await delivers();
    const before = server.to(email).length;
    const answer = await links(endpoint, email.toUpperCase());
    assert.deepEqual([answer.status, answer.body], [202, {}]);
    await delivers();
    assert.equal(server.to(email).length, before + 1);
    const { text, subject } = server.to(email).at(-1)!;
    assert.equal(subject, 'Enlaces a sus citas', 'in the language of the newest');
    for (const { manageToken } of [first, second])
      assert.ok(text?.includes(`https://cedar.example/appointment#manage=${manageToken}`));
  });

  it('get the same answer where there are none, and nobody hears anything', async () => {
    const { endpoint, delivers, email } = open();
    const known = await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email });
    assert.ok(known.id);
    const [some, none] = [await links(endpoint, email), await links(endpoint, `not.${email}`)];
    assert.deepEqual(
      [some.status, some.body, [...some.headers.keys()]],
      [none.status, none.body, [...none.headers.keys()]],
    );
    const written = (await messagesOf(endpoint)).filter(({ topic }) => topic === 'links');
    assert.equal(written.length, 2, 'and the same is written for both');
    await delivers();
    assert.equal(server.to(`not.${email}`).length, 0);
    const settled = (await messagesOf(endpoint)).filter(({ topic }) => topic === 'links');
    assert.deepEqual(
      settled.map(({ outcome, detail }) => `${outcome} ${JSON.stringify(detail)}`).sort(),
      ['needless null', 'sent null'],
      'and nothing of the contact is kept',
    );
  });

  it('are not sent of what is over', async () => {
    const { endpoint, delivers, email } = open();
    await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email, reach: ['phone'] });
    endpoint.passes(9 * 24 * 60);
    await links(endpoint, email);
    await delivers();
    assert.equal(server.to(email).length, 0);
  });

  it('are sent once in a while to the same contact, whoever asks', async () => {
    const { endpoint, delivers, email } = open();
    await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email, reach: ['phone'] });
    for (let times = 0; times < 5; times++) assert.equal((await links(endpoint, email)).status, 202);
    await delivers();
    assert.equal(server.to(email).length, 1);
    endpoint.passes(10);
    await links(endpoint, email);
    await delivers();
    assert.equal(server.to(email).length, 2);
  });

  it('go to the address in the booking where a phone number was named, however it is written', async () => {
    const { endpoint, delivers, email } = open();
    await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email, phone: '(303) 555-0177', reach: ['phone'] });
    await links(endpoint, '+1 303 555 0177');
    await delivers();
    assert.equal(server.to(email).length, 1);
  });

  it('never go to somebody else who shares the phone', async () => {
    const { endpoint, delivers, email } = open();
    const phone = '+1 303 555 0178';
    const other = await book(endpoint, 's2~t1~2026-12-01T16:00Z', { email: `other.${email}`, phone, reach: ['phone'] });
    endpoint.passes(1);
    const own = await book(endpoint, 's2~t1~2026-12-03T16:00Z', { email, phone, reach: ['phone'] });
    await links(endpoint, phone);
    await delivers();
    const { text } = server.to(email)[0]!;
    assert.deepEqual([text?.includes(own.manageToken), text?.includes(other.manageToken)], [true, false]);
  });

  it('go to the phone where there is a way', async () => {
    const endpoint = testEndpoint(db(), { channels: ['email', 'sms'] });
    const { delivers } = worker(endpoint, { SMTP_URL: server.url, SMS_URL: phones.url });
    const { manageToken } = await book(endpoint, 's2~t1~2026-12-01T16:00Z', { phone: '(303) 555-0188' });
    await links(endpoint, '303-555-0188');
    await delivers();
    const sent = JSON.parse(phones.received.at(-1)!.body) as { to: string; text: string };
    assert.equal(sent.to, '3035550188');
    assert.match(sent.text, new RegExp(`appointment#manage=${manageToken}$`));
  });

  it('never go to a number of another country that ends the same', async () => {
    const endpoint = testEndpoint(db(), { channels: ['email', 'sms'] });
    const { delivers } = worker(endpoint, { SMTP_URL: server.url, SMS_URL: phones.url });
    const own = await book(endpoint, 's2~t1~2026-12-01T16:00Z', { phone: '+1 303 555 0189' });
    endpoint.passes(1);
    const other = await book(endpoint, 's2~t1~2026-12-03T16:00Z', { phone: '+7 903 555 01 89' });
    for (const [phone, to, links, not] of [
      ['+1 303 555 0189', '+13035550189', own, other],
      ['+7 903 555 0189', '+79035550189', other, own],
    ] as const) {
      endpoint.passes(11);
      await endpoint.patient().sends('/links', { contact: phone });
      await delivers();
      const sent = JSON.parse(phones.received.at(-1)!.body) as { to: string; text: string };
      assert.equal(sent.to, to);
      assert.deepEqual([sent.text.includes(links.manageToken), sent.text.includes(not.manageToken)], [true, false]);
    }
  });

  it('are not asked for too often', async () => {
    const endpoint = testEndpoint(db());
    const asker = endpoint.patient();
    const ask = () => asker.sends('/links', { contact: `guess${++people}@example.org` });
    for (let times = 0; times < 10; times++) assert.equal((await ask()).status, 202);
    const refused = await ask();
    assert.equal(refused.problem, 'rate-limited');
    assert.ok(Number(refused.headers.get('Retry-After')) > 0);
    endpoint.passes(60);
    assert.equal((await ask()).status, 202);
  });

  for (const contact of ['', 'maria', 'a@b', 'maria@example.org\r\nBcc: x@y.zz', '12', null, ['maria@example.org']])
    it(`are not sent to ${JSON.stringify(contact)}`, async () => {
      const { endpoint } = open();
      assert.equal((await links(endpoint, contact)).problem, 'invalid');
      assert.deepEqual(await messagesOf(endpoint), []);
    });
});

onEveryDatabase('A call back', (db) => {
  const wish = { name: 'Maria Santos', phone: '+1 303 555 0100', when: 'in the morning' };

  it('is put before the desk, once', async () => {
    const desk = `desk${++people}@cedar.example`;
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => (data.messages.desk = desk)) });
    const { delivers } = worker(endpoint, { SMTP_URL: server.url });
    const maria = endpoint.patient();
    const key = newKey();
    for (let times = 0; times < 3; times++) assert.equal((await maria.sends('/callbacks', wish, { key })).status, 202);
    assert.equal((await maria.sends('/callbacks', { ...wish, when: 'now' }, { key })).problem, 'key-reused');
    await delivers();
    const [mail, ...more] = server.to(desk);
    assert.deepEqual(more, []);
    assert.equal(mail!.subject, 'Please call somebody back', 'nothing of it in a header');
    for (const part of Object.values(wish)) assert.ok(mail!.text?.includes(part), part);
    assert.deepEqual(
      (await messagesOf(endpoint)).map(({ detail }) => detail),
      [null],
      'forgotten once it is sent',
    );
  });

  it('is not asked for too often, nor without a number', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    assert.equal((await maria.sends('/callbacks', { ...wish, phone: 'home' })).problem, 'invalid');
    assert.equal((await maria.sends('/callbacks', { ...wish, name: 'Maria\r\nBcc: x' })).problem, 'invalid');
    const key = newKey();
    for (let times = 0; times < 12; times++) assert.equal((await maria.sends('/callbacks', wish, { key })).status, 202);
    for (let times = 0; times < 9; times++) await maria.sends('/callbacks', wish);
    assert.equal((await maria.sends('/callbacks', wish)).problem, 'rate-limited');
    assert.equal((await maria.sends('/callbacks', wish, { key })).status, 202, 'what was answered is answered again');
  });

  it('is nothing that a clinic without a desk offers', async () => {
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => delete data.messages.desk) });
    assert.equal((await endpoint.patient().sends('/callbacks', wish)).problem, 'not-found');
    assert.deepEqual((await endpoint.patient().catalog()).body.supports, ['manage', 'visits', 'clearance', 'waitlist']);
  });
});
