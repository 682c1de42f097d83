import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { markHandedOver, takeMessage } from '../../../../demo/endpoint/db/messages.ts';
import { pauseAfter } from '../../../../demo/endpoint/messages/back-off.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { MailServer } from '../helpers/mail-server.ts';
import { booking } from '../helpers/patient.ts';

let server: MailServer;
before(async () => {
  server = await new MailServer().start();
});
after(() => server.stop());

/** Nobody but the patient is told, so that there is one message. */
const quiet = () =>
  cedar((data) => {
    data.messages = { sender: data.messages.sender };
    delete data.waitlist;
    for (const therapist of data.therapists) delete therapist.email;
  });

onEveryDatabase('A message that does not get through', (db) => {
  let patients = 0;
  const open = async (SMTP_URL = server.url) => {
    const endpoint = testEndpoint(db(), { clinic: quiet() });
    const email = `ben${++patients}.${endpoint.clinic.id}@example.org`;
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    await maria.books(token, { ...booking(), patient: { ...booking().patient, email } });
    const arrived = () => server.to(email).length;
    const message = async () => (await messagesOf(endpoint))[0]!;
    return { endpoint, arrived, message, delivers: worker(endpoint, { SMTP_URL }).delivers };
  };
  it('is tried again, each time later, and arrives once', async () => {
    const { endpoint, arrived, delivers } = await open();
    let refusals = 3;
    server.toRecipient = () => (refusals-- > 0 ? 451 : undefined);
    for (const pause of [0, 1, 5]) {
      endpoint.passes(pause);
      assert.equal(await delivers(), 1);
      assert.equal(await delivers(), 0, 'not at once');
    }
    assert.equal(arrived(), 0);
    endpoint.passes(15);
    assert.equal(await delivers(), 1);
    assert.equal(arrived(), 1);
    assert.deepEqual(
      endpoint.log.map((line) => [JSON.parse(line).event, JSON.parse(line).tries]),
      [1, 2, 3].map((tries) => ['message postponed', tries]),
      'and whoever runs the server can read of it',
    );
  });

  it('is given up after some tries, which is logged without a name or an address', async () => {
    const { endpoint, message, delivers } = await open('smtp://127.0.0.1:1');
    let tries = 0;
    while (!(await message()).settled_at && tries < 100) {
      tries += await delivers();
      endpoint.passes(60);
    }
    assert.equal(tries, 8);
    const { id, outcome, detail } = await message();
    assert.deepEqual([outcome, detail], ['given up', null]);
    assert.deepEqual(
      endpoint.log.map((line) => JSON.parse(line)),
      [1, 2, 3, 4, 5, 6, 7, 8].map((tried) => ({
        event: tried < 8 ? 'message postponed' : 'message given up',
        clinic: endpoint.clinic.id,
        message: id,
        topic: 'booked',
        channel: 'email',
        tries: tried,
        reason: 'ESOCKET CONN',
      })),
    );
  });

  it('is given up where nobody carries its kind any more, and goes where somebody does again', async () => {
    const { endpoint, arrived, message, delivers } = await open();
    const email = await message();
    const ways = { sms: 'given up', email: 'sent' };
    await db()
      .insertInto('message')
      .values({ ...email, id: `${email.id}/sms`, channel: 'sms', detail: null })
      .execute();
    await delivers();
    for (let tries = 0; tries < 10; tries++) {
      endpoint.passes(10 * 60);
      await delivers();
    }
    assert.equal(arrived(), 1);
    const ended = (await messagesOf(endpoint)).filter(({ topic }) => topic === 'booked');
    assert.deepEqual(Object.fromEntries(ended.map(({ channel, outcome }) => [channel, outcome])), ways);
    assert.equal(JSON.parse(endpoint.log.at(-1)!).reason, 'no carrier');
  });

  it('is given up at once where the server wants it never', async () => {
    const { endpoint, message, delivers } = await open();
    server.toRecipient = () => 550;
    await delivers();
    server.toRecipient = () => undefined;
    assert.equal((await message()).outcome, 'given up');
    assert.deepEqual(JSON.parse(endpoint.log[0]!).reason, 'EENVELOPE RCPT TO 550');
    assert.doesNotMatch(endpoint.log.join(), /@|ben/);
  });

  it('stays in doubt where it was handed over by a server that could send it, and this one cannot', async () => {
    const { endpoint, message, delivers } = await open();
    const email = await message();
    const handed_over_at = new Date(endpoint.now());
    await db()
      .insertInto('message')
      .values({ ...email, id: `${email.id}/sms`, channel: 'sms', detail: null, handed_over_at })
      .execute();
    await delivers();
    const ended = (await messagesOf(endpoint)).find(({ channel }) => channel === 'sms');
    assert.equal(ended?.outcome, 'in doubt');
  });

  it('is refused after all its text, and sent again', async () => {
    const { endpoint, arrived, delivers } = await open();
    server.toMessage = () => 452;
    await delivers();
    server.toMessage = () => undefined;
    endpoint.passes(1);
    await delivers();
    assert.equal(arrived(), 1);
  });

  it('is never sent again where nobody heard whether it arrived', async () => {
    const { endpoint, message, delivers } = await open(await cutOff());
    await delivers();
    assert.equal((await message()).outcome, 'in doubt');
    assert.equal(JSON.parse(endpoint.log[0]!).event, 'message in doubt');
    endpoint.passes(24 * 60);
    assert.equal(await delivers(), 0);
  });

  it('is never sent again where it went and nobody could write that down', async () => {
    const { endpoint, arrived, message, delivers } = await open();
    const failing = worker(endpoint, { SMTP_URL: server.url }, db().withPlugin(failsToSettle));
    await assert.rejects(failing.delivers(), /the database is away/);
    assert.equal(arrived(), 1);
    endpoint.passes(3);
    assert.equal(await delivers(), 1);
    assert.equal((await message()).outcome, 'in doubt');
    assert.equal(arrived(), 1);
  });

  it('is anybody’s again where its worker was held up, who then sends nothing', async () => {
    const { endpoint, arrived, delivers } = await open();
    const at = (minutes: number) => new Date(endpoint.now() + minutes * 60_000);
    const slow = (await takeMessage(db(), endpoint.clinic.id, at(0), at(2)))!;
    assert.equal(await delivers(), 0, 'it has it for itself');
    endpoint.passes(3);
    assert.equal(await markHandedOver(db(), slow, at(0)), false, 'its time is over');
    assert.equal(await delivers(), 1);
    assert.equal(arrived(), 1);
    assert.equal(await markHandedOver(db(), slow, at(-2)), false, 'whatever its clock says');
  });

  it('waits for a minute, then for hours, and not for ever', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => (pauseAfter(tries) ?? 0) / 60_000);
    assert.deepEqual(minutes, [1, 5, 15, 60, 180, 360, 600, 0]);
  });
});

/** A database that fails in the moment when the end of a message is written down. */
const failsToSettle: KyselyPlugin = {
  transformQuery({ node }) {
    if (JSON.stringify(node).includes('"outcome"') && node.kind === 'UpdateQueryNode')
      throw new Error('the database is away');
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** A server that hangs up when it has got the whole message, without a word. */
async function cutOff(): Promise<string> {
  const cut = createServer((socket) => {
    socket.write('220 cut.example\r\n');
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const said = String(data);
      if (said.endsWith('\r\n.\r\n')) socket.destroy();
      else if (said.includes('DATA')) socket.write('354 go on\r\n');
      else for (const line of said.split('\r\n').filter(Boolean)) socket.write(`250 ${line.length}\r\n`);
    });
  });
  cut.unref();
  await new Promise<void>((resolve) => cut.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(cut.address() as AddressInfo).port}`;
}
