import type { Db } from '../db/schema.ts';
import type { Person } from './keys.ts';

/** What somebody at the desk has done: looked at something, or decided something. */
export type DeskAction =
  | 'signed in'
  | 'read day'
  | 'read clearances'
  | 'read callbacks'
  | 'read messages'
  | 'read log'
  | 'called back'
  | 'sent new link'
  | 'looked for patient'
  | 'copied patient'
  | 'erased patient'
  | 'no-objection'
  | 'with-limits'
  | 'advises-against';

export interface DeskEntry {
  readonly clinic: string;
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly action: DeskAction;
  /** Ids of the bookings that it was about. */
  readonly bookings?: readonly string[];
  readonly now: number;
}

/** Whoever gives commands where the server runs. */
export const OPERATOR = { id: 'command', name: 'Operator' } as const;

/** Notes who did what, before they get to see it. The database lets nobody change or delete a note. */
export const note = (db: Db, { clinic, person, action, bookings = [], now }: DeskEntry) =>
  db
    .insertInto('desk_log')
    .values({
      clinic,
      at: new Date(now),
      key: person.id,
      person: person.name,
      action,
      bookings: JSON.stringify(bookings),
    })
    .execute();

/** The latest notes, the newest first. */
export const notesOf = (db: Db, clinic: string, most = 200) =>
  db.selectFrom('desk_log').selectAll().where('clinic', '=', clinic).orderBy('id', 'desc').limit(most).execute();
