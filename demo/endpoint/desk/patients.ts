import { eraseRecords } from '../db/patient-records.ts';
import { copyOf } from '../records/copy-of.ts';
import { findPatient, isWholeContact, type Found } from '../records/find-patient.ts';
import type { Answer } from '../routes/asked.ts';
import { Refusal } from '../routes/problems.ts';
import type { DeskAsked, DeskHandler } from './calls.ts';
import { note, type DeskAction } from './log.ts';

/** `POST /desk/patients/copy`: everything that is kept of one patient, for them to have. */
export const copyPatient: DeskHandler<'copyPatient'> = (asked) =>
  withPatient(asked, 'copied patient', async ({ records }) => ({
    status: 200,
    body: { copy: copyOf(records, asked.endpoint.clinic, asked.now) },
  }));

/** `POST /desk/patients/erase`: the same, for good. What is still to come goes only where that is asked for. */
export const erasePatient: DeskHandler<'erasePatient'> = (asked) =>
  withPatient(asked, 'erased patient', async ({ records }) => {
    const { db, clinic } = asked.endpoint;
    await eraseRecords(db, clinic.id, records);
    const { bookings, messages, callbacks, waiting } = records;
    const erased = [bookings, messages, callbacks, waiting].map(({ length }) => length);
    return { status: 200, body: { erased: erased.reduce((sum, count) => sum + count) } };
  });

/**
 * Does something with the records of one patient, once it is noted. Where it is not clear whose they are, names are answered
 * instead, for one of them to be picked.
 */
async function withPatient(
  { endpoint, person, body, now }: DeskAsked<'copyPatient'> | DeskAsked<'erasePatient'>,
  action: DeskAction,
  work: (found: Found) => Promise<Answer>,
): Promise<Answer> {
  const { db, clinic } = endpoint;
  if (!person.records)
    throw new Refusal('unauthorized', {
      status: 403,
      detail: 'This key may not copy or erase what is kept of a patient.',
    });
  const { contact, name } = body;
  if (!isWholeContact(contact)) throw wrong('contact', 'A phone number needs its area code.');
  const found = await findPatient(db, clinic, { contact, name }, now);
  if (!found) throw new Refusal('not-found', { detail: 'Nothing is kept of them.' });
  const { names, isClear, coming, records } = found;
  const isErasing = 'upcoming' in body;
  const isStopped = isErasing && !body.upcoming && coming.length > 0;
  const bookings = records.bookings.map(({ id }) => id);
  const noted = isClear && !isStopped ? action : 'looked for patient';
  await note(db, { clinic: clinic.id, person, action: noted, bookings, now });
  if (!isClear) return { status: 200, body: { names } };
  if (isStopped)
    throw wrong('upcoming', `Still to come: ${coming.join(', ')}. Cancel it first, or tick that it goes too.`);
  return work(found);
}

const wrong = (field: string, detail: string) =>
  new Refusal('invalid', { detail, errors: [{ pointer: `/${field}`, detail }] });
