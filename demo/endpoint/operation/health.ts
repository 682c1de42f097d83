import { missingMigrations } from '../db/migrate.ts';
import type { Db } from '../db/schema.ts';
import { inTime } from './in-time.ts';

/** Longer than a healthy database ever takes. */
const PATIENCE = 2000;

/** Whoever asks, the database is asked once in so long. */
const GOOD_FOR = 1000;

/** Whether a server should be sent requests. */
export class Health {
  stopping = false;
  #answer: Promise<string | undefined> | undefined;

  constructor(private readonly db: Db) {}

  /** Why it should not; undefined where it should. */
  async trouble(): Promise<string | undefined> {
    if (this.stopping) return 'stopping';
    return (this.#answer ??= this.#look().finally(() =>
      setTimeout(() => (this.#answer = undefined), GOOD_FOR).unref(),
    ));
  }

  #look() {
    return inTime(missingMigrations(this.db), PATIENCE).then(
      (missing) => (missing.length > 0 ? 'the database lacks migrations' : undefined),
      () => 'the database cannot be reached',
    );
  }
}
