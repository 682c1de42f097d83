import { createHash } from 'node:crypto';
import { DAY } from './quanta.ts';
import type { Time } from './times.ts';

/**
 * One start for each time, where several therapists are free. Who it is follows from a hash of therapist and day: over
 * many days everybody comes first as often, and for one time it is always the same, so that answers can be compared.
 */
export function oneForEachTime(times: readonly Time[]): readonly Time[] {
  const chosen = new Map<number, Time>();
  for (const start of times) {
    const other = chosen.get(start.start);
    if (!other || rank(start) < rank(other)) chosen.set(start.start, start);
  }
  return [...chosen.values()];
}

const rank = ({ pieces, start }: Time) =>
  createHash('sha1')
    .update(`${pieces.map(({ at }) => at.therapistId).join('+')} ${Math.floor(start / DAY)}`)
    .digest('hex');
