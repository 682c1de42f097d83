import type { Clinic } from '../clinic/load-clinic.ts';
import { eraseRecords } from '../db/patient-records.ts';
import type { Db } from '../db/schema.ts';
import { note, OPERATOR } from '../desk/log.ts';
import { clockFrom, type Environment } from '../environment.ts';
import { copyOf } from '../records/copy-of.ts';
import { findPatient, isWholeContact, type Found } from '../records/find-patient.ts';
import { CannotDo, type Options, type Output } from './command.ts';
import { withClinic } from './with-clinic.ts';

/** `export`: everything that is kept of one patient, for them to have or to look at before it is erased. */
export const exportOne = (options: Options, environment: Environment, output: Output): Promise<number> =>
  withPatient(options, environment, output, async ({ db, clinic, records, bookings, now }) => {
    await note(db, { clinic: clinic.id, person: OPERATOR, action: 'copied patient', bookings, now });
    output.print(JSON.stringify(copyOf(records, clinic, now), undefined, 2));
    return 0;
  });

/** `erase`: the same, for good. What is still to come goes only where that is asked for: nobody is told of it. */
export const eraseOne = (options: Options, environment: Environment, output: Output): Promise<number> =>
  withPatient(options, environment, output, async ({ db, clinic, records, coming, bookings, now }) => {
    if (coming.length > 0 && !options.upcoming)
      throw new CannotDo(
        `Still to come: ${coming.join(', ')}. Cancel it first, or add --upcoming to erase it without telling anybody.`,
      );
    await note(db, { clinic: clinic.id, person: OPERATOR, action: 'erased patient', bookings, now });
    await eraseRecords(db, clinic.id, records);
    const { waiting, messages, callbacks } = records;
    output.say(
      `Erased: ${bookings.length} bookings, ${messages.length} messages, ${callbacks.length} calls, ${waiting.length} on the waiting list.`,
    );
    return 0;
  });

interface OnePatient extends Found {
  readonly db: Db;
  readonly clinic: Clinic;
  /** Their ids. */
  readonly bookings: readonly string[];
  readonly now: number;
}

async function withPatient(
  { contact, name, ...options }: Options,
  environment: Environment,
  output: Output,
  work: (patient: OnePatient) => Promise<number>,
): Promise<number> {
  if (!contact || !isWholeContact(contact))
    throw new CannotDo('Say whose by --contact: an e-mail address, or a phone number with its area code.');
  return withClinic(options, environment, async ({ db, clinic }) => {
    const now = clockFrom(environment.NOW, output.now)();
    const found = await findPatient(db, clinic, { contact, name }, now);
    if (!found) throw new CannotDo('Nothing is kept of them.');
    const { names, isClear } = found;
    const why = names.length > 1 ? 'Several people share this contact' : 'Only the end of this number is theirs';
    if (!isClear) throw new CannotDo(`${why}. Say whose by --name: ${names.join(', ')}.`);
    return work({ ...found, db, clinic, bookings: found.records.bookings.map(({ id }) => id), now });
  });
}
