import { messageId, type Message, type NewMessage, type Outcome, type Topic } from '../messages/message.ts';
import type { Db, Tx } from './schema.ts';

/** Puts messages into the outbox; one that is there already stays as it is. */
export async function putMessages(transaction: Tx, clinic: string, messages: readonly NewMessage[], now: Date) {
  if (messages.length === 0) return;
  await transaction
    .insertInto('message')
    .values(
      messages.map(({ id, topic, channel, recipient, booking, detail, due, lapses }) => ({
        clinic,
        id: messageId(clinic, id),
        topic,
        channel,
        recipient,
        booking: booking ?? null,
        detail: detail ? JSON.stringify(detail) : null,
        created_at: now,
        due_at: new Date(due),
        lapses_at: lapses === undefined ? null : new Date(lapses),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes back whatever people have not been told yet about a booking, or what of it is of one topic, and answers it;
 * programs are told of every change.
 */
export const withdrawMessages = (transaction: Tx, clinic: string, booking: string, topic?: Topic) =>
  transaction
    .deleteFrom('message')
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic!))
    .where('channel', '!=', 'webhook')
    .where('settled_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .returning(['topic', 'recipient', 'detail'])
    .execute();

/** When the patient was written to about a booking since then, the latest first. */
export async function lettersAbout(db: Db, clinic: string, booking: string, since: Date): Promise<readonly Date[]> {
  const sent = await db
    .selectFrom('message')
    .select('handed_over_at')
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .where('recipient', '=', 'patient')
    .where('handed_over_at', '>', since)
    .orderBy('handed_over_at', 'desc')
    .execute();
  return sent.flatMap(({ handed_over_at: at }) => at ?? []);
}

/** Takes the message that has waited longest, for one worker alone until its time is over. */
export const takeMessage = (db: Db, clinic: string, now: Date, until: Date) =>
  db
    .updateTable('message')
    .set((column) => ({ taken_until: until, tries: column('tries', '+', 1) }))
    .where('clinic', '=', clinic)
    .where('id', '=', (query) =>
      query
        .selectFrom('message')
        .select('id')
        .where('clinic', '=', clinic)
        .where('settled_at', 'is', null)
        .where('due_at', '<=', now)
        .where((or) => or.or([or('taken_until', 'is', null), or('taken_until', '<=', now)]))
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();

/** Notes that the other side gets it now; false where it is no longer this worker's to send. */
export async function markHandedOver(db: Db, { clinic, id, tries, taken_until }: Message, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ handed_over_at: now })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .where('tries', '=', tries)
    // A message that was taken back and put there anew counts its tries anew.
    .where('taken_until', '=', taken_until)
    .where('taken_until', '>', now)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Ends a message, and forgets what was only needed to send it. */
export const settleMessage = (db: Db, { clinic, id }: Message, outcome: Outcome, now: Date) =>
  db
    .updateTable('message')
    .set({ outcome, settled_at: now, taken_until: null, detail: null })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .execute();

/** Leaves a message for later, unless somebody else has it by now. */
export const postponeMessage = (db: Db, { clinic, id, tries, taken_until }: Message, due: Date) =>
  db
    .updateTable('message')
    .set({ due_at: due, taken_until: null, handed_over_at: null })
    .where('clinic', '=', clinic)
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('taken_until', '=', taken_until)
    .where('settled_at', 'is', null)
    .execute();

/** What has not arrived, or perhaps not; programs look after themselves. */
export const troubledMessages = (db: Db, clinic: string, since: Date) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('outcome', 'in', ['in doubt', 'given up'])
    .where('channel', '!=', 'webhook')
    .where('settled_at', '>=', since)
    .orderBy('settled_at', 'desc')
    .limit(100)
    .execute();

export const forgetMessages = (db: Db, clinic: string, before: Date) =>
  db.deleteFrom('message').where('clinic', '=', clinic).where('settled_at', '<', before).execute();
