import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planMessages, type Change } from '../../../../demo/endpoint/messages/plan.ts';
import { knownBefore } from '../../../../demo/endpoint/messages/tell.ts';
import { dialled, reachOf } from '../../../../demo/endpoint/messages/reach.ts';
import { visitsOf, type Booked } from '../../../../demo/endpoint/messages/visits.ts';
import { FAR, type StoredAppointment } from '../../../../demo/endpoint/db/schema.ts';
import { cedar, monday } from '../helpers/endpoint.ts';
import { booking as request } from '../helpers/patient.ts';

const HOUR = 3_600_000;
const { data } = cedar();

const appointment = (start: string, therapistId = 't1'): StoredAppointment => ({
  id: start,
  serviceId: 's2',
  addOnIds: [],
  therapistId,
  locationId: 'l1',
  roomId: 'r1',
  start: Date.parse(start),
  end: Date.parse(start) + HOUR,
});
const december = appointment('2026-12-01T16:00:00Z');

const booked = (more: Partial<Booked> = {}, patient: object = { email: 'maria@example.org' }): Booked => ({
  id: 'b1',
  status: 'booked',
  revision: 1,
  expires_at: FAR,
  appointments: [december],
  body: {
    request: {
      ...request(),
      patient: { ...request().patient, ...patient },
      consents: [{ id: 'follow-up', version: '1' }],
    },
    screenings: [],
    agreedAt: monday,
  },
  ...more,
});
const all = ['email', 'sms', 'webhook'] as const;
const plan = (change: Change, booking: Booked, more: object = {}) =>
  planMessages(change, booking, { clinic: data, channels: all, now: monday, ...more });
const shown = (messages: ReturnType<typeof plan>) =>
  messages.map(({ topic, channel, recipient }) => [topic, channel, recipient].join(' '));

describe('What is told of a booking', () => {
  it('goes to patient, desk, therapist and programs, and comes again before and after the visit', () =>
    assert.deepEqual(shown(plan('booked', booked())), [
      'booked email patient',
      'booked email desk',
      'booked email therapist:t1',
      'booked webhook hook',
      'reminder email patient',
      'reminder email patient',
      'after-visit email patient',
    ]));

  it('comes at the hours that the clinic names; of two reminders the later one counts', () => {
    const [early, late, after] = plan('booked', booked()).filter(({ lapses }) => lapses);
    assert.deepEqual(
      [early, late, after].map((one) => (one!.due - december.start) / HOUR),
      [-72, -24, 25],
    );
    assert.equal(early!.lapses, late!.due);
    assert.equal(late!.lapses, december.start);
  });

  it('reminds once for all appointments of a day, and of nothing whose hour is past', () => {
    const series = [december, appointment('2026-12-01T18:00:00Z'), appointment('2026-11-24T16:30:00Z')];
    const reminders = plan('booked', booked({ appointments: series })).filter(({ topic }) => topic === 'reminder');
    assert.deepEqual(
      reminders.map(({ detail }) => new Date(detail!.visit!).toISOString()),
      ['2026-11-24T16:30:00.000Z', '2026-12-01T16:00:00.000Z', '2026-12-01T16:00:00.000Z'],
    );
    assert.equal(visitsOf(booked({ appointments: series }), data)[1]!.end, Date.parse('2026-12-01T19:00:00Z'));
  });

  it('has no reminder and no thanks where nobody is expected', () => {
    const gone: readonly Partial<Booked>[] = [
      { status: 'cancelled' },
      { status: 'noshow' },
      { status: 'pending', expires_at: new Date(monday) },
    ];
    for (const more of gone)
      assert.deepEqual(
        plan('cancelled', booked(more)).filter(({ detail }) => detail?.visit),
        [],
      );
  });

  it('asks after a visit only who agreed to be asked', () => {
    const body = { request: request(), screenings: [], agreedAt: monday };
    assert.doesNotMatch(shown(plan('booked', booked({ body }))).join(), /after-visit/);
    const withdrawn = { ...booked().body!, withdrawn: { 'follow-up': monday } };
    assert.doesNotMatch(shown(plan('changed', booked({ body: withdrawn }))).join(), /after-visit/);
  });

  it('tells a therapist who has an appointment no longer, and one who has it now', () => {
    const moved = booked({ appointments: [appointment('2026-12-02T16:00:00Z', 't4')], revision: 2 });
    const told = plan('changed', moved, { before: [december] });
    assert.deepEqual(
      shown(told).filter((one) => one.includes('therapist')),
      ['cancelled email therapist:t1', 'booked email therapist:t4'],
    );
    assert.deepEqual(told.find(({ recipient }) => recipient === 'therapist:t1')?.detail?.lost, [december]);
  });

  it('still tells who lost it two changes ago, and not who never heard of it', () => {
    const untold = [
      { topic: 'cancelled', recipient: 'therapist:t1', detail: { lost: [december] } },
      { topic: 'booked', recipient: 'therapist:t4', detail: null },
    ] as const;
    const before = knownBefore([appointment('2026-12-02T16:00:00Z', 't4')], untold);
    const moved = booked({ appointments: [appointment('2026-12-03T16:00:00Z', 't5')], revision: 3 });
    const told = shown(plan('changed', moved, { before })).filter((one) => one.includes('therapist'));
    assert.deepEqual(told, ['cancelled email therapist:t1', 'booked email therapist:t5']);
  });

  it('gives programs ids and a status, nothing else', () => {
    const [hook] = plan('changed', booked({ revision: 3 })).filter(({ channel }) => channel === 'webhook');
    assert.deepEqual(hook!.detail, { revision: 3, status: 'booked' });
  });

  it('goes by the ways that there are', () =>
    assert.deepEqual(
      [...new Set(plan('booked', booked(), { channels: ['webhook'] }).map(({ channel }) => channel))],
      ['webhook'],
    ));

  const reached: readonly (readonly [string, object, readonly string[]])[] = [
    ['by e-mail who has one and names no wish', { email: 'a@b.co', phone: '1' }, ['email']],
    ['by text message only who asks for it', { email: 'a@b.co', phone: '1', reach: ['sms'] }, ['sms']],
    ['both ways who asks for both', { email: 'a@b.co', phone: '1', reach: ['sms', 'email'] }, ['email', 'sms']],
    ['not at all who wants to be called', { email: 'a@b.co', phone: '1', reach: ['phone'] }, []],
    ['not at all who has only a phone', { phone: '1' }, []],
    ['not by text message without a number', { email: 'a@b.co', reach: ['sms'] }, []],
  ];
  for (const [name, patient, channels] of reached)
    it(`reaches ${name}`, () => assert.deepEqual(reachOf(patient), channels));

  it('dials digits', () =>
    assert.deepEqual(['+1 (303) 555-0100', '303.555.0100', '1+2'].map(dialled), ['+13035550100', '3035550100', '12']));
});
