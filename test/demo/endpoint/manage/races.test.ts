import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { random } from '../helpers/numbers.ts';
import { booking, newKey, type Patient, type Reply } from '../helpers/patient.ts';

const nine = 's1~t1~2026-12-01T16:00Z';
const PATIENTS = 64;

/** Every patient has a phone of their own: what one contact may have is limited. */
let phones = 0;
const books = async (patient: Patient, slot: string) => {
  const own = { ...booking().patient, phone: `+1 303 ${String(++phones).padStart(7, '0')}` };
  const { token } = (await patient.holds(slot)).body;
  const booked = await patient.books(token, { ...booking(), patient: own });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  return booked.body.manageToken as string;
};
const starts = (reply: Reply): readonly string[] =>
  reply.body.appointments.map(({ start }: { start: string }) => start);
const named = (replies: readonly Reply[]) => {
  const counts: Record<string, number> = {};
  for (const { status, problem } of replies) counts[problem ?? status] = (counts[problem ?? status] ?? 0) + 1;
  return counts;
};

/** Half hours of Ana's that do not touch each other, as many as are wanted. */
const timesOf = (count: number, from: number) => {
  const times = ['15:00', '15:45', '16:30', '17:15', '18:00', '20:00', '20:45', '21:30', '22:15'];
  const days = [0, 2, 6, 7, 9, 13, 14, 16, 20].map((day) =>
    new Date(Date.UTC(2026, 11, from + day)).toISOString().slice(0, 10),
  );
  return days.flatMap((day) => times.map((time) => `s1~t1~${day}T${time}Z`)).slice(0, count);
};

