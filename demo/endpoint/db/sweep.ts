import { DAY } from '../schedule/quanta.ts';
import type { Db } from './schema.ts';
import { forgetAside, vacate } from './places.ts';
import { deleteBooking } from './bookings.ts';
import { forgetCallbacks } from './callbacks.ts';
import { forgetTurns } from './contact-turns.ts';
import { forgetCodes } from './contact-codes.ts';
import { eraseOver } from './erase.ts';
import { forgetMessages } from './messages.ts';
import { transact } from './transact.ts';

/** Answers are promised for a day. A hold that ran out may still be honoured, but nobody comes back after a day. */
const KEPT = 2 * DAY;
/** So long an operator can still see what was sent, and by its id that it was. */
const MESSAGES_KEPT = 30 * DAY;
/** Nobody waits longer for a call. */
const CALLBACKS_KEPT = 30 * DAY;

/**
 * Tidies away what nobody needs any more, and erases bookings that have been over for so many days; 0 keeps them. No
 * booking is wrong without it: the tables only grow.
 */
export async function sweep(db: Db, clinic: string, now: number, retentionDays = 0): Promise<void> {
  const before = new Date(now - KEPT);
  await db.deleteFrom('idempotency').where('clinic', '=', clinic).where('created_at', '<', before).execute();
  await forgetTurns(db, clinic, before);
  await forgetAside(db, clinic, before);
  await forgetCodes(db, clinic, new Date(now));
  await forgetCallbacks(db, clinic, new Date(now - CALLBACKS_KEPT));
  await forgetMessages(db, clinic, new Date(now - MESSAGES_KEPT));
  if (retentionDays > 0) await eraseOver(db, clinic, new Date(now - retentionDays * DAY));
  const holds = await db
    .selectFrom('booking')
    .select('id')
    .where('clinic', '=', clinic)
    .where('status', '=', 'held')
    .where('expires_at', '<', before)
    .limit(1000)
    .execute();
  for (const { id } of holds)
    await transact(db, async (transaction) => {
      const hold = await findHeld(transaction, clinic, id);
      if (!hold || hold.expires_at >= before) return;
      await vacate(transaction, clinic, id);
      await deleteBooking(transaction, clinic, id);
    });
}

/** Locked, and still only a hold: it may have been confirmed in this very moment. */
const findHeld = (db: Db, clinic: string, id: string) =>
  db
    .selectFrom('booking')
    .select('expires_at')
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .where('status', '=', 'held')
    .forUpdate()
    .executeTakeFirst();
