import type { Db } from '../db/schema.ts';
import { sweep } from '../db/sweep.ts';
import { keepDelivering } from '../messages/deliver-all.ts';
import type { OpenClinic } from '../open-clinic.ts';
import { describeFailure } from '../routes/failures.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const SWEEP_EVERY = 10 * 60_000;
const FREE_EVERY = 60_000;
const OFFER_EVERY = 60_000;

export interface Background {
  readonly db: Db;
  readonly clock: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Where a clinic says nothing of its own; 0 is for ever. */
  readonly retentionDays: number;
}

/** What a server does for a clinic without being asked; stopping waits for what is under way. */
export function keepWorking(
  { db, clock, log, metrics, retentionDays }: Background,
  { clinic, app, carriers }: OpenClinic,
) {
  const jobs = [
    every(
      SWEEP_EVERY,
      () => sweep(db, clinic.id, clock(), clinic.data.retentionDays ?? retentionDays),
      failing('sweep'),
    ),
    every(FREE_EVERY, () => app.freeOverdue(), failing('deadlines')),
    every(OFFER_EVERY, () => app.offerFreed(), failing('waitlist')),
    keepDelivering({ db, clinic, clock, carriers, log: log.error, count: metrics.settled }),
  ];
  function failing(job: string) {
    return (error: unknown) => log.warn({ ...describeFailure(error), event: `${job} failed`, clinic: clinic.id });
  }
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}

/** Does something again and again, never twice at a time; what fails is done next time. */
function every(milliseconds: number, work: () => Promise<unknown>, failed: (error: unknown) => void) {
  let running: Promise<unknown> | undefined;
  const turn = () => {
    running ??= work()
      .catch(failed)
      .finally(() => (running = undefined));
  };
  const timer = setInterval(turn, milliseconds).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
