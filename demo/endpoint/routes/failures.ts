import { codeOf } from '../db/transact.ts';
import type { LogEvent } from '../operation/log.ts';
import { Refusal } from './problems.ts';

/** The database is there and only too busy, or is just coming back: trying again helps. */
const passing = /^(?:25P03|40001|40P01|53\w{3}|55P03|57P0\d|08\w{3}|ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE)$/;

/** What the driver says, without a code, where there is no connection, or none any more. */
const brokenOff = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** What a patient is told about a failure that nobody foresaw, and what is left in the log: never a value. */
export function refusalOf(error: unknown, log: (event: LogEvent) => void): Refusal {
  if (error instanceof Refusal) return error;
  log({ event: 'failed', ...describeFailure(error) });
  const cause = codeOf(error);
  const waits = passing.test(cause) || brokenOff.test(String(error));
  return new Refusal('unavailable', waits ? { retryAfter: 2 } : { status: 500 });
}

/** Kind, code and where it happened. A message may quote what a patient has typed, so it is left out. */
export function describeFailure(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return {
    kind: error.name,
    code: codeOf(error) || undefined,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(', '),
  };
}
