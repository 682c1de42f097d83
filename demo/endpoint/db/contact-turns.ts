import type { Db, Tx } from './schema.ts';

/** Waits until nobody else works for any of these, a contact who books or a client who holds; theirs until the transaction ends. Sorted, like every lock. */
export async function takeTurn(transaction: Tx, clinic: string, contacts: readonly string[], now: Date): Promise<void> {
  for (const contact of contacts.toSorted())
    await transaction
      .insertInto('contact_turn')
      .values({ clinic, contact, taken_at: now })
      .onConflict((conflict) => conflict.columns(['clinic', 'contact']).doUpdateSet({ taken_at: now }))
      .execute();
}

export const forgetTurns = (db: Db, clinic: string, before: Date) =>
  db.deleteFrom('contact_turn').where('clinic', '=', clinic).where('taken_at', '<', before).execute();
