import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simpleParser, type AddressObject } from 'mailparser';
import type { BookingRow } from '../../../../demo/endpoint/db/bookings.ts';
import { FAR } from '../../../../demo/endpoint/db/schema.ts';
import { composeMail } from '../../../../demo/endpoint/messages/mail.ts';
import type { BookingTopic, Recipient } from '../../../../demo/endpoint/messages/message.ts';
import { asShortText } from '../../../../demo/endpoint/messages/as-text.ts';
import { writeLetter } from '../../../../demo/endpoint/messages/letters/about-booking.ts';
import { Tokens } from '../../../../demo/endpoint/routes/tokens.ts';
import { cedar } from '../helpers/endpoint.ts';
import { booking as request } from '../helpers/patient.ts';

const clinic = cedar();
const tokens = new Tokens('secret of the tests', clinic.id);
const start = Date.parse('2026-12-01T16:00:00Z');

const row = (patient: object = {}, more: Partial<BookingRow> = {}): BookingRow => ({
  clinic: clinic.id,
  id: 'b1',
  status: 'booked',
  revision: 1,
  generation: 1,
  expires_at: FAR,
  extensions: 0,
  client: '',
  reference: 'K7T-4MX',
  clearance: null,
  created_at: new Date(0),
  changed_at: null,
  before_change: null,
  coming_at: null,
  moving: null,
  appointments: [
    {
      id: 'a1',
      serviceId: 's5',
      addOnIds: [],
      therapistId: 't3',
      locationId: 'l1',
      roomId: 'r1',
      start,
      end: start + 1,
    },
  ],
  body: {
    request: {
      ...request('clot'),
      note: 'My arm swells',
      patient: { ...request().patient, email: 'maria@example.org', ...patient },
    },
    screenings: [],
    agreedAt: start,
  },
  ...more,
});

const letter = (topic: BookingTopic, recipient: Recipient = 'patient', booking = row()) =>
  writeLetter({ topic, message: { recipient, detail: null }, booking, clinic, tokens });

async function mail(topic: BookingTopic, recipient: Recipient = 'patient', booking = row()) {
  const patient = booking.body!.request.patient;
  const composed = composeMail({
    id: '<m1@cedar.example>',
    date: new Date(start),
    from: { name: 'Cedar Ridge', address: 'desk@cedar.example' },
    to: { name: patient.name, address: 'maria@example.org' },
    letter: letter(topic, recipient, booking),
  });
  const source = String(await composed.build());
  return { source, ...(await simpleParser(source)) };
}

const topics: readonly BookingTopic[] = ['booked', 'changed', 'cancelled', 'reminder', 'after-visit'];
const everyLetter = ['en', 'es'].flatMap((language) =>
  topics.flatMap((topic) =>
    (['patient', 'desk', 'therapist:t3'] as const).map((recipient) => ({ language, topic, recipient })),
  ),
);

