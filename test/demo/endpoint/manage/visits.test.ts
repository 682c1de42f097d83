import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';

const visit = 's20~t1~2026-12-01T16:00Z+t2~2026-12-01T17:00Z';
const parts = ['s2~t1~2026-12-01T16:00Z', 's9~t2~2026-12-01T17:00Z'];
const thursday = 's20~t1~2026-12-03T16:00Z+t2~2026-12-03T17:00Z';

onEveryDatabase('A visit that is booked', (db) => {
  const open = async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { token } = (await maria.holds(visit)).body;
    const { body } = await maria.books(token);
    return { endpoint, maria, manage: body.manageToken as string, made: body.appointments as { id: string }[] };
  };
  const free = async ({ patient }: TestEndpoint) =>
    Promise.all(
      parts.map(async (slot) => {
        const someone = patient();
        const held = await someone.holds(slot);
        if (held.status === 201) await someone.givesBack(held.body.token);
        return held.status === 201;
      }),
    );

  it('moves as a whole, and comes back as a whole', async () => {
    const { endpoint, maria, manage, made } = await open();
    const { token } = (await maria.holds(thursday)).body;
    const moved = await maria.changes(manage, 'reschedule', { body: { hold: token } });
    assert.deepEqual(
      moved.body.appointments.map(({ id, start }: { id: string; start: string }) => [id, start.slice(0, 16)]),
      [
        [made[0]!.id, '2026-12-03T09:00'],
        [made[1]!.id, '2026-12-03T10:00'],
      ],
    );
    assert.deepEqual(await free(endpoint), [true, true]);
    const back = await maria.changes(manage, 'undo', { revision: 2 });
    assert.deepEqual(back.body.appointments, made);
    assert.deepEqual(await free(endpoint), [false, false]);
  });

  for (const [name, first, second] of [
    ['its first part and then its second', 0, 1],
    ['its second part and then its first', 1, 0],
  ] as const)
    it(`is cancelled once ${name} are, and only the last of them is taken back`, async () => {
      const { endpoint, maria, manage, made } = await open();
      const cancels = (index: number, revision: number) =>
        maria.changes(manage, 'cancel', { body: { appointmentIds: [made[index]!.id] }, revision });
      const half = await cancels(first, 1);
      assert.deepEqual([half.status, half.body.status], [200, 'booked']);
      assert.equal((await cancels(first, 2)).problem, 'too-late', 'what is cancelled is not cancelled again');
      const whole = await cancels(second, 2);
      assert.deepEqual([whole.status, whole.body.status], [200, 'cancelled']);
      const kept = [0, 1].map((index) => index === first);
      assert.deepEqual(await free(endpoint), kept, 'only the second is kept, since only it may be taken back');
      const undone = await maria.changes(manage, 'undo', { revision: 3 });
      assert.deepEqual(
        [undone.body.status, ...undone.body.appointments.map(({ status }: { status: string }) => status)],
        ['booked', ...[0, 1].map((index) => (index === first ? 'cancelled' : 'booked'))],
      );
      assert.equal((await maria.changes(manage, 'undo', { revision: 4 })).problem, 'too-late');
      assert.equal((await cancels(second, 4)).body.status, 'cancelled');
      endpoint.passes(3);
      assert.deepEqual(await free(endpoint), [true, true]);
    });

  it('loses one part and gets it back, or is given up whole', async () => {
    const { endpoint, maria, manage, made } = await open();
    await maria.changes(manage, 'cancel', { body: { appointmentIds: [made[1]!.id] } });
    assert.deepEqual(await free(endpoint), [false, false], 'kept while it may be undone');
    assert.deepEqual((await maria.changes(manage, 'undo', { revision: 2 })).body.appointments, made);
    await maria.changes(manage, 'cancel', { body: { appointmentIds: [made[1]!.id] }, revision: 3 });
    endpoint.passes(3);
    assert.deepEqual(await free(endpoint), [false, true]);
    const { token } = (await maria.holds('s2~t1~2026-12-03T16:00Z')).body;
    const alone = await maria.changes(manage, 'reschedule', { body: { hold: token }, revision: 4 });
    assert.equal(alone.body.appointments[0].start, '2026-12-03T09:00:00-07:00', 'what is left can be moved');
    const rest = await maria.changes(manage, 'cancel', { revision: 5 });
    assert.equal(rest.body.status, 'cancelled');
    endpoint.passes(3);
    assert.deepEqual(await free(endpoint), [true, true]);
  });
});
