import type { Clinic } from '../clinic/load-clinic.ts';
import { eraseRecords, namesIn, recordsOf, type PatientRecords } from '../db/patient-records.ts';
import type { Db } from '../db/schema.ts';
import { clockFrom, type Environment } from '../environment.ts';
import { isLive, visitsOf } from '../messages/visits.ts';
import { copyOf } from './copy-of.ts';
import { CannotDo, type Options, type Output } from './command.ts';
import { withClinic } from './with-clinic.ts';

/** `export`: everything that is kept of one patient, for them to have or to look at before it is erased. */
export const exportOne = (options: Options, environment: Environment, output: Output): Promise<number> =>
  withRecords(options, environment, async ({ clinic, records }) => {
    const at = clockFrom(environment.NOW, output.now)();
    output.print(JSON.stringify(copyOf(records, clinic, at), undefined, 2));
    return 0;
  });

/** `erase`: the same, for good. What is still to come goes only where that is asked for: nobody is told of it. */
export const eraseOne = (options: Options, environment: Environment, output: Output): Promise<number> =>
  withRecords(options, environment, async ({ db, clinic, records }) => {
    const now = clockFrom(environment.NOW, output.now)();
    const coming = records.bookings.filter(
      (booking) => isLive(booking, now) && visitsOf(booking, clinic.data).some(({ end }) => end > now),
    );
    if (coming.length > 0 && !options.upcoming)
      throw new CannotDo(
        `Still to come: ${coming.map(({ reference }) => reference).join(', ')}. Cancel it first, or add --upcoming to erase it without telling anybody.`,
      );
    await eraseRecords(db, clinic.id, records);
    const { bookings, waiting, messages, callbacks } = records;
    output.say(
      `Erased: ${bookings.length} bookings, ${messages.length} messages, ${callbacks.length} calls, ${waiting.length} on the waiting list.`,
    );
    return 0;
  });

interface Found {
  readonly db: Db;
  readonly clinic: Clinic;
  readonly records: PatientRecords;
}

async function withRecords(
  options: Options,
  environment: Environment,
  work: (found: Found) => Promise<number>,
): Promise<number> {
  const { contact, name } = options;
  if (!contact || hasFewDigits(contact))
    throw new CannotDo('Say whose by --contact: an e-mail address, or a phone number with its area code.');
  return withClinic(options, environment, async ({ db, clinic }) => {
    const records = await recordsOf(db, clinic.id, { contact, name });
    const names = namesIn(records);
    if (names.length > 1)
      throw new CannotDo(`Several people share this contact. Say whose by --name: ${names.join(', ')}.`);
    if (Object.values(records).every((list) => list.length === 0)) throw new CannotDo('Nothing is kept of them.');
    return work({ db, clinic, records });
  });
}

/** Few digits are the end of many numbers. */
const hasFewDigits = (contact: string) => !contact.includes('@') && contact.replaceAll(/\D/g, '').length < 7;
