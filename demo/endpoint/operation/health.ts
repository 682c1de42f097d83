import { missingMigrations } from '../db/migrate.ts';
import type { Db } from '../db/schema.ts';
import { inTime } from './in-time.ts';

/** Longer than a healthy database ever takes. */
const PATIENCE = 2000;

/** Whether a server should be sent requests. */
export class Health {
  stopping = false;

  constructor(private readonly db: Db) {}

  /** Why it should not; undefined where it should. */
  async trouble(): Promise<string | undefined> {
    if (this.stopping) return 'stopping';
    return inTime(missingMigrations(this.db), PATIENCE).then(
      (missing) => (missing.length > 0 ? 'the database lacks migrations' : undefined),
      () => 'the database cannot be reached',
    );
  }
}