describe('A letter', () => {
  it('says when, where, with whom, and how to change it', async () => {
    const { subject, text, html } = await mail('booked');
    assert.equal(subject, 'Your appointment on Tuesday, December 1, 2026 at 9:00 AM');
    for (const part of ['9:00 AM', 'Cedar Ridge, 12 Juniper Street', 'Mei Lin Chen', 'K7T-4MX', '(303) 555-0142']) {
      assert.ok(text?.includes(part), part);
      assert.ok(html && html.includes(part), part);
    }
    const link = `https://cedar.example/appointment#manage=${tokens.make('manage', { id: 'b1', generation: 1 })}`;
    assert.ok(text?.includes(link));
    assert.ok(html && html.includes(`href="${link}"`));
  });

  it('speaks Spanish to whom it should', async () => {
    const { subject, text, headers } = await mail('booked', 'patient', row({ language: 'es-MX' }));
    assert.equal(subject, 'Su cita: martes, 1 de diciembre de 2026, 9:00');
    assert.match(text ?? '', /Hola, Maria Santos:/);
    assert.equal(headers.get('content-language'), 'es');
    assert.equal(letter('booked', 'desk', row({ language: 'es' })).language, 'en', 'but the desk reads its own');
  });

  it('says that a time is only kept, and until when', () => {
    const { lines } = letter(
      'booked',
      'patient',
      row({}, { status: 'pending', expires_at: new Date(start - 86_400_000) }),
    );
    assert.match(lines.join(' '), /until Monday, November 30, 2026 at 9:00 AM. It is not confirmed yet/);
  });

  it('says after a move too that a time is only kept', () => {
    const moved = row({}, { status: 'pending', revision: 2, expires_at: new Date(start - 86_400_000) });
    assert.match(letter('changed', 'patient', moved).lines.join(' '), /It is not confirmed yet/);
  });

  it('says nothing about health, whoever gets it', async () => {
    const { services } = clinic.data;
    const secrets = [
      ...['en', 'es'].flatMap((language) => clinic.dataIn(language).services.map(({ name }) => name)),
      ...services.flatMap(({ conditions, symptoms }) => [...conditions, ...symptoms]),
      // A visit is what anybody pays to anybody.
      ...services.map(({ kind }) => kind).filter((kind) => kind !== 'visit'),
      'clot',
      'chest',
      'doctor',
      'médic',
      'health',
      'salud',
      'My arm swells',
      'Medical',
      'massage',
      'therap',
      'terap',
    ];
    for (const { language, topic, recipient } of everyLetter)
      for (const booking of [
        row({ language }),
        row({ language }, { status: 'pending', expires_at: new Date(start - 1) }),
      ]) {
        const { source, subject, text, html } = await mail(topic, recipient, booking);
        const words = [source, subject, text, html, asShortText(letter(topic, recipient, booking))].join('\n');
        for (const secret of secrets)
          assert.ok(
            !words.toLowerCase().includes(secret.toLowerCase()),
            `${language} ${topic} ${recipient}: ${secret}`,
          );
      }
  });

  it('tells nobody at the clinic who comes: mail is no place for that', () => {
    for (const recipient of ['desk', 'therapist:t3'] as const)
      assert.doesNotMatch(JSON.stringify(letter('booked', recipient)), /Maria|manage/);
  });

  const names = [
    'Maria\r\nBcc: all@example.org',
    'Maria\nSubject: Hello',
    'Maria\rX-Evil: 1',
    'Maria\0\u2028X-Evil: 1',
    '"Maria" <all@example.org>, Eve',
    '=?utf-8?q?Maria=0d=0aBcc:_all@example.org?=',
    `${'M'.repeat(180)}\r\n\r\nHello`,
  ];
  for (const name of names)
    it(`lets no header be smuggled in by ${JSON.stringify(name.slice(0, 50))}`, async () => {
      const { headers, to, subject, source } = await mail('booked', 'patient', row({ name }));
      const [head = ''] = source.split('\r\n\r\n');
      assert.deepEqual(
        head.split('\r\n').filter((line) => /^(bcc|x-evil|subject:\s*hello)/i.test(line)),
        [],
      );
      assert.doesNotMatch(source.replaceAll('\r\n', ''), /[\r\n\0]/);
      assert.equal(headers.has('bcc') || headers.has('x-evil'), false);
      assert.match(subject ?? '', /^Your appointment/);
      assert.deepEqual(
        (to as AddressObject).value.map(({ address }) => address),
        ['maria@example.org'],
      );
    });

  const greeted: readonly (readonly [name: string, greeting: string])[] = [
    ['Maria Santos', 'Hello Maria Santos,'],
    ['J.R. Smith', 'Hello J.R. Smith,'],
    ['Dr. Ana Reyes', 'Hello Dr. Ana Reyes,'],
    ['WIN a prize at https://evil.example/x now', 'Hello,'],
    ['Look at evil.example', 'Hello,'],
    ['write to me@evil.example', 'Hello,'],
    ['', 'Hello,'],
  ];
  for (const [name, greeting] of greeted)
    it(`greets ${JSON.stringify(name)} with ${JSON.stringify(greeting)}`, async () => {
      const { text, html } = await mail('booked', 'patient', row({ name }));
      assert.ok(text?.startsWith(greeting), text);
      assert.doesNotMatch(`${text} ${html}`, /evil/);
    });

  it('keeps markup in a name as text', async () => {
    const { html, text } = await mail('booked', 'patient', row({ name: '<img src=x onerror=alert(1)> & "Maria"' }));
    assert.ok(html && !html.includes('<img'));
    assert.ok(html && html.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Maria&quot;'));
    assert.ok(text?.includes('<img src=x'));
  });

  it('asks no machine for an answer, and loads nothing', async () => {
    const { headers, html } = await mail('reminder');
    assert.equal(headers.get('auto-submitted'), 'auto-generated');
    assert.doesNotMatch(html || '', /<img|<link|<script|url\(/);
  });
});
