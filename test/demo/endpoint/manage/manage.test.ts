import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { checklist } from '../helpers/checklist.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { booking, newKey, type Patient } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const later = 's2~t1~2026-12-02T17:00Z';
const nextWeek = 's2~t1~2026-12-08T16:00Z';
const DAY = 24 * 60;

/** The short checklist, but a fever only postpones what is hot. */
const feverIsAboutHeat: typeof checklist = JSON.parse(
  JSON.stringify(checklist).replace('{"url":"notBeforeDays"', '{"url":"services","valueCode":"hot"},$&'),
);

onEveryDatabase('A booking that is made', (db) => {
  const books = async (patient: Patient, slots: string | readonly string[] = nine, ...yes: readonly string[]) => {
    const { token } = (await patient.holds(slots)).body;
    const booked = await patient.books(token, booking(...yes));
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    return { ...booked.body, hold: token } as {
      manageToken: string;
      hold: string;
      appointments: { id: string; start: string }[];
    };
  };
  const open = async (...slots: readonly string[]) => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { manageToken, ...made } = await books(maria, slots.length ? slots : nine);
    return { endpoint, maria, manageToken, made };
  };
  const isFree = async ({ patient }: ReturnType<typeof testEndpoint>, slot: string) =>
    (await patient().holds(slot)).status === 201;

  it('is seen by its token, and by no other', async () => {
    const { maria, manageToken, made } = await open();
    const seen = await maria.sees(manageToken);
    assert.deepEqual([seen.status, seen.body.status, seen.body.revision], [200, 'booked', 1]);
    assert.deepEqual(seen.body.appointments, made.appointments);
    assert.equal((await maria.sees(made.hold)).problem, 'unauthorized');
  });

  it('is cancelled, kept free of others while that may be undone, and then anybody’s', async () => {
    const { endpoint, maria, manageToken } = await open();
    const cancelled = await maria.changes(manageToken, 'cancel');
    assert.deepEqual(
      [cancelled.status, cancelled.body.status, cancelled.body.revision, cancelled.body.undoFor],
      [200, 'cancelled', 2, 180],
    );
    assert.equal(await isFree(endpoint, nine), false);
    endpoint.passes(3);
    assert.equal(await isFree(endpoint, nine), true);
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 2 })).problem, 'too-late');
    assert.equal((await maria.changes(manageToken, 'cancel', { revision: 2 })).problem, 'too-late');
  });

  it('stands again once a cancellation is undone, which can be done once', async () => {
    const { endpoint, maria, manageToken, made } = await open();
    await maria.changes(manageToken, 'cancel');
    endpoint.passes(2);
    const again = await maria.changes(manageToken, 'undo', { revision: 2 });
    assert.deepEqual([again.status, again.body.status, again.body.revision], [200, 'booked', 3]);
    assert.deepEqual(again.body.appointments, made.appointments);
    endpoint.passes(60);
    assert.equal(await isFree(endpoint, nine), false);
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 3 })).problem, 'too-late');
  });

  it('loses one appointment of several, and keeps the rest', async () => {
    const { endpoint, maria, manageToken, made } = await open(nine, nextWeek);
    const [first] = made.appointments;
    const left = await maria.changes(manageToken, 'cancel', { body: { appointmentIds: [first!.id] } });
    assert.equal(left.body.status, 'booked');
    assert.deepEqual(
      left.body.appointments.map(({ status }: { status: string }) => status),
      ['cancelled', 'booked'],
    );
    endpoint.passes(4);
    assert.equal(await isFree(endpoint, nine), true);
    assert.equal(await isFree(endpoint, nextWeek), false);
    const same = await maria.changes(manageToken, 'cancel', { body: { appointmentIds: [first!.id] }, revision: 2 });
    assert.equal(same.problem, 'too-late');
    assert.equal(
      (await maria.changes(manageToken, 'cancel', { body: { appointmentIds: ['nobody'] }, revision: 2 })).problem,
      'too-late',
    );
  });

  it('moves to a time that is held, keeps the id of its appointment, and gives its own time up at once', async () => {
    const { endpoint, maria, manageToken, made } = await open();
    const { token } = (await maria.holds(later)).body;
    const moved = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    assert.deepEqual([moved.status, moved.body.revision], [200, 2]);
    assert.equal(moved.body.appointments[0].id, made.appointments[0]!.id);
    assert.equal(moved.body.appointments[0].start, '2026-12-02T10:00:00-07:00');
    assert.equal((await maria.hasHeld(token)).problem, 'hold-expired', 'the hold is used up');
    assert.equal(await isFree(endpoint, nine), true);
    assert.equal(await isFree(endpoint, later), false);
  });

  it('comes back to its old time where nobody has taken it, and says so where somebody has', async () => {
    const { endpoint, maria, manageToken, made } = await open();
    const move = async (slot: string, revision: number) =>
      maria.changes(manageToken, 'reschedule', { body: { hold: (await maria.holds(slot)).body.token }, revision });
    await move(later, 1);
    const back = await maria.changes(manageToken, 'undo', { revision: 2 });
    assert.deepEqual(back.body.appointments, made.appointments);
    await move(later, 3);
    await endpoint.patient().holds(nine);
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 4 })).problem, 'slot-taken');
    assert.equal((await maria.sees(manageToken)).body.appointments[0].start, '2026-12-02T10:00:00-07:00');
  });

  it('moves one appointment of several', async () => {
    const { maria, manageToken, made } = await open(nine, nextWeek);
    const { token } = (await maria.holds(later)).body;
    const [first] = made.appointments;
    const moved = await maria.changes(manageToken, 'reschedule', {
      body: { hold: token, appointmentIds: [first!.id] },
    });
    assert.deepEqual(
      moved.body.appointments.map(({ start }: { start: string }) => start.slice(0, 10)),
      ['2026-12-02', '2026-12-08'],
    );
  });

  it('moves to the same treatments only', async () => {
    const { maria, manageToken } = await open();
    const { token } = (await maria.holds('s8~t4~2026-12-02T17:00Z')).body;
    const refused = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    assert.deepEqual([refused.problem, refused.body.errors[0].pointer], ['invalid', '/hold']);
    assert.equal((await maria.hasHeld(token)).status, 200, 'and the hold is still there');
  });

  it('is screened again for its new date', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, 's2~t1~2026-12-08T16:00Z', 'fever');
    const { token } = (await maria.holds(later)).body;
    const refused = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    assert.equal(refused.problem, 'screening-changed');
    const muchLater = (await maria.holds('s2~t1~2026-12-09T16:00Z', { replaces: token })).body.token;
    assert.equal((await maria.changes(manageToken, 'reschedule', { body: { hold: muchLater } })).status, 200);
  });

  it('moves with what was added to it, and is screened for that too', async () => {
    const clinic = cedar();
    const endpoint = testEndpoint(db(), { clinic, checklist: loadChecklist(feverIsAboutHeat, clinic.languages) });
    const maria = endpoint.patient();
    const moves = async (from: string, to: string) => {
      const { manageToken } = await books(maria, from, 'fever');
      const { token } = (await maria.holds(to)).body;
      const moved = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
      if (!moved.body.appointments) await maria.givesBack(token);
      return moved;
    };
    const soon = '2026-12-02T17:00Z';
    const refused = await moves('s2~t1~2026-12-08T16:00Z~a1', `s2~t1~${soon}~a1`);
    assert.deepEqual([refused.status, refused.problem], [422, 'screening-changed'], 'heat has to wait');
    const other = await moves('s2~t1~2026-12-09T16:00Z~a1', 's2~t1~2026-12-09T20:00Z');
    assert.equal(other.body.errors[0].pointer, '/hold', 'a treatment without it is another one');
    const moved = await moves('s2~t1~2026-12-15T16:00Z~a1', 's2~t1~2026-12-16T16:00Z~a1');
    assert.deepEqual([moved.status, moved.body.appointments[0].addOnIds], [200, ['a1']]);
    assert.equal((await moves('s2~t1~2026-12-15T20:00Z', `s2~t1~${soon}`)).status, 200, 'without it nothing has to');
  });

  it('waits for a doctor still, or no longer, as the new date has it', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nextWeek, 'clot');
    const { token } = (await maria.holds('s2~t1~2026-12-09T16:00Z')).body;
    const moved = await maria.changes(manageToken, 'reschedule', { body: { hold: token } });
    assert.equal(moved.body.status, 'pending');
    assert.ok(moved.body.clearance.deadline);
  });

  it('is changed for what was seen, and for nothing else', async () => {
    const { maria, manageToken } = await open();
    await maria.changes(manageToken, 'cancel');
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 1 })).problem, 'changed-meanwhile');
    const blind = await maria.sends('/booking/cancel', {}, { token: manageToken });
    assert.deepEqual([blind.status, blind.problem], [428, 'invalid']);
  });

  it('gives the same answer for the same key', async () => {
    const { maria, manageToken } = await open();
    const key = newKey();
    const first = await maria.changes(manageToken, 'cancel', { key });
    assert.deepEqual((await maria.changes(manageToken, 'cancel', { key })).body, first.body);
  });

  it('is left alone within the clinic’s notice', async () => {
    const { endpoint, maria, manageToken } = await open();
    endpoint.passes(8 * DAY - 24 * 60 + 1);
    const late = await maria.changes(manageToken, 'cancel');
    assert.deepEqual([late.status, late.problem], [409, 'too-late']);
    const { token } = (await maria.holds('s2~t1~2026-12-15T16:00Z')).body;
    assert.equal((await maria.changes(manageToken, 'reschedule', { body: { hold: token } })).problem, 'too-late');
    assert.equal((await maria.changes(manageToken, 'coming')).body.coming, true);
    endpoint.passes(2 * DAY);
    assert.equal((await maria.changes(manageToken, 'coming')).problem, 'too-late');
  });

  it('moves once, however many ask at the same time, and gives 64 patients one place', async () => {
    const { endpoint, maria, manageToken } = await open();
    const holds = await Promise.all([later, nextWeek].map(async (slot) => (await maria.holds(slot)).body.token));
    const moves = await Promise.all([
      ...holds.map((hold) => maria.changes(manageToken, 'reschedule', { body: { hold } })),
      maria.changes(manageToken, 'cancel'),
    ]);
    assert.equal(
      moves.filter(({ status }) => status === 200).length,
      1,
      JSON.stringify(moves.map(({ problem }) => problem)),
    );
    assert.ok(moves.every(({ status }) => status < 500));
    const crowd = await Promise.all(
      Array.from({ length: 64 }, async () => (await endpoint.patient().holds('s2~t1~2026-12-10T16:00Z')).status),
    );
    assert.deepEqual(
      [crowd.filter((status) => status === 201).length, crowd.filter((status) => status === 409).length],
      [1, 63],
    );
  });

  it('is told of: the patient, the desk, and nobody of what is no longer true', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    const withMail = { ...booking(), patient: { ...booking().patient, email: 'maria@example.org' } };
    const { manageToken } = (await maria.books(token, withMail)).body;
    await maria.changes(manageToken, 'cancel');
    const left = (await messagesOf(endpoint)).filter(({ settled_at, channel }) => !settled_at && channel === 'email');
    assert.deepEqual([...new Set(left.map(({ topic }) => topic))], ['cancelled']);
    assert.ok(left.some(({ recipient }) => recipient === 'patient'));
  });
});

