import type { Selectable } from 'kysely';
import { comparable } from '../messages/contact.ts';
import type { Message } from '../messages/message.ts';
import type { BookingRow } from './bookings.ts';
import { bookingsOf } from './contacts.ts';
import { eraseBooking } from './erase.ts';
import type { FormRow } from './forms.ts';
import type { Db, Tables } from './schema.ts';
import { leaveLine, type WaitingRow } from './waitlist.ts';

/** Everything that a clinic has of one patient. */
export interface PatientRecords {
  readonly bookings: readonly BookingRow[];
  readonly messages: readonly Message[];
  readonly waiting: readonly WaitingRow[];
  readonly callbacks: readonly CallbackRow[];
  readonly forms: readonly FormRow[];
}

type CallbackRow = Selectable<Tables['callback']>;

interface Named {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const EVERY = 100_000;

/** Whose records: a contact, and a name where several people share it. */
export interface Whose {
  readonly contact: string;
  readonly name?: string | undefined;
}

/** Finds what was written about whoever has a contact; a phone number is known again with or without its country. */
export async function recordsOf(db: Db, clinic: string, { contact, name }: Whose): Promise<PatientRecords> {
  const wanted = comparable(contact);
  const isTheirs = (given: Named) =>
    [given.email, given.phone].some((one) => one && comparable(one) === wanted) && isNamed(given.name);
  const isNamed = (given: string) => !name || plain(given) === plain(name);

  const all = await bookingsOf(db, clinic, contact, EVERY);
  const bookings = all.filter(({ body }) => body && isNamed(body.request.patient.name));
  const line = await db.selectFrom('waiting').selectAll().where('clinic', '=', clinic).execute();
  const waiting = line.filter(({ wish }) => isTheirs(wish.contact));
  const about = new Set(bookings.map(({ id }) => id));
  const lines = new Set(waiting.map(({ id }) => id));
  const outbox = await db
    .selectFrom('message')
    .selectAll()
    .where('clinic', '=', clinic)
    .where((or) => or.or([or('detail', 'is not', null), or('booking', 'in', [...about, ''])]))
    .execute();
  const messages = outbox.filter(
    ({ booking, detail }) =>
      about.has(booking ?? '') ||
      lines.has(detail?.waiting ?? '') ||
      (detail?.contact !== undefined && comparable(detail.contact) === wanted) ||
      (detail?.callback && isTheirs(detail.callback)),
  );
  const forms = await db
    .selectFrom('form')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('booking', 'in', [...about, ''])
    .execute();
  const calls = await db.selectFrom('callback').selectAll().where('clinic', '=', clinic).execute();
  return { bookings, messages, waiting, callbacks: calls.filter(({ request }) => isTheirs(request)), forms };
}

/** Erases what was found; nobody is told. */
export async function eraseRecords(db: Db, clinic: string, { bookings, messages, waiting, callbacks }: PatientRecords) {
  for (const { id } of bookings) await eraseBooking(db, clinic, id);
  for (const { id } of waiting) await leaveLine(db, clinic, id);
  for (const { id } of callbacks)
    await db.deleteFrom('callback').where('clinic', '=', clinic).where('id', '=', id).execute();
  for (const { id } of messages)
    await db.deleteFrom('message').where('clinic', '=', clinic).where('id', '=', id).execute();
}

/** Whoever is named in records, with what they may be reached by. */
const peopleIn = ({ bookings, waiting, callbacks }: PatientRecords): readonly Named[] => [
  ...bookings.flatMap(({ body }) => body?.request.patient ?? []),
  ...waiting.map(({ wish }) => wish.contact),
  ...callbacks.map(({ request }) => request),
];

/** The names under which records were made: more than one, and a contact is shared. */
export const namesIn = (records: PatientRecords): readonly string[] => [
  ...new Map(peopleIn(records).map(({ name }) => [plain(name), name])).values(),
];

/** The addresses and numbers with which records were made. */
export const contactsIn = (records: PatientRecords): readonly string[] =>
  peopleIn(records).flatMap(({ email, phone }) => [email, phone].filter((one) => one !== undefined));

const plain = (name: string) => name.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');
