import { createHash } from 'node:crypto';
import type { Start } from './free-starts.ts';
import { DAY } from './quanta.ts';

/**
 * One start for each time, where several therapists are free. Who it is follows from a hash of therapist and day: over
 * many days everybody comes first as often, and for one time it is always the same, so that answers can be compared.
 */
export function oneForEachTime(starts: readonly Start[]): readonly Start[] {
  const chosen = new Map<number, Start>();
  for (const start of starts) {
    const other = chosen.get(start.start);
    if (!other || rank(start) < rank(other)) chosen.set(start.start, start);
  }
  return [...chosen.values()];
}

const rank = ({ therapistId, start }: Start) =>
  createHash('sha1')
    .update(`${therapistId} ${Math.floor(start / DAY)}`)
    .digest('hex');
