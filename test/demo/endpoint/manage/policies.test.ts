import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { worker } from '../helpers/deliver.ts';
import { cedar, type cedarData, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking, type Patient } from '../helpers/patient.ts';

type Policy = ReturnType<typeof cedarData>['policy'];

const HOUR = 60;
const DAY = 24 * HOUR;
/** Eight days after the clock of the tests. */
const nine = 's2~t1~2026-12-01T16:00Z';
const wednesday = 's2~t1~2026-12-02T17:00Z';
const nextWeek = 's2~t1~2026-12-08T16:00Z';
const later = 's2~t1~2026-12-15T16:00Z';

onEveryDatabase('The clinic’s policy', (db) => {
  const open = (policy: Partial<Policy> = {}) =>
    testEndpoint(db(), { clinic: cedar((data) => Object.assign(data.policy, policy)) });
  const books = async (patient: Patient, slots: string | readonly string[], ...yes: readonly string[]) => {
    const { token } = (await patient.holds(slots)).body;
    const { status, body } = await patient.books(token, booking(...yes));
    assert.equal(status, 201, JSON.stringify(body));
    return body as { manageToken: string; undoFor?: number; appointments: { id: string; start: string }[] };
  };
  const moves = async (patient: Patient, manage: string, slot: string, revision = 1, ids?: readonly string[]) => {
    const { token } = (await patient.holds(slot)).body;
    const body = { hold: token, ...(ids && { appointmentIds: ids }) };
    return patient.changes(manage, 'reschedule', { body, revision });
  };
  const isFree = async ({ patient }: TestEndpoint, slot: string) => (await patient().holds(slot)).status === 201;

  const notices: readonly (readonly [hours: number | undefined, minutesBefore: number, problem: string | undefined])[] =
    [
      [24, 24 * HOUR, undefined],
      [24, 24 * HOUR - 1, 'too-late'],
      [0, 1, undefined],
      [undefined, 1, undefined],
      [0, 0, 'too-late'],
      [48, 47 * HOUR, 'too-late'],
    ];
  for (const [cancelNoticeHours, before, problem] of notices)
    it(`with ${cancelNoticeHours} hours of notice, ${before} minutes before: ${problem ?? 'cancelled'}`, async () => {
      const endpoint = open({ cancelNoticeHours });
      const maria = endpoint.patient();
      const { manageToken } = await books(maria, nine);
      endpoint.passes(8 * DAY - before);
      const cancelled = await maria.changes(manageToken, 'cancel');
      assert.equal(cancelled.problem, problem);
      if (problem) assert.match(cancelled.body.detail, /call us|over/);
    });

  const undone: readonly (readonly [minutes: number | undefined, passed: number, problem: string | undefined])[] = [
    [3, 2, undefined],
    [3, 3, 'too-late'],
    [0, 0, 'too-late'],
    [undefined, 0, 'too-late'],
    [60, 59, undefined],
  ];
  for (const [undoMinutes, passed, problem] of undone)
    it(`with ${undoMinutes} minutes to undo, after ${passed}: ${problem ?? 'undone'}`, async () => {
      const endpoint = open({ undoMinutes });
      const maria = endpoint.patient();
      const { manageToken } = await books(maria, nine);
      const cancelled = await maria.changes(manageToken, 'cancel');
      assert.equal(cancelled.body.undoFor ?? 0, (undoMinutes ?? 0) * 60);
      endpoint.passes(passed);
      assert.equal((await maria.changes(manageToken, 'undo', { revision: 2 })).problem, problem);
      if (problem) assert.equal(await isFree(endpoint, nine), true);
    });

  it('counts what was booked since a cancellation, before it is taken back', async () => {
    const endpoint = open({ maxUpcoming: 1, undoMinutes: 30 });
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    await maria.changes(manageToken, 'cancel');
    const other = await books(maria, nextWeek);
    const refused = await maria.changes(manageToken, 'undo', { revision: 2 });
    assert.equal(refused.problem, 'too-late');
    assert.match(refused.body.detail, /1 bookings ahead/);
    await maria.changes(other.manageToken, 'cancel');
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 2 })).body.status, 'booked');
    assert.equal((await maria.changes(other.manageToken, 'undo', { revision: 2 })).problem, 'too-late');
  });

  it('lets one of two that were cancelled stand again, where both are asked for at once', async () => {
    for (let round = 0; round < 5; round++) {
      const endpoint = open({ maxUpcoming: 1, undoMinutes: 30 });
      const maria = endpoint.patient();
      const { manageToken: one } = await books(maria, nine);
      await maria.changes(one, 'cancel');
      const { manageToken: other } = await books(maria, nextWeek);
      await maria.changes(other, 'cancel');
      const both = await Promise.all([one, other].map((manage) => maria.changes(manage, 'undo', { revision: 2 })));
      assert.deepEqual(both.map(({ problem }) => problem ?? 'undone').toSorted(), ['too-late', 'undone']);
    }
  });

  it('lets one booking wait for a doctor at a time, one whose cancellation is taken back too', async () => {
    const endpoint = open({ undoMinutes: 30 });
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine, 'clot');
    await maria.changes(manageToken, 'cancel');
    const other = await books(maria, nextWeek, 'clot');
    const refused = await maria.changes(manageToken, 'undo', { revision: 2 });
    assert.equal(refused.problem, 'too-late');
    assert.match(refused.body.detail, /waiting for your doctor/);
    await maria.changes(other.manageToken, 'cancel');
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 2 })).body.status, 'pending');
  });

  it('makes a slip of the finger free: what was only just booked is taken back, whatever the notice', async () => {
    const endpoint = open({ cancelNoticeHours: 24 });
    const maria = endpoint.patient();
    const soon = await books(maria, 's2~t1~2026-11-23T21:00Z');
    assert.equal(soon.undoFor, 180);
    assert.equal((await maria.changes(soon.manageToken, 'cancel')).problem, 'too-late');
    const undone = await maria.changes(soon.manageToken, 'undo');
    assert.deepEqual([undone.body.status, undone.body.undoFor], ['cancelled', undefined]);
    assert.equal(await isFree(endpoint, 's2~t1~2026-11-23T21:00Z'), true, 'at once');
    assert.equal((await maria.changes(soon.manageToken, 'undo', { revision: 2 })).problem, 'too-late');
    const other = await books(maria, nine);
    endpoint.passes(3);
    assert.equal((await maria.changes(other.manageToken, 'undo')).problem, 'too-late');
    assert.equal((await maria.sees(other.manageToken)).body.status, 'booked');
  });

  it('lets nobody move to a time that is past, however long it was held', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    const { token } = (await maria.holds('s2~t1~2026-11-23T21:00Z')).body;
    endpoint.passes(5 * HOUR);
    const moved = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    assert.equal(moved.problem, 'hold-expired');
    endpoint.passes(10);
    assert.equal((await moves(maria, manageToken, wednesday)).status, 200);
  });

  it('leaves what is over of several appointments alone, and changes the rest', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    // Nobody with a fever comes within ten days: counted from when it was said, not from when something is moved.
    const made = await books(maria, ['s2~t1~2026-12-03T16:00Z', nextWeek], 'fever');
    const [, second] = made.appointments;
    endpoint.passes(11 * DAY);
    const moved = await moves(maria, made.manageToken, wednesday.replace('12-02', '12-09'));
    assert.deepEqual(
      moved.body.appointments.map(({ start }: { start: string }) => start.slice(0, 10)),
      ['2026-12-03', '2026-12-09'],
    );
    const back = await maria.changes(made.manageToken, 'undo', { revision: 2 });
    assert.deepEqual(back.body.appointments, made.appointments);
    const cancelled = await maria.changes(made.manageToken, 'cancel', { revision: 3 });
    assert.deepEqual(
      cancelled.body.appointments.map(({ id, status }: { id: string; status: string }) => [id === second!.id, status]),
      [
        [false, 'booked'],
        [true, 'cancelled'],
      ],
    );
    const again = await maria.changes(made.manageToken, 'undo', { revision: 4 });
    assert.deepEqual(again.body.appointments, made.appointments);
  });

  it('gives a doctor no more time for a new date, and none is asked twice', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nextWeek, 'clot');
    endpoint.passes(2 * DAY);
    const moved = await moves(maria, manageToken, later);
    assert.deepEqual(
      [moved.body.status, moved.body.clearance.deadline],
      ['pending', '2026-11-30T09:00:00-07:00'],
      'seven days after it was booked',
    );
    const { db: tables, clinic } = endpoint;
    const clearance = { answer: 'no-objection', by: 'Dr. Osei', at: endpoint.now(), person: 'Noor' };
    await tables
      .updateTable('booking')
      .set({ status: 'booked', revision: 3, clearance: JSON.stringify(clearance) })
      .where('clinic', '=', clinic.id)
      .execute();
    assert.equal(
      (await maria.changes(manageToken, 'undo', { revision: 3 })).problem,
      'too-late',
      'somebody was faster',
    );
    const agreed = await moves(maria, manageToken, 's2~t1~2026-11-26T16:00Z'.replace('11-26', '11-30'), 3);
    assert.deepEqual([agreed.body.status, agreed.body.clearance], ['booked', undefined]);
  });

  it('asks a doctor again once what was said is no longer good, for one booking at a time', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine, 'clot');
    const { db: tables, clinic } = endpoint;
    const clearance = {
      answer: 'no-objection',
      by: 'Dr. Osei',
      until: '2026-12-10',
      at: endpoint.now(),
      person: 'Noor',
    };
    await tables
      .updateTable('booking')
      .set({ status: 'booked', revision: 2, clearance: JSON.stringify(clearance) })
      .where('clinic', '=', clinic.id)
      .execute();
    const good = await moves(maria, manageToken, nextWeek, 2);
    assert.equal(good.body.status, 'booked');
    const other = await books(maria, wednesday, 'clot');
    const second = await moves(maria, manageToken, later, 3);
    assert.equal(second.problem, 'screening-changed');
    assert.match(second.body.detail, /Another booking of yours/);
    await maria.changes(other.manageToken, 'cancel');
    endpoint.passes(11);
    const again = await moves(maria, manageToken, later, 3);
    assert.equal(again.body.status, 'pending');
  });

  it('keeps nothing for who waited for a doctor too long', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nextWeek, 'clot');
    endpoint.passes(8 * DAY);
    assert.equal(await isFree(endpoint, nextWeek), true);
    assert.equal((await maria.changes(manageToken, 'cancel')).problem, 'too-late');
    assert.equal((await moves(maria, manageToken, later)).problem, 'too-late');
    assert.equal((await maria.changes(manageToken, 'coming')).problem, 'too-late');
  });

  it('counts no longer what is cancelled', async () => {
    const endpoint = open({ maxUpcoming: 1 });
    const maria = endpoint.patient();
    const first = await books(maria, nine);
    const { token } = (await maria.holds(nextWeek)).body;
    const refused = await maria.books(token);
    assert.deepEqual([refused.status, refused.problem], [422, 'not-bookable']);
    await maria.changes(first.manageToken, 'cancel');
    assert.equal((await maria.books(token)).status, 201);
  });

  it('writes to nobody for whom ten bookings of a day were given up again, whoever made them', async () => {
    const endpoint = open({});
    const tries = async (patient = booking().patient) => {
      const somebody = endpoint.patient();
      const { token } = (await somebody.holds(nine)).body;
      const made = await somebody.books(token, { ...booking(), patient });
      if (made.status === 201) await somebody.changes(made.body.manageToken, 'cancel');
      else await somebody.givesBack(token);
      endpoint.passes(5);
      return made;
    };
    for (let count = 0; count < 10; count++) assert.equal((await tries()).status, 201);
    const refused = await tries();
    assert.deepEqual([refused.status, refused.problem], [422, 'not-bookable']);
    assert.match(refused.body.detail, /cancelled often today. Please call us/);
    assert.equal((await tries({ ...booking().patient, phone: '+1 303 555 0177' })).status, 201, 'anybody else may');
    endpoint.passes(DAY);
    assert.equal((await tries()).status, 201, 'and they may tomorrow');
  });

  it('writes to a patient about one booking thirty times a day, however often it is cancelled and taken back', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const email = 'maria@example.org';
    const { token } = (await maria.holds(nine)).body;
    const made = { ...booking(), patient: { ...booking().patient, email } };
    const { manageToken } = (await maria.books(token, made)).body;
    const { outbox, delivers } = worker(endpoint, {});
    let refused = await maria.changes(manageToken, 'undo', { revision: 0 });
    for (let revision = 1; revision < 60 && refused.problem !== 'rate-limited'; revision++) {
      await delivers();
      refused = await maria.changes(manageToken, revision % 2 ? 'cancel' : 'undo', { revision });
    }
    assert.deepEqual([refused.status, refused.problem], [429, 'rate-limited']);
    assert.match(refused.body.detail, /changed many times today. Please call us/);
    assert.equal(refused.headers.get('Retry-After'), String(24 * 60 * 60));
    assert.equal(outbox!.shown.filter(({ to }) => to.includes(email)).length, 30);
    const { revision, status } = (await maria.sees(manageToken)).body;
    assert.equal(status, 'cancelled', 'what was done stays done');
    endpoint.passes(DAY);
    assert.equal((await maria.changes(manageToken, 'undo', { revision })).problem, 'too-late', 'and it is not counted');
  });

  it('takes sixty bookings an hour from one client, whoever they are for', async () => {
    const endpoint = open({ undoMinutes: 0 });
    const maria = endpoint.patient();
    const tries = async (number: number) => {
      const { token } = (await maria.holds(nine)).body;
      const phone = `+1 303 555 ${1000 + number}`;
      const made = await maria.books(token, { ...booking(), patient: { ...booking().patient, phone } });
      if (made.status === 201) await maria.changes(made.body.manageToken, 'cancel');
      return { ...made, token };
    };
    endpoint.passes(60);
    for (let number = 0; number < 60; number++) assert.equal((await tries(number)).status, 201, `${number}`);
    const refused = await tries(60);
    assert.deepEqual([refused.status, refused.problem], [429, 'rate-limited']);
    assert.equal((await maria.hasHeld(refused.token)).status, 200, 'the time is kept');
    const neighbour = endpoint.patient();
    const { token } = (await neighbour.holds(wednesday)).body;
    assert.equal((await neighbour.books(token)).status, 201, 'and others book');
    endpoint.passes(60);
    assert.equal((await tries(61)).status, 201, 'and so does she an hour later');
  });

  it('counts what stands, behind however much that is cancelled', async () => {
    const endpoint = open({ maxUpcoming: 1 });
    const maria = endpoint.patient();
    await books(maria, nine);
    const { db: tables, clinic } = endpoint;
    const all = tables.selectFrom('booking').selectAll().where('clinic', '=', clinic.id);
    const { body, appointments, ...row } = await all.executeTakeFirstOrThrow();
    for (let index = 0; index < 120; index++)
      await tables
        .insertInto('booking')
        .values({
          ...row,
          id: `cancelled-${index}`,
          reference: null,
          status: 'cancelled',
          created_at: new Date(row.created_at.getTime() + 1),
          body: JSON.stringify(body),
          appointments: JSON.stringify(appointments),
          clearance: null,
          before_change: null,
        })
        .execute();
    const { token } = (await maria.holds(nextWeek)).body;
    assert.equal((await maria.books(token)).problem, 'not-bookable');
  });

  it('keeps why somebody has cancelled, in their own words, for the desk alone', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    const reason = 'I have to look after my mother.';
    const cancelled = await maria.changes(manageToken, 'cancel', { body: { reason } });
    assert.doesNotMatch(JSON.stringify(cancelled.body), /mother/);
    const { db: tables, clinic } = endpoint;
    const row = await tables.selectFrom('booking').select('body').where('clinic', '=', clinic.id).executeTakeFirst();
    assert.equal(row?.body?.cancelReason, reason);
  });

  it('is about what one change did: another cancellation ends the undoing of the first', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const made = await books(maria, [nine, nextWeek]);
    const [first, second] = made.appointments;
    const cancels = (id: string, revision: number) =>
      maria.changes(made.manageToken, 'cancel', { body: { appointmentIds: [id] }, revision });
    await cancels(first!.id, 1);
    assert.equal(await isFree(endpoint, nine), false);
    await cancels(second!.id, 2);
    assert.equal(await isFree(endpoint, nine), true);
    assert.equal(await isFree(endpoint, nextWeek), false);
    const back = await maria.changes(made.manageToken, 'undo', { revision: 3 });
    assert.deepEqual(
      back.body.appointments.map(({ status }: { status: string }) => status),
      ['cancelled', 'booked'],
    );
    endpoint.passes(HOUR);
    assert.equal(await isFree(endpoint, nextWeek), false);
  });
});
