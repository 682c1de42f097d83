import type { Db, Tx } from './schema.ts';

/** The code that was sent to a contact last, locked: guesses are counted one after another. */
export const findCode = (transaction: Tx, clinic: string, contact: string) =>
  transaction
    .selectFrom('contact_code')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('contact', '=', contact)
    .forUpdate()
    .executeTakeFirst();

/** Keeps a new code in place of one that has expired; false where somebody else has just kept one. */
export async function keepCode(
  transaction: Tx,
  fresh: { readonly clinic: string; readonly contact: string; readonly code: string; readonly expires_at: Date },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('contact_code')
    .values(fresh)
    .onConflict((conflict) =>
      conflict
        .columns(['clinic', 'contact'])
        .doUpdateSet({ code: fresh.code, expires_at: fresh.expires_at, guesses: 0 })
        .where('contact_code.expires_at', '<=', now),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const countGuess = (transaction: Tx, clinic: string, contact: string) =>
  transaction
    .updateTable('contact_code')
    .set((column) => ({ guesses: column('guesses', '+', 1) }))
    .where('clinic', '=', clinic)
    .where('contact', '=', contact)
    .execute();

export const forgetCodes = (db: Db, clinic: string, before: Date) =>
  db.deleteFrom('contact_code').where('clinic', '=', clinic).where('expires_at', '<', before).execute();
