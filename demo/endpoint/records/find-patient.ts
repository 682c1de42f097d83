import type { Clinic } from '../clinic/load-clinic.ts';
import { contactsIn, namesIn, recordsOf, type PatientRecords, type Whose } from '../db/patient-records.ts';
import type { Db } from '../db/schema.ts';
import { dialled } from '../messages/reach.ts';
import { isLive, visitsOf } from '../messages/visits.ts';

/** What is kept of whoever has a contact. */
export interface Found {
  readonly records: PatientRecords;
  readonly names: readonly string[];
  /** Whether it is clear whose records are meant: several people may share a contact, and numbers of two countries end alike. */
  readonly isClear: boolean;
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
  const names = namesIn(records);
  const isExact = contactsIn(records).some((contact) => exactly(contact) === exactly(whose.contact));
  const isClear = names.length === 0 || (names.length === 1 && (isExact || whose.name !== undefined));
  return { records, names, isClear, coming: coming.map(({ reference }) => reference ?? '') };
}

/** Few digits are the end of many numbers. */
export const isWholeContact = (contact: string): boolean =>
  contact.includes('@') || contact.replaceAll(/\D/g, '').length >= 7;

const exactly = (contact: string) => (contact.includes('@') ? contact.toLowerCase() : dialled(contact));
