import assert from 'node:assert/strict';
import { findOrphans } from '../../../../demo/endpoint/db/find-orphans.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import type { Attempt } from './stubborn-patient.ts';

/** Holds what patients heard against what a database has: everything promised is there, and nothing is there twice. */
export async function checkHistories(db: Db, clinic: string, now: number, attempts: readonly Attempt[]): Promise<void> {
  const rows = await db.selectFrom('booking').selectAll().where('clinic', '=', clinic).execute();
  const bookings = rows.filter(({ status }) => status !== 'held');
  const emails = bookings.map(({ body }) => body?.request.patient.email);
  assert.equal(new Set(emails).size, emails.length, 'nobody has two bookings for one attempt');

  const promised = attempts.filter(({ booked }) => booked && booked.status < 300);
  for (const { email, booked } of promised) {
    const kept = bookings.find(({ id }) => id === booked?.body.id);
    assert.ok(kept, `${email} was promised a booking that is not there`);
    assert.equal(kept.body?.request.patient.email, email);
    assert.equal(kept.reference, booked?.body.reference);
    assert.equal(kept.status, 'booked');
  }
  // Everybody asked until they heard, so nothing may be there of which nobody was told.
  assert.deepEqual(
    new Set(emails),
    new Set(promised.map(({ email }) => email)),
    'nobody has what they were not told of',
  );

  for (const kind of ['therapistId', 'roomId'] as const) {
    const taken = bookings
      .flatMap(({ appointments }) => appointments)
      .map((one) => ({ who: one[kind], start: one.start, end: one.end }))
      .sort((one, other) => one.who.localeCompare(other.who) || one.start - other.start);
    taken.forEach(({ who, start }, index) => {
      const before = taken[index - 1];
      assert.ok(
        before?.who !== who || before.end <= start,
        `${who} is booked twice at ${new Date(start).toISOString()}`,
      );
    });
  }

  const told = await db
    .selectFrom('message')
    .select('booking')
    .where('clinic', '=', clinic)
    .where('topic', '=', 'booked')
    .where('recipient', '=', 'desk')
    .execute();
  assert.equal(told.length, bookings.length);
  assert.deepEqual(
    new Set(told.map(({ booking }) => booking)),
    new Set(bookings.map(({ id }) => id)),
    'the desk hears of each',
  );
  assert.deepEqual(await findOrphans(db, clinic, new Date(now)), []);
}
