import type { Selectable } from 'kysely';
import type { BeforeChange, BookingBody, ClearanceGiven, Db, StoredAppointment, Tables, Tx } from './schema.ts';

export type BookingRow = Selectable<Tables['booking']>;

/** A hold or booking; with `lock`, nobody else changes it until the transaction ends. */
export function findBooking(db: Db, clinic: string, id: string, lock = false): Promise<BookingRow | undefined> {
  const row = db.selectFrom('booking').selectAll().where('clinic', '=', clinic).where('id', '=', id);
  return (lock ? row.forUpdate() : row).executeTakeFirst();
}

export interface NewHold {
  readonly clinic: string;
  readonly id: string;
  readonly client: string;
  readonly expires: Date;
  readonly extensions: number;
  readonly appointments: readonly StoredAppointment[];
  /** The booking that it is to move. */
  readonly moving?: string | undefined;
  readonly now: Date;
}

export const insertHold = (transaction: Tx, hold: NewHold) =>
  transaction
    .insertInto('booking')
    .values({
      clinic: hold.clinic,
      id: hold.id,
      status: 'held',
      client: hold.client,
      expires_at: hold.expires,
      extensions: hold.extensions,
      appointments: JSON.stringify(hold.appointments),
      moving: hold.moving ?? null,
      created_at: hold.now,
    })
    .execute();

/** Until when each live hold of a client lasts, soonest first. */
export const liveHolds = async (db: Db, clinic: string, client: string, now: Date, except: readonly string[]) => {
  const holds = await db
    .selectFrom('booking')
    .select(['id', 'expires_at'])
    .where('clinic', '=', clinic)
    .where('client', '=', client)
    .where('status', '=', 'held')
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .execute();
  return holds.filter(({ id }) => !except.includes(id));
};

export interface Extension {
  readonly expires: Date;
  readonly appointments: readonly StoredAppointment[];
}

export const extendHold = (transaction: Tx, { clinic, id, extensions }: BookingRow, extended: Extension) =>
  transaction
    .updateTable('booking')
    .set({
      expires_at: extended.expires,
      extensions: extensions - 1,
      appointments: JSON.stringify(extended.appointments),
    })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .execute();

/** Counts up what every token of a booking is made with, so that none of those that are out there opens it any more. */
export async function spendTokens(transaction: Tx, { clinic, id }: BookingRow): Promise<number> {
  const { generation } = await transaction
    .updateTable('booking')
    .set((column) => ({ generation: column('generation', '+', 1) }))
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .returning('generation')
    .executeTakeFirstOrThrow();
  return generation;
}

export interface Confirmation {
  readonly status: 'proposed' | 'pending' | 'booked';
  readonly expires: Date;
  readonly reference: string;
  readonly appointments: readonly StoredAppointment[];
  readonly body: BookingBody;
  readonly now: Date;
}

/** Makes a booking of a hold; who held it is forgotten. */
export const confirmHold = (transaction: Tx, { clinic, id }: BookingRow, confirmed: Confirmation) =>
  transaction
    .updateTable('booking')
    .set({
      status: confirmed.status,
      expires_at: confirmed.expires,
      reference: confirmed.reference,
      appointments: JSON.stringify(confirmed.appointments),
      body: JSON.stringify(confirmed.body),
      client: '',
      changed_at: confirmed.now,
    })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** The words for a booking that waits for somebody: the therapist's call, or a doctor. */
const waitingStatuses = ['proposed', 'pending'] as const;

export const isWaiting = ({ status }: Pick<BookingRow, 'status'>): boolean =>
  waitingStatuses.some((one) => one === status);

/** Every booking that waits for somebody, by whether its time is over; the most urgent first. */
export const waitingBookings = (
  db: Db,
  clinic: string,
  now: Date,
  which: 'in time' | 'overdue',
): Promise<BookingRow[]> =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('status', 'in', waitingStatuses)
    .where('expires_at', which === 'in time' ? '>' : '<=', now)
    .orderBy('expires_at')
    .limit(500)
    .execute();

/** The references by which people name these bookings, of those that are still kept. */
export async function referencesOf(
  db: Db,
  clinic: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('booking')
    .select(['id', 'reference'])
    .where('clinic', '=', clinic)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, reference }) => [id, reference ?? '']));
}

export interface ChangedBooking {
  readonly status: BookingRow['status'];
  readonly expires: Date;
  readonly appointments: readonly StoredAppointment[];
  readonly body: BookingBody | null;
  readonly before: BeforeChange | null;
  readonly clearance?: ClearanceGiven;
  readonly now: Date;
}

/** Makes another of a booking, one revision further. */
export const changeBooking = (transaction: Tx, { clinic, id, revision }: BookingRow, changed: ChangedBooking) =>
  transaction
    .updateTable('booking')
    .set({
      revision: revision + 1,
      status: changed.status,
      expires_at: changed.expires,
      appointments: JSON.stringify(changed.appointments),
      body: changed.body && JSON.stringify(changed.body),
      before_change: changed.before && JSON.stringify(changed.before),
      changed_at: changed.now,
      coming_at: null,
      ...(changed.clearance && { clearance: JSON.stringify(changed.clearance) }),
    })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const noteComing = (transaction: Tx, { clinic, id }: BookingRow, now: Date) =>
  transaction
    .updateTable('booking')
    .set({ coming_at: now })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Consents of a booking that are withdrawn, with when each of them was. */
export const noteWithdrawn = (
  transaction: Tx,
  { clinic, id, body }: BookingRow,
  withdrawn: NonNullable<BookingBody['withdrawn']>,
) =>
  transaction
    .updateTable('booking')
    .set({ body: JSON.stringify({ ...body, withdrawn }) })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteBooking = (transaction: Tx, clinic: string, id: string) =>
  transaction.deleteFrom('booking').where('clinic', '=', clinic).where('id', '=', id).execute();
