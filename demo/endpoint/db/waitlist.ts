import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from './schema.ts';

export type WaitingRow = Selectable<Tables['waiting']>;

export interface NewWaiting extends Pick<
  WaitingRow,
  'clinic' | 'id' | 'client' | 'contact' | 'wish' | 'created_at' | 'ends_at'
> {}

/** Puts somebody into the line; false where they stand there already. */
export async function joinLine(transaction: Tx, { wish, ...waiting }: NewWaiting): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('waiting')
    .values({ ...waiting, wish: JSON.stringify(wish), in_line_since: waiting.created_at, offered: '[]' })
    .onConflict((conflict) => conflict.columns(['clinic', 'contact']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** How many of those who wait have joined from one client. */
export async function waitingFrom(db: Db, clinic: string, client: string, now: Date): Promise<number> {
  const rows = db.selectFrom('waiting').select('id').where('clinic', '=', clinic).where('client', '=', client);
  return (await rows.where('ends_at', '>', now).execute()).length;
}

/** An offer that was exchanged for another time is still the same person's. */
export const followOffer = (transaction: Tx, clinic: string, before: string, hold: string) =>
  transaction.updateTable('waiting').set({ hold }).where('clinic', '=', clinic).where('hold', '=', before).execute();

/** Everybody who is not thinking about an offer, or about one that they have extended, in the order of the line. */
export const inLine = (db: Db, clinic: string, now: Date) =>
  db
    .selectFrom('waiting')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('ends_at', '>', now)
    .where((or) => or.or([or('offer_until', 'is', null), or('offer_until', '<=', now)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('booking')
            .select('booking.id')
            .whereRef('booking.clinic', '=', 'waiting.clinic')
            .whereRef('booking.id', '=', 'waiting.hold')
            .where('booking.expires_at', '>', now),
        ),
      ),
    )
    .orderBy('in_line_since')
    .orderBy('id')
    .execute();

/** Somebody who waits; with `lock`, nobody else makes them an offer until the transaction ends. */
export function findWaiting(db: Db, clinic: string, id: string, lock = false): Promise<WaitingRow | undefined> {
  const row = db.selectFrom('waiting').selectAll().where('clinic', '=', clinic).where('id', '=', id);
  return (lock ? row.forUpdate() : row).executeTakeFirst();
}

export interface MadeOffer {
  readonly hold: string;
  readonly until: Date;
  readonly slotId: string;
  readonly now: Date;
}

export const noteOffer = (transaction: Tx, { clinic, id, offered }: WaitingRow, made: MadeOffer) =>
  transaction
    .updateTable('waiting')
    .set({
      hold: made.hold,
      offer_until: made.until,
      in_line_since: made.now,
      offered: JSON.stringify([...offered, made.slotId]),
    })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .execute();

export const leaveLine = (db: Db, clinic: string, id: string) =>
  db.deleteFrom('waiting').where('clinic', '=', clinic).where('id', '=', id).execute();

/** Lets go of everybody whose days are over, or whose offer has become a booking. */
export const tidyLine = (db: Db, clinic: string, now: Date) =>
  db
    .deleteFrom('waiting')
    .where('clinic', '=', clinic)
    .where((row) =>
      row.or([
        row('ends_at', '<=', now),
        row.exists(
          row
            .selectFrom('booking')
            .select('booking.id')
            .whereRef('booking.clinic', '=', 'waiting.clinic')
            .whereRef('booking.id', '=', 'waiting.hold')
            .where('booking.status', '!=', 'held'),
        ),
      ]),
    )
    .execute();
