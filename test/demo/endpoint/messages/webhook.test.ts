import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { markHandedOver, takeMessage } from '../../../../demo/endpoint/db/messages.ts';
import { openMessages } from '../../../../demo/endpoint/messages/open-messages.ts';
import { Tokens } from '../../../../demo/endpoint/routes/tokens.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, monday, testEndpoint } from '../helpers/endpoint.ts';
import { HttpSink, type Received } from '../helpers/http-sink.ts';
import { booking } from '../helpers/patient.ts';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const secret = newSecret();

let program: HttpSink;
beforeEach(async () => {
  program = await new HttpSink().start();
});
afterEach(() => program.stop());

/** Read as a program reads it that uses the library; its clock has to show about the same. */
function verified({ headers, body }: Received, key = secret): unknown {
  const { now } = Date;
  Date.now = () => Number(headers['webhook-timestamp']) * 1000;
  try {
    return new Webhook(key).verify(body, headers as Record<string, string>);
  } finally {
    Date.now = now;
  }
}

onEveryDatabase('A webhook', (db) => {
  async function booked(WEBHOOK_SECRET = secret) {
    const endpoint = testEndpoint(db(), { channels: ['webhook'] });
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    const { body } = await maria.books(token, { ...booking(), note: 'My knee hurts' });
    const { delivers } = worker(endpoint, { WEBHOOK_URL: program.url, WEBHOOK_SECRET });
    return { endpoint, delivers, id: body.id as string };
  }

  it('is signed, and tells ids and a status', async () => {
    const { endpoint, delivers, id } = await booked();
    await delivers();
    const [received] = program.received;
    assert.deepEqual(verified(received!), {
      type: 'booking.booked',
      timestamp: new Date(monday).toISOString(),
      data: { clinic: endpoint.clinic.id, booking: id, revision: 1, status: 'booked' },
    });
    assert.equal(Number(received!.headers['webhook-timestamp']) * 1000, monday);
    assert.throws(() => verified({ ...received!, body: received!.body.replace('booked', 'ended') }), /signature/i);
    assert.throws(() => verified(received!, newSecret()), /signature/i);
  });

  it('is signed with both secrets while one replaces the other', async () => {
    const next = newSecret();
    const { delivers } = await booked(`${secret} ${next}`);
    await delivers();
    assert.ok(verified(program.received[0]!, secret));
    assert.ok(verified(program.received[0]!, next));
  });

  it('comes again under the same id until somebody has taken it', async () => {
    const { endpoint, delivers } = await booked();
    const answers = ['hang up', 500, 400, 302, 200] as const;
    program.answer = () => answers[program.received.length - 1] ?? 200;
    for (const minutes of [0, 1, 5, 15, 60, 180]) {
      endpoint.passes(minutes);
      await delivers();
    }
    assert.equal(program.received.length, 5);
    assert.equal(new Set(program.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(program.received.map(({ body }) => body)).size, 1);
    for (const one of program.received) verified(one);
  });

  it('comes again where a worker died over it: its id tells', async () => {
    const { endpoint, delivers } = await booked();
    const at = (minutes: number) => new Date(endpoint.now() + minutes * 60_000);
    const taken = await takeMessage(db(), endpoint.clinic.id, at(0), at(2));
    assert.ok(await markHandedOver(db(), taken!, at(0)));
    endpoint.passes(3);
    await delivers();
    assert.equal(program.received.length, 1);
  });

  it('ends where the program says that it is gone', async () => {
    const { endpoint, delivers } = await booked();
    program.answer = () => 410;
    await delivers();
    assert.equal((await messagesOf(endpoint))[0]!.outcome, 'given up');
  });
});

describe('The settings of webhooks', () => {
  for (const WEBHOOK_SECRET of ['', 'whsec_c2hvcnQ='])
    it(`are refused with the secret "${WEBHOOK_SECRET}"`, () => {
      const clinic = cedar();
      const open = () => openMessages({ WEBHOOK_URL: program.url, WEBHOOK_SECRET }, clinic, new Tokens('s', clinic.id));
      assert.throws(open, /WEBHOOK_SECRET/);
    });
});
