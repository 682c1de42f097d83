import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { findBooking } from '../../../../demo/endpoint/db/bookings.ts';
import {
  markHandedOver,
  postponeMessage,
  putMessages,
  takeMessage,
  withdrawMessages,
} from '../../../../demo/endpoint/db/messages.ts';
import type { Message } from '../../../../demo/endpoint/messages/message.ts';
import { occupy } from '../../../../demo/endpoint/db/places.ts';
import { FAR, type StoredAppointment } from '../../../../demo/endpoint/db/schema.ts';
import { sweep } from '../../../../demo/endpoint/db/sweep.ts';
import type { Change } from '../../../../demo/endpoint/messages/plan.ts';
import { tell } from '../../../../demo/endpoint/messages/tell.ts';
import { resourcesOf } from '../../../../demo/endpoint/schedule/busy.ts';
import { quantaOf } from '../../../../demo/endpoint/schedule/quanta.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { MailServer } from '../helpers/mail-server.ts';
import { booking } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const HOUR = 60;

let server: MailServer;
before(async () => {
  server = await new MailServer().start();
});
after(() => server.stop());

let patients = 0;
const newAddress = () => `maria${++patients}@example.org`;
const withEmail = (email: string, more: object = {}) => ({
  ...booking(),
  patient: { ...booking().patient, email, ...more },
});

async function booked(endpoint: TestEndpoint, email = newAddress()) {
  const maria = endpoint.patient();
  const { token } = (await maria.holds(nine)).body;
  const { body } = await maria.books(token, withEmail(email));
  return { id: body.id as string, email, maria, token };
}

const placesOf = (one: StoredAppointment) =>
  resourcesOf(one).map((resource) => ({ resource, ...quantaOf(one.start, one.end) }));

