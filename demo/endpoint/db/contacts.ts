import { sql } from 'kysely';
import { comparable } from '../messages/contact.ts';
import type { BookingRow } from './bookings.ts';
import type { Db } from './schema.ts';

const email = sql`lower(body #>> '{request,patient,email}')`;
const phone = sql`right(regexp_replace(body #>> '{request,patient,phone}', '[^0-9]', '', 'g'), 9)`;

/** Every booking that was made with a contact, the newest first. */
export const bookingsOf = (db: Db, clinic: string, contact: string, most = 20): Promise<BookingRow[]> =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('status', '!=', 'held')
    .where(contact.includes('@') ? email : phone, '=', comparable(contact))
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