onEveryDatabase('What one contact may have', (db) => {
  const slot = (day: number) => `s2~t1~2026-12-${String(day).padStart(2, '0')}T16:00Z`;
  const tries = async (
    endpoint: ReturnType<typeof testEndpoint>,
    slots: readonly string[],
    ...yes: readonly string[]
  ) =>
    Promise.all(
      slots.map(async (id) => {
        const patient = endpoint.patient();
        const { token } = (await patient.holds(id)).body;
        return patient.books(token, booking(...yes));
      }),
    );
  it('is as many bookings ahead as the clinic allows, even at the same moment', async () => {
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => (data.policy.maxUpcoming = 2)) });
    const made = await tries(endpoint, [slot(1), slot(2), slot(3), slot(8), slot(9)]);
    assert.deepEqual(
      made.map(({ status }) => status).toSorted((one, other) => one - other),
      [201, 201, 422, 422, 422],
    );
    assert.ok(made.every(({ problem }) => !problem || problem === 'not-bookable'));
    endpoint.passes(18 * DAY);
    assert.equal((await tries(endpoint, [slot(15)]))[0]!.status, 201, 'what is over no longer counts');
  });

  it('is one booking that waits for a doctor', async () => {
    const endpoint = testEndpoint(db());
    const made = await tries(endpoint, [slot(8), slot(9)], 'clot');
    assert.deepEqual(
      made.map(({ status }) => status).toSorted((one, other) => one - other),
      [201, 422],
    );
    assert.equal((await tries(endpoint, [slot(10)]))[0]!.status, 201);
  });
});
