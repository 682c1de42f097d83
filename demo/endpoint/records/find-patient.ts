import type { Clinic } from '../clinic/load-clinic.ts';
import { contactsIn, namesIn, recordsOf, type PatientRecords, type Whose } from '../db/patient-records.ts';
import type { Db } from '../db/schema.ts';
import { dialled } from '../messages/reach.ts';
import { isLive, visitsOf } from '../messages/visits.ts';

/** What is kept of whoever has a contact. */
export interface Found {
  readonly records: PatientRecords;
  /** More than one, and it is not clear whose records are meant. */
  readonly names: readonly string[];
  /** Whether it is this very contact: numbers of two countries may end alike. */
  readonly isExact: boolean;
  /** References of what is still to come: nobody is told where that is erased. */
  readonly coming: readonly string[];
}

/** Finds a patient's records; undefined where nothing is kept. */
export async function findPatient(db: Db, { id, data }: Clinic, whose: Whose, now: number): Promise<Found | undefined> {
  const records = await recordsOf(db, id, whose);
  if (Object.values(records).every((list) => list.length === 0)) return undefined;
  const coming = records.bookings.filter(
    (booking) => isLive(booking, now) && visitsOf(booking, data).some(({ end }) => end > now),
  );
  const isExact = contactsIn(records).some((contact) => exactly(contact) === exactly(whose.contact));
  return { records, names: namesIn(records), isExact, coming: coming.map(({ reference }) => reference ?? '') };
}

/** Few digits are the end of many numbers. */
export const isWholeContact = (contact: string): boolean =>
  contact.includes('@') || contact.replaceAll(/\D/g, '').length >= 7;

const exactly = (contact: string) => (contact.includes('@') ? contact.toLowerCase() : dialled(contact));