/** Changes a booking as a route would, its places too. */
async function change(endpoint: TestEndpoint, id: string, kind: Change, move: Partial<StoredAppointment> = {}) {
  const { db, clinic, now } = endpoint;
  await db.transaction().execute(async (transaction) => {
    const before = (await findBooking(transaction, clinic.id, id, true))!;
    const appointments = before.appointments.map((one) => ({ ...one, ...move }));
    const after = await transaction
      .updateTable('booking')
      .set({
        revision: before.revision + 1,
        appointments: JSON.stringify(appointments),
        ...(kind === 'cancelled' && { status: 'cancelled' }),
      })
      .where('clinic', '=', clinic.id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const own = { clinic: clinic.id, booking: id, now: new Date(now()), expires: FAR, moves: [id] };
    await occupy(transaction, own, kind === 'cancelled' ? [] : appointments.flatMap(placesOf));
    const asked = { endpoint: { clinic, channels: ['email'] as const }, now: now() };
    await tell(transaction, asked, kind, after, before.appointments);
  });
}

onEveryDatabase('A message that is taken back while somebody is about to send it, and planned anew,', (db) => {
  it('is sent by one of the two who have it', async () => {
    const { clinic, now } = testEndpoint(db());
    const message = {
      id: 'reminder',
      topic: 'reminder',
      channel: 'email',
      recipient: 'patient',
      booking: 'b1',
      due: now(),
    } as const;
    const put = () =>
      db()
        .transaction()
        .execute((transaction) => putMessages(transaction, clinic.id, [message], new Date(now())));
    const take = (minute: number) =>
      takeMessage(db(), clinic.id, new Date(now()), new Date(now() + minute * 60_000)) as Promise<Message>;
    await put();
    const first = await take(1);
    await db()
      .transaction()
      .execute((transaction) => withdrawMessages(transaction, clinic.id, 'b1'));
    await put();
    const second = await take(2);
    assert.deepEqual([first.id, first.tries], [second.id, second.tries]);
    const hands = (one: Message) => markHandedOver(db(), one, new Date(now()));
    await postponeMessage(db(), first, new Date(now() + 60_000));
    assert.deepEqual([await hands(first), await hands(second)], [false, true]);
  });
});

onEveryDatabase('Whoever gives an address of the web as their name', (db) => {
  it('is called by none', async () => {
    const endpoint = testEndpoint(db());
    const { outbox, delivers } = worker(endpoint, {});
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    await maria.books(token, withEmail('maria@example.org', { name: 'WIN at evil.example' }));
    await delivers();
    const letter = outbox!.shown.find(({ to }) => to.includes('maria'));
    assert.equal(letter?.to, 'maria@example.org');
    assert.doesNotMatch(JSON.stringify(outbox!.shown), /evil/);
  });
});

onEveryDatabase('The outbox', (db) => {
  const open = () => {
    const endpoint = testEndpoint(db());
    const { delivers } = worker(endpoint, { SMTP_URL: server.url });
    return { endpoint, delivers };
  };

  it('is written with the booking, and once, however often the booking is sent', async () => {
    const { endpoint } = open();
    const { maria, token, email } = await booked(endpoint);
    await maria.books(token, withEmail(email));
    const messages = await messagesOf(endpoint);
    assert.deepEqual(messages.map(({ topic, recipient }) => `${topic} ${recipient}`).sort(), [
      'booked desk',
      'booked patient',
      'booked therapist:t1',
      'reminder patient',
      'reminder patient',
    ]);
    assert.doesNotMatch(JSON.stringify(messages), /Maria|@|555/, 'neither names nor addresses');
  });

  it('has nothing of a booking that was refused', async () => {
    const { endpoint } = open();
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    assert.equal((await maria.books(token, booking('fever'))).status, 422);
    assert.deepEqual(await messagesOf(endpoint), []);
  });

  it('is empty of a booking that was not committed', async () => {
    const { endpoint } = open();
    const { id } = await booked(endpoint);
    const before = await messagesOf(endpoint);
    await db()
      .transaction()
      .execute(async (transaction) => {
        const row = (await findBooking(transaction, endpoint.clinic.id, id, true))!;
        const asked = { endpoint: { clinic: endpoint.clinic, channels: ['email'] as const }, now: endpoint.now() };
        await tell(transaction, asked, 'cancelled', row);
        throw new Error('no');
      })
      .catch(() => {});
    assert.deepEqual(await messagesOf(endpoint), before);
  });

  it('sends everything once', async () => {
    const { endpoint, delivers } = open();
    const { email } = await booked(endpoint);
    assert.equal(await delivers(), 3);
    assert.equal(await delivers(), 0);
    const [mail] = server.to(email);
    assert.equal(server.to(email).length, 1);
    assert.match(mail!.subject ?? '', /Your appointment on Tuesday/);
    assert.equal(server.to('ana@cedar.example').length > 0, true);
  });

  it('reminds before a visit, and once of each time', async () => {
    const { endpoint, delivers } = open();
    const { email } = await booked(endpoint);
    const subjects = () => server.to(email).map(({ subject }) => subject?.split(/[ :]/)[0]);
    await delivers();
    endpoint.passes((8 * 24 - 72) * HOUR);
    await delivers();
    assert.deepEqual(subjects(), ['Your', 'Reminder']);
    endpoint.passes(48 * HOUR);
    await delivers();
    assert.deepEqual(subjects(), ['Your', 'Reminder', 'Reminder']);
  });

  it('sends no reminder that another one has overtaken, or that comes too late', async () => {
    const { endpoint, delivers } = open();
    const { email } = await booked(endpoint);
    await delivers();
    endpoint.passes((8 * 24 - 23) * HOUR);
    await delivers();
    assert.equal(server.to(email).length, 2, 'one of two');
    endpoint.passes(24 * HOUR);
    await delivers();
    assert.equal(server.to(email).length, 2);
    const outcomes = (await messagesOf(endpoint)).map(({ outcome }) => outcome);
    assert.equal(outcomes.filter((outcome) => outcome === 'lapsed').length, 1);
  });

  it('takes the reminders along with a booking that moves', async () => {
    const { endpoint, delivers } = open();
    const { id, email } = await booked(endpoint);
    await delivers();
    const later = Date.parse('2026-12-03T17:00:00Z');
    await change(endpoint, id, 'changed', { start: later, end: later + 3_600_000 });
    await delivers();
    endpoint.passes(8 * 24 * HOUR - 1);
    await delivers();
    endpoint.passes(2 * 24 * HOUR);
    await delivers();
    assert.deepEqual(
      server.to(email).map(({ subject }) => subject),
      [
        'Your appointment on Tuesday, December 1, 2026 at 9:00 AM',
        'Your appointment is now on Thursday, December 3, 2026 at 10:00 AM',
        'Reminder: your appointment on Thursday, December 3, 2026 at 10:00 AM',
        'Reminder: your appointment on Thursday, December 3, 2026 at 10:00 AM',
      ],
    );
  });

  it('takes them along with one that is cancelled, and what nobody was told yet', async () => {
    const { endpoint, delivers } = open();
    const { id, email } = await booked(endpoint);
    await change(endpoint, id, 'cancelled');
    await delivers();
    endpoint.passes(9 * 24 * HOUR);
    await delivers();
    assert.deepEqual(
      server.to(email).map(({ subject }) => subject),
      ['Your appointment on Tuesday, December 1, 2026 at 9:00 AM is cancelled'],
    );
  });

  it('says nothing any more of a booking that is gone', async () => {
    const { endpoint, delivers } = open();
    const { id, email } = await booked(endpoint);
    await db().updateTable('booking').set({ status: 'cancelled' }).where('id', '=', id).execute();
    await delivers();
    assert.equal(server.to(email).length, 0);
  });

  it('forgets what was settled a month ago, and nothing that waits', async () => {
    const { endpoint, delivers } = open();
    await booked(endpoint);
    await delivers();
    await sweep(db(), endpoint.clinic.id, endpoint.now());
    assert.equal((await messagesOf(endpoint)).length, 5);
    await sweep(db(), endpoint.clinic.id, endpoint.now() + 31 * 86_400_000);
    assert.deepEqual(
      (await messagesOf(endpoint)).map(({ topic }) => topic),
      ['reminder', 'reminder'],
    );
  });
});