onEveryDatabase('Changes at the same moment', (db) => {
  const isFree = async ({ patient }: TestEndpoint, slot: string) => (await patient().holds(slot)).status === 201;

  it('move a booking once; whoever was slower keeps the hold and hears of the change', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const manage = await books(maria, nine);
    const slots = ['s1~t1~2026-12-03T16:00Z', 's1~t1~2026-12-08T16:00Z'];
    const holds = await Promise.all(slots.map(async (slot) => (await maria.holds(slot)).body.token as string));
    const moves = await Promise.all(holds.map((hold) => maria.changes(manage, 'reschedule', { body: { hold } })));
    assert.deepEqual(named(moves), { 200: 1, 'changed-meanwhile': 1 });
    const slower = moves.findIndex(({ status }) => status !== 200);
    assert.equal((await maria.hasHeld(holds[slower]!)).status, 200);
    assert.deepEqual(starts(await maria.sees(manage)), starts(moves[1 - slower]!));
    assert.equal(await isFree(endpoint, nine), true);
    assert.equal(await isFree(endpoint, slots[1 - slower]!), false);
  });

  it('move or cancel it, not both, and say the same of it afterwards', async () => {
    for (let round = 0; round < 5; round++) {
      const endpoint = testEndpoint(db());
      const maria = endpoint.patient();
      const manage = await books(maria, nine);
      const hold = (await maria.holds('s1~t1~2026-12-03T16:00Z')).body.token;
      const both = await Promise.all([
        maria.changes(manage, 'cancel'),
        maria.changes(manage, 'reschedule', { body: { hold } }),
        maria.changes(manage, 'undo'),
      ]);
      assert.deepEqual(named(both), { 200: 1, 'changed-meanwhile': 2 });
      const seen = await maria.sees(manage);
      const won = both.find(({ status }) => status === 200)!;
      assert.deepEqual(seen.body, { ...won.body, ...(won.body.undoFor && { undoFor: seen.body.undoFor }) });
    }
  });

  it('are made once for one key, however often it is sent', async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const manage = await books(maria, nine);
    const key = newKey();
    const all = await Promise.all(Array.from({ length: 10 }, () => maria.changes(manage, 'cancel', { key })));
    assert.ok(all.every(({ status, problem }) => status === 200 || problem === 'in-progress'));
    assert.equal((await maria.sees(manage)).body.revision, 2);
  });

  it('are one on two servers', async () => {
    const endpoint = testEndpoint(db());
    const second = testEndpoint(db(), { clinic: endpoint.clinic });
    const maria = endpoint.patient();
    const nodes = [maria, second.patient(), endpoint.patient(), second.patient()];
    const manage = await books(maria, nine);
    const key = newKey();
    const hold = (await maria.holds('s1~t1~2026-12-03T16:00Z')).body.token;
    const same = await Promise.all(nodes.map((one) => one.changes(manage, 'reschedule', { body: { hold }, key })));
    assert.ok(
      same.every(({ status, problem }) => status === 200 || problem === 'in-progress'),
      JSON.stringify(named(same)),
    );
    assert.equal((await maria.sees(manage)).body.revision, 2);
    const all = await Promise.all(nodes.map((one) => one.changes(manage, 'cancel', { revision: 2 })));
    assert.deepEqual(named(all), { 200: 1, 'changed-meanwhile': 3 });
    assert.deepEqual([...endpoint.log, ...second.log], []);
  });

  it('leave a time that was moved from to whoever is faster: its patient, or another', async () => {
    for (let round = 0; round < 5; round++) {
      const endpoint = testEndpoint(db());
      const maria = endpoint.patient();
      const manage = await books(maria, nine);
      const hold = (await maria.holds('s1~t1~2026-12-03T16:00Z')).body.token;
      await maria.changes(manage, 'reschedule', { body: { hold } });
      const [back, other] = await Promise.all([
        maria.changes(manage, 'undo', { revision: 2 }),
        endpoint.patient().holds(nine),
      ]);
      assert.deepEqual([back.status, other.status], back.status === 200 ? [200, 409] : [409, 201]);
      const at = starts(await maria.sees(manage))[0]!.slice(0, 10);
      assert.equal(at, back.status === 200 ? '2026-12-01' : '2026-12-03');
    }
  });

  it('give one place to one of 64 patients who move into it; the others stay where they are', async () => {
    const endpoint = testEndpoint(db());
    const target = 's1~t1~2026-11-30T16:00Z';
    const people = [];
    for (const slot of timesOf(PATIENTS, 1)) {
      const patient = endpoint.patient();
      people.push({ patient, slot, manage: await books(patient, slot), hold: '' });
    }
    // Each has held it once: a hold that ran out is good as long as nobody else has the place.
    for (const one of people) {
      one.hold = (await one.patient.holds(target)).body.token;
      endpoint.passes(11);
    }
    const moves = await Promise.all(
      people.map(({ patient, manage, hold }) => patient.changes(manage, 'reschedule', { body: { hold } })),
    );
    assert.deepEqual(named(moves), { 200: 1, 'slot-taken': PATIENTS - 1 });
    assert.deepEqual(endpoint.log, []);
    const seen = await Promise.all(people.map(({ patient, manage }) => patient.sees(manage)));
    const expected = people.map(({ slot }, index) => (moves[index]!.status === 200 ? target : slot));
    assert.deepEqual(
      seen.map((one) => Date.parse(starts(one)[0]!)),
      expected.map((slot) => Date.parse(slot.split('~')[2]!)),
    );
    const free = await Promise.all(people.map(({ slot }) => isFree(endpoint, slot)));
    assert.deepEqual(
      free,
      moves.map(({ status }) => status === 200),
    );
  });

  it('leave every live booking its own place, in whatever order they come', async () => {
    const endpoint = testEndpoint(db(), { rateLimit: 0 });
    const pick = random(4711);
    const slots = timesOf(24, 1);
    const people: { readonly patient: Patient; readonly manage: string }[] = [];
    for (const slot of slots.slice(0, 16)) {
      const patient = endpoint.patient();
      people.push({ patient, manage: await books(patient, slot) });
    }
    const change = async ({ patient, manage }: (typeof people)[number]): Promise<Reply> => {
      const { revision } = (await patient.sees(manage)).body as { revision: number };
      const what = pick(4);
      if (what === 0) return patient.changes(manage, 'cancel', { revision });
      if (what === 1) return patient.changes(manage, 'undo', { revision });
      const held = await patient.holds(slots[pick(slots.length)]!);
      if (held.status !== 201) return held;
      const moved = await patient.changes(manage, 'reschedule', { body: { hold: held.body.token }, revision });
      if (moved.status !== 200) await patient.givesBack(held.body.token);
      return moved;
    };
    for (let round = 0; round < 8; round++) {
      const replies = await Promise.all(people.map(change));
      assert.deepEqual(
        replies
          .filter(({ status }) => ![200, 409, 412].includes(status))
          .map(({ status, problem }) => [status, problem]),
        [],
      );
      endpoint.passes(1);
    }
    assert.deepEqual(endpoint.log, []);
    const seen = await Promise.all(people.map(({ patient, manage }) => patient.sees(manage)));
    const live = seen.filter(({ body }) => body.status === 'booked').flatMap(starts);
    assert.equal(new Set(live).size, live.length, 'nobody shares a time');
    endpoint.passes(20);
    for (const slot of slots) {
      const taken = live.some((start) => Date.parse(start) === Date.parse(slot.split('~')[2]!));
      assert.equal(await isFree(endpoint, slot), !taken, slot);
    }
  });
});
