import { sql } from 'kysely';
import { comparable } from '../messages/contact.ts';
import type { BookingRow } from './bookings.ts';
import type { Db } from './schema.ts';

const email = sql`lower(body #>> '{request,patient,email}')`;
const phone = sql`right(regexp_replace(body #>> '{request,patient,phone}', '[^0-9]', '', 'g'), 9)`;

const madeWith = (db: Db, clinic: string, contact: string, most: number) =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('status', '!=', 'held')
    .where(contact.includes('@') ? email : phone, '=', comparable(contact))
    .orderBy('created_at', 'desc')
    .limit(most);

/** Every booking that was made with a contact, the newest first. */
export const bookingsOf = (db: Db, clinic: string, contact: string, most: number): Promise<BookingRow[]> =>
  madeWith(db, clinic, contact, most).execute();

/** How many that were made with a contact since then are given up again. */
export async function givenUpBy(db: Db, clinic: string, contact: string, since: Date, most: number): Promise<number> {
  const cancelled = madeWith(db, clinic, contact, most).where('status', '=', 'cancelled');
  return (await cancelled.where('created_at', '>=', since).execute()).length;
}

/** Those that nobody has cancelled: however many are, they push none of these out of sight. */
export const standingBookingsOf = (db: Db, clinic: string, contact: string, most: number): Promise<BookingRow[]> =>
  madeWith(db, clinic, contact, most).where('status', 'in', ['booked', 'pending', 'proposed']).execute();
