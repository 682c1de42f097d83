import { bookingsOf } from '../db/contacts.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { isLive } from '../messages/visits.ts';
import { readSlotId } from '../schedule/slot-id.ts';
import type { Asked } from './asked.ts';
import { Refusal } from './problems.ts';

/** Enough to find a visit among what somebody has cancelled since. */
const LOOK_THROUGH = 200;

/**
 * Refuses what is not for new patients to everybody whose contact has never been here, as far as the bookings that are
 * kept know. What patients say of themselves (`returning`) opens nothing.
 */
export async function refuseNewPatient(asked: Asked<'book'>, wanted: readonly StoredAppointment[]): Promise<void> {
  const { endpoint, body, words, now } = asked;
  const { db, clinic } = endpoint;
  const ids = new Set(wanted.flatMap(({ serviceId, visit = '' }) => [serviceId, readSlotId(visit)?.serviceId]));
  if (clinic.data.services.every(({ id, newPatients }) => newPatients || !ids.has(id))) return;
  const contacts = [body.patient.email, body.patient.phone].filter((contact) => contact !== undefined);
  const made = await Promise.all(contacts.map((contact) => bookingsOf(db, clinic.id, contact, LOOK_THROUGH)));
  if (made.flat().some((row) => hasBeenHere(row, now))) return;
  throw new Refusal('not-bookable', { detail: words.details.newPatients });
}

const hasBeenHere = (row: BookingRow, now: number): boolean =>
  isLive(row, now) && row.appointments.some(({ status, end }) => status !== 'cancelled' && end <= now);
