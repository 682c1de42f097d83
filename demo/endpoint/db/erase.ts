import { sql } from 'kysely';
import { deleteBooking, findBooking } from './bookings.ts';
import { vacate } from './places.ts';
import type { Db } from './schema.ts';
import { transact } from './transact.ts';

/** Erases a booking, its places, and everything that was written because of it; false where it is gone already. */
export const eraseBooking = (db: Db, clinic: string, id: string): Promise<boolean> =>
  transact(db, async (transaction) => {
    if (!(await findBooking(transaction, clinic, id, true))) return false;
    await vacate(transaction, clinic, id);
    for (const table of ['message', 'idempotency', 'form'] as const)
      await transaction.deleteFrom(table).where('clinic', '=', clinic).where('booking', '=', id).execute();
    await deleteBooking(transaction, clinic, id);
    return true;
  });

/** At most so many at a time; the next sweep goes on. */
const MOST = 1000;

/** Erases the bookings whose last appointment was over before an instant, whatever has become of them. */
export async function eraseOver(db: Db, clinic: string, before: Date): Promise<number> {
  const end = sql<number>`(select max((one ->> 'end')::bigint) from jsonb_array_elements(appointments) as one)`;
  const over = await db
    .selectFrom('booking')
    .select('id')
    .where('clinic', '=', clinic)
    .where('status', '!=', 'held')
    // Nothing is over before it was made, and this alone has an index.
    .where('created_at', '<', before)
    .where(end, '<', before.getTime())
    .limit(MOST)
    .execute();
  for (const { id } of over) await eraseBooking(db, clinic, id);
  return over.length;
}
