import assert from 'node:assert/strict';
import { it } from 'node:test';
import ical, { type VEvent } from 'node-ical';
import { onEveryDatabase } from '../helpers/databases.ts';
import { worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { MailServer } from '../helpers/mail-server.ts';
import { booking } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const nextWeek = 's2~t1~2026-12-08T16:00Z';
const hostile = 'Cedar "Ridge";\rATTENDEE:mailto:x@y.zz\u2028, \\ 上海 '.padEnd(120, 'é');

const eventsIn = (text: string): readonly VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');

onEveryDatabase('The calendar of a booking', (db) => {
  async function open(...slots: readonly string[]) {
    const endpoint = testEndpoint(db(), {
      clinic: cedar((data) => {
        data.clinic.locations[0].name = hostile;
        data.clinic.name = hostile;
      }),
    });
    const maria = endpoint.patient();
    const { outbox, delivers } = worker(endpoint, {});
    const { token } = (await maria.holds(slots)).body;
    const wish = booking();
    const patient = { ...wish.patient, email: 'maria@example.org', name: 'Maria "M" Santos' };
    const { manageToken } = (await maria.books(token, { ...wish, patient })).body as { manageToken: string };
    const mails = async () => {
      await delivers();
      return outbox!.shown.filter(({ to }) => to.includes('maria')).map(({ calendars }) => calendars?.join('') ?? '');
    };
    const file = async () => {
      const response = await maria.downloads(manageToken);
      return { type: response.headers.get('Content-Type'), text: await response.text() };
    };
    return { endpoint, maria, manageToken, mails, file };
  }

  it('is a file that a calendar reads, on the clinic’s clock, and says nothing of health', async () => {
    const { file } = await open(nine, nextWeek);
    const { type, text } = await file();
    assert.equal(type, 'text/calendar; charset=utf-8');
    const events = eventsIn(text);
    assert.deepEqual(
      events.map(({ start, end }) => [start.toISOString(), end?.toISOString()]),
      [
        ['2026-12-01T16:00:00.000Z', '2026-12-01T17:00:00.000Z'],
        ['2026-12-08T16:00:00.000Z', '2026-12-08T17:00:00.000Z'],
      ],
    );
    assert.match(text, /METHOD:PUBLISH[\s\S]*BEGIN:VTIMEZONE\r\nTZID:America\/Denver/);
    assert.match(text, /DTSTART;TZID=America\/Denver:20261201T090000/);
    assert.match(text, /DTSTAMP:\d{8}T\d{6}Z/);
    assert.match(text, /CLASS:PRIVATE/);
    assert.match(text, /SUMMARY:Your appointment\r\n/);
    assert.doesNotMatch(text, /massage/i);
  });

  it('keeps to lines of 75 octets that end in CRLF, whatever the clinic is called', async () => {
    const { file, mails } = await open(nine);
    for (const text of [(await file()).text, ...(await mails())]) {
      const lines = text.split('\r\n');
      assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n\u2028]/.test(line)));
      assert.doesNotMatch(text, /^ATTENDEE:mailto:x@y\.zz/m);
      assert.equal(eventsIn(text).length, 1);
    }
  });

  it('goes along by mail, known by the same UID, one further at each change, and is taken back in the end', async () => {
    const { maria, manageToken, mails } = await open(nine);
    const { token } = (await maria.holds(nextWeek)).body;
    const [booked] = await mails();
    await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    const [moved] = await mails();
    await maria.changes(manageToken, 'cancel', { revision: 2 });
    const [cancelled] = await mails();
    const all = [booked, moved, cancelled].map((text = '') => ({ text, event: eventsIn(text)[0]! }));
    assert.equal(new Set(all.map(({ event }) => event.uid)).size, 1);
    assert.deepEqual(
      all.map(({ text, event }) => [/METHOD:(\w+)/.exec(text)?.[1], Number(event.sequence), event.status]),
      [
        ['REQUEST', 0, 'CONFIRMED'],
        ['REQUEST', 1, 'CONFIRMED'],
        ['CANCEL', 2, 'CANCELLED'],
      ],
    );
    assert.ok(all.every(({ text }) => /ATTENDEE[\s\S]*maria@example\.org/.test(text.replaceAll('\r\n ', ''))));
  });

  it('has a file for each appointment by mail, and takes back the one that is cancelled', async () => {
    const server = await new MailServer().start();
    try {
      const endpoint = testEndpoint(db());
      const { delivers } = worker(endpoint, { SMTP_URL: server.url });
      const maria = endpoint.patient();
      const { token } = (await maria.holds([nine, nextWeek])).body;
      const patient = { ...booking().patient, email: 'maria@example.org' };
      const made = (await maria.books(token, { ...booking(), patient })).body;
      await delivers();
      const [first] = made.appointments as readonly { id: string }[];
      await maria.changes(made.manageToken, 'cancel', { body: { appointmentIds: [first!.id] } });
      await delivers();
      const [booked, changed] = server.to('maria@example.org').map(({ attachments }) =>
        attachments.map(({ contentType, headers, content }) => {
          const [event, ...more] = eventsIn(String(content));
          assert.deepEqual(more, [], 'one event in each');
          const type = headers.get('content-type') as unknown as { params: { method: string } };
          return [contentType, type.params.method, /METHOD:(\w+)/.exec(String(content))?.[1], event!.status];
        }),
      );
      const asked = ['text/calendar', 'REQUEST', 'REQUEST', 'CONFIRMED'];
      assert.deepEqual(booked, [asked, asked]);
      assert.deepEqual(changed, [['text/calendar', 'CANCEL', 'CANCEL', 'CANCELLED'], asked]);
    } finally {
      await server.stop();
    }
  });
});
