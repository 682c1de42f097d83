import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

const visit = 's20~t1~2026-12-01T16:00Z+t2~2026-12-01T17:00Z';
const massage = 's2~t1~2026-12-01T16:00Z';
const physiotherapy = 's9~t2~2026-12-01T17:00Z';
const weekly = (weeks: number, from = Date.parse('2026-12-01T16:00Z')) =>
  Array.from(
    { length: weeks },
    (_, week) => `s2~t1~${new Date(from + week * 7 * 86_400_000).toISOString().slice(0, 16)}Z`,
  );

onEveryDatabase('A visit of two treatments', (db) => {
  it('is one time to the patient: massage first, then physiotherapy by somebody else', async () => {
    const { patient } = testEndpoint(db());
    const { body } = await patient().looksFor('service=s20&from=2026-12-01&to=2026-12-02&location=l1');
    assert.ok(body.slots.length > 5);
    for (const { start, appointments } of body.slots) {
      const [one, other] = appointments;
      assert.deepEqual([appointments.length, one.serviceId, other.serviceId, one.start], [2, 's2', 's9', start]);
      const pause = (Date.parse(other.start) - Date.parse(one.end)) / 60_000;
      assert.ok(pause >= 0 && pause <= 30 && one.therapistId !== other.therapistId);
    }
    const first = await patient().looksForFirst('service=s20');
    assert.equal(first.body.first.appointments.length, 2);
    assert.ok(first.body.therapists.some(({ therapistId }: { therapistId: string }) => therapistId === 't2'));
  });

  it('is held, read, extended and booked as one', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const held = await maria.holds(visit);
    assert.deepEqual([held.status, held.body.slots.length, held.body.slots[0].id], [201, 1, visit]);
    assert.deepEqual((await maria.extends(held.body.token)).body.slots[0].id, visit);
    assert.equal((await patient().holds(massage)).problem, 'slot-taken');
    assert.equal((await patient().holds(physiotherapy)).problem, 'slot-taken');
    const booked = await maria.books(held.body.token);
    assert.deepEqual(
      booked.body.appointments.map(({ serviceId, start }: { serviceId: string; start: string }) => [serviceId, start]),
      [
        ['s2', '2026-12-01T09:00:00-07:00'],
        ['s9', '2026-12-01T10:00:00-07:00'],
      ],
    );
  });

  for (const part of [massage, physiotherapy])
    it(`is not held by half where ${part} is taken, and other times are offered`, async () => {
      const { patient } = testEndpoint(db());
      await patient().holds(part);
      const refused = await patient().holds(visit);
      assert.deepEqual([refused.problem, refused.body.taken], ['slot-taken', [visit]]);
      assert.ok(refused.body.alternatives.length > 0);
      assert.ok(
        refused.body.alternatives.every(({ appointments }: { appointments: object[] }) => appointments.length === 2),
      );
      const other = part === massage ? physiotherapy : massage;
      assert.equal((await patient().holds(other)).status, 201);
    });

  it('moves as a whole, to another visit only', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const { body } = await maria.books((await maria.holds(visit)).body.token);
    const moves = (hold: string, appointmentIds?: readonly string[]) =>
      maria.changes(body.manageToken, 'reschedule', { body: { hold, ...(appointmentIds && { appointmentIds }) } });
    const apart = (await maria.holds(['s2~t1~2026-12-03T16:00Z', 's9~t2~2026-12-03T20:00Z'])).body.token;
    assert.equal((await moves(apart)).problem, 'invalid');
    const half = (await maria.holds('s2~t1~2026-12-08T16:00Z', { replaces: apart })).body.token;
    assert.equal((await moves(half, [body.appointments[0].id])).problem, 'invalid');
    const whole = (await maria.holds('s20~t1~2026-12-08T16:00Z+t2~2026-12-08T17:00Z', { replaces: half })).body.token;
    const moved = await moves(whole);
    assert.deepEqual(
      moved.body.appointments.map(({ id, start }: { id: string; start: string }) => [id, start.slice(0, 10)]),
      body.appointments.map(({ id }: { id: string }) => [id, '2026-12-08']),
    );
  });

  it('wants the answers that each of its treatments wants', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(visit)).body;
    assert.equal((await maria.books(token, booking('chest'))).problem, 'call-clinic');
  });
});

onEveryDatabase('A series', (db) => {
  it('is held as a whole', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const held = await maria.holds(weekly(12));
    assert.deepEqual([held.status, held.body.slots.length], [201, 12]);
    const booked = await maria.books(held.body.token);
    assert.equal(booked.body.appointments.length, 12);
  });

  it('is not held at all where one of it is taken, and says which', async () => {
    const { patient } = testEndpoint(db());
    const slots = weekly(12);
    await patient().holds(slots[7]!);
    const refused = await patient().holds(slots);
    assert.deepEqual([refused.problem, refused.body.taken], ['slot-taken', [slots[7]]]);
    for (const slot of [slots[0]!, slots[11]!]) assert.equal((await patient().holds(slot)).status, 201);
  });

  it('has at most twenty-four', async () => {
    const { patient } = testEndpoint(db());
    assert.equal((await patient().holds(weekly(25))).problem, 'invalid');
  });
});
