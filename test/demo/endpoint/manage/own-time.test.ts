import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking, type Patient, type Reply } from '../helpers/patient.ts';

/** An hour's treatment of Ana's on the first of December. */
const at = (time: string, day = '2026-12-01') => `s2~t1~${day}T${time}Z`;
const nine = at('16:00');
const quarterPast = at('16:15');

onEveryDatabase('A quarter of an hour later', (db) => {
  const open = () => testEndpoint(db(), { clinic: cedar((data) => delete data.policy.maxUpcoming) });
  const books = async (patient: Patient, ...slots: readonly string[]) => {
    const { token } = (await patient.holds(slots)).body;
    const booked = await patient.books(token);
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    return booked.body as { manageToken: string; appointments: { id: string }[] };
  };
  const moves = (patient: Patient, manage: string, held: Reply, revision = 1, ids?: readonly string[]) =>
    patient.changes(manage, 'reschedule', {
      body: { hold: held.body.token, ...(ids && { appointmentIds: ids }) },
      revision,
    });
  const isFree = async ({ patient }: TestEndpoint, slot: string) => {
    const one = patient();
    const held = await one.holds(slot);
    if (held.status === 201) await one.givesBack(held.body.token);
    return held.status === 201;
  };
  const startsOf = ({ body }: Reply) =>
    body.appointments.map(({ start }: { start: string }) => new Date(start).toISOString().slice(0, 16));

  it('is nobody’s but the patient’s whose booking is in the way', async () => {
    const endpoint = open();
    const [maria, ben] = [endpoint.patient(), endpoint.patient()];
    const { manageToken } = await books(maria, nine);
    const { manageToken: other } = await books(ben, at('16:00', '2026-12-03'));
    assert.equal((await maria.holds(quarterPast)).problem, 'slot-taken');
    assert.equal((await ben.holds(quarterPast, { replaces: other })).problem, 'slot-taken');
    assert.equal((await ben.holds(quarterPast, { replaces: `${manageToken}x` })).problem, 'invalid');
    const held = await maria.holds(quarterPast, { replaces: manageToken });
    assert.equal(held.status, 201, JSON.stringify(held.body));
    assert.equal((await maria.sees(manageToken)).body.status, 'booked', 'nothing has moved yet');

    const moved = await moves(maria, manageToken, held);
    assert.deepEqual([moved.status, startsOf(moved)], [200, ['2026-12-01T16:15']]);
    assert.equal(await isFree(endpoint, at('17:00')), false, 'the end of it is taken now');
  });

  it('is taken back as well, into the time that was moved from', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    await moves(maria, manageToken, await maria.holds(quarterPast, { replaces: manageToken }));
    const back = await maria.changes(manageToken, 'undo', { revision: 2 });
    assert.deepEqual([back.status, startsOf(back)], [200, ['2026-12-01T16:00']]);
    assert.equal(await isFree(endpoint, at('17:15')), true);
  });

  it('can be held longer, picked again, and given back, and the booking stays where it is', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    const first = await maria.holds(quarterPast, { replaces: manageToken });
    assert.equal((await maria.extends(first.body.token)).status, 200);
    const second = await maria.holds(at('16:30'), { replaces: first.body.token });
    assert.equal(second.status, 201, 'whoever picks again still moves the same booking');
    assert.equal((await maria.givesBack(second.body.token)).status, 204);
    assert.equal(await isFree(endpoint, nine), false);
    assert.equal(await isFree(endpoint, at('17:15')), true);
  });

  it('is no second booking: what was held to move another is not booked over it', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    const held = await maria.holds(quarterPast, { replaces: manageToken });
    assert.equal((await maria.books(held.body.token)).problem, 'hold-expired');
    assert.deepEqual(startsOf(await maria.sees(manageToken)), ['2026-12-01T16:00']);
  });

  it('is in the way of the other appointments of the same booking', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken, appointments } = await books(maria, nine, at('20:00'));
    const held = await maria.holds(at('19:45'), { replaces: manageToken });
    assert.equal(held.status, 201);
    const first = await moves(maria, manageToken, held, 1, [appointments[0]!.id]);
    assert.equal(first.problem, 'slot-taken', 'the second appointment stays there');
    const second = await moves(maria, manageToken, held, 1, [appointments[1]!.id]);
    assert.deepEqual(startsOf(second), ['2026-12-01T16:00', '2026-12-01T19:45']);
  });

  it('opens nothing once the booking is cancelled', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    await maria.changes(manageToken, 'cancel');
    assert.equal((await maria.holds(quarterPast, { replaces: manageToken })).problem, 'slot-taken');
  });

  it('lets one hold more than usual while it moves', async () => {
    const endpoint = open();
    const maria = endpoint.patient();
    const { manageToken } = await books(maria, nine);
    for (const day of ['2026-12-08', '2026-12-10'])
      assert.equal((await maria.holds(at('16:00', day))).status, 201, 'two holds are usual');
    assert.equal((await maria.holds(quarterPast)).status, 409);
    assert.equal((await maria.holds(at('16:00', '2026-12-15'))).problem, 'too-many-holds');
    assert.equal((await maria.holds(quarterPast, { replaces: manageToken })).status, 201);
  });

  it('is one’s own or somebody else’s, whoever is faster, and never both', async () => {
    for (let round = 0; round < 10; round++) {
      const endpoint = open();
      const [maria, ben] = [endpoint.patient(), endpoint.patient()];
      const { manageToken } = await books(maria, nine);
      // The end of hers is the beginning of his.
      const [own, other] = await Promise.all([
        maria.holds(quarterPast, { replaces: manageToken }),
        ben.holds(at('17:15')),
      ]);
      assert.deepEqual(
        [own.status, other.status].toSorted((one, two) => one - two),
        [201, 409],
      );
      if (own.status !== 201) continue;
      const [moved, late] = await Promise.all([moves(maria, manageToken, own), ben.holds(at('17:15'))]);
      assert.deepEqual([moved.status, late.status], [200, 409]);
    }
  });

  it('moves a booking once, however many holds are in its own time', async () => {
    for (let round = 0; round < 5; round++) {
      const endpoint = testEndpoint(db(), { rateLimit: 0 });
      const maria = endpoint.patient();
      const { manageToken } = await books(maria, nine);
      const holds = await Promise.all(
        [quarterPast, at('16:30'), at('15:45')].map((slot) => maria.holds(slot, { replaces: manageToken })),
      );
      const had = holds.filter(({ status }) => status === 201);
      assert.ok(had.length > 0 && holds.every(({ status }) => [201, 409].includes(status)));
      const moved = await Promise.all([
        ...had.map((held) => moves(maria, manageToken, held)),
        maria.changes(manageToken, 'cancel'),
      ]);
      assert.equal(moved.filter(({ status }) => status === 200).length, 1);
      assert.deepEqual(endpoint.log, []);
    }
  });

  it('goes to one of two who swap into each other’s end', async () => {
    for (let round = 0; round < 5; round++) {
      const endpoint = open();
      const [maria, ben] = [endpoint.patient(), endpoint.patient()];
      const { manageToken: hers } = await books(maria, nine);
      const ben2 = { ...booking(), patient: { ...booking().patient, phone: '+1 303 555 0199' } };
      const held = await ben.holds(at('17:15'));
      const his = (await ben.books(held.body.token, ben2)).body.manageToken as string;
      const [up, down] = await Promise.all([
        maria.holds(quarterPast, { replaces: hers }),
        ben.holds(at('17:00'), { replaces: his }),
      ]);
      assert.ok([up.status, down.status].includes(409), 'both stand in each other’s way');
      assert.deepEqual(endpoint.log, []);
    }
  });
});
