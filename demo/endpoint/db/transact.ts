import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from './schema.ts';

/** Serialisation failure, deadlock, out of memory, lock timeout, and a reference that is given already. */
const worthAnotherTry = new Set(['40001', '40P01', '53200', '55P03', '23505']);
const TRIES = 4;

/** Runs work in a transaction, and again where the database says that it was only unlucky; at most four times. */
export async function transact<Result>(db: Db, work: (transaction: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !worthAnotherTry.has(codeOf(error))) throw error;
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
}

/** The SQLSTATE of a database's error, empty for any other. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
