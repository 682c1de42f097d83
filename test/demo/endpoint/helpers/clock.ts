import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer, type ServerProcess } from './server-process.ts';

const MINUTE = 60_000;
const module = fileURLToPath(new URL('./jumping-clock.mjs', import.meta.url));

/** The clock of a machine, which somebody puts right or wrong. */
export class Clock {
  #ahead = 0;

  constructor(private readonly file: string) {
    this.jumps(0);
  }

  /** By so many minutes, backwards where they are negative; every process on the machine sees it at once. */
  jumps(minutes: number): void {
    this.#ahead += minutes * MINUTE;
    // Renamed, so that nobody ever reads half of it.
    writeFileSync(`${this.file}.new`, String(this.#ahead));
    renameSync(`${this.file}.new`, this.file);
  }

  get minutesAhead(): number {
    return this.#ahead / MINUTE;
  }

  /** A real server that goes by it. */
  starts = (environment: Record<string, string>): Promise<ServerProcess> =>
    startServer({ ...environment, CLOCK_AHEAD: this.file }, [module]);
}
