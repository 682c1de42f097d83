import { changeBooking, findBooking, isWaiting, waitingBookings } from '../db/bookings.ts';
import { vacate } from '../db/places.ts';
import { FAR } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { tell } from '../messages/tell.ts';
import type { Endpoint } from '../routes/asked.ts';

/**
 * Frees every time whose deadline has passed without an answer, and tells its patient. Others may have the place from
 * the deadline on, whether this has run or not. Answers how many were freed.
 */
export async function freeOverdue(endpoint: Endpoint, now: number): Promise<number> {
  const { db, clinic } = endpoint;
  const overdue = await waitingBookings(db, clinic.id, new Date(now), 'overdue');
  let count = 0;
  for (const { id } of overdue)
    count += await transact(db, async (transaction) => {
      const row = await findBooking(transaction, clinic.id, id, true);
      // Answered or freed by somebody else in this very moment.
      if (!row || !isWaiting(row) || row.expires_at.getTime() > now) return 0;
      await vacate(transaction, clinic.id, id);
      const { appointments, body } = row;
      const freed = {
        status: 'cancelled',
        expires: FAR,
        appointments,
        body,
        before: null,
        now: new Date(now),
      } as const;
      const changed = await changeBooking(transaction, row, freed);
      await tell(transaction, { endpoint, now }, 'freed', changed);
      return 1;
    });
  return count;
}
