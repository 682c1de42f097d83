import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkHistories } from '../helpers/check-histories.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { attempt, type Attempt } from '../helpers/stubborn-patient.ts';

/** What may go wrong in a database or an answer, and what the check says of it. */
const wrongs: readonly (readonly [
  name: string,
  said: RegExp,
  (endpoint: TestEndpoint, heard: Attempt[]) => unknown,
])[] = [
  [
    'a promise that is not kept',
    /was promised a booking that is not there/,
    ({ db, clinic }, [first]) =>
      db.deleteFrom('booking').where('clinic', '=', clinic.id).where('id', '=', first!.booked!.body.id).execute(),
  ],
  ['a booking of which nobody was told', /what they were not told of/, (_endpoint, heard) => heard.pop()],
  [
    'two bookings for one attempt',
    /nobody has two bookings/,
    ({ db, clinic }, [first, second]) =>
      db
        .updateTable('booking')
        .set({ body: JSON.stringify({ request: { patient: { email: first!.email } } }) })
        .where('clinic', '=', clinic.id)
        .where('id', '=', second!.booked!.body.id)
        .execute(),
  ],
  [
    'two bookings of one time',
    /is booked twice at 2026-12-01T16:00/,
    async ({ db, clinic }, [first, second]) => {
      const own = db.selectFrom('booking').select('appointments').where('clinic', '=', clinic.id);
      const { appointments } = await own.where('id', '=', first!.booked!.body.id).executeTakeFirstOrThrow();
      const change = db.updateTable('booking').set({ appointments: JSON.stringify(appointments) });
      await change.where('clinic', '=', clinic.id).where('id', '=', second!.booked!.body.id).execute();
    },
  ],
  [
    'a message that was lost',
    /2 !== 0|0 !== 2|Expected values/,
    ({ db, clinic }) => db.deleteFrom('message').where('clinic', '=', clinic.id).execute(),
  ],
];

onEveryDatabase('What patients heard', (db) => {
  const twoBookings = async () => {
    const endpoint = testEndpoint(db());
    const heard: Attempt[] = [];
    for (const time of ['16:00', '18:00'])
      heard.push(await attempt(() => endpoint.patient(), `s2~t1~2026-12-01T${time}Z`));
    return { endpoint, heard, check: () => checkHistories(db(), endpoint.clinic.id, endpoint.now(), heard) };
  };

  it('is what there is', async () => (await twoBookings()).check());
  for (const [name, said, change] of wrongs)
    it(`is told from ${name}`, async () => {
      const { endpoint, heard, check } = await twoBookings();
      await change(endpoint, heard);
      await assert.rejects(check(), said);
      for (const table of ['booking', 'item', 'claim'] as const)
        await db().deleteFrom(table).where('clinic', '=', endpoint.clinic.id).execute();
    });
});
