import { createHash } from 'node:crypto';
import { DAY } from './quanta.ts';
import type { Time } from './times.ts';

/**
 * One start for each time, where several therapists are free. Who it is follows from a hash of therapist and day: over
 * many days everybody comes first as often, and for one time it is always the same, so that answers can be compared.
 */
export function oneForEachTime(times: readonly Time[]): readonly Time[] {
  const rankOf = ranking();
  const chosen = new Map<number, { readonly time: Time; readonly rank: string }>();
  for (const time of times) {
    const other = chosen.get(time.start);
    const rank = rankOf(time);
    if (!other || rank < other.rank) chosen.set(time.start, { time, rank });
  }
  return [...chosen.values()].map(({ time }) => time);
}

/** Who comes first on a day, each looked up once. */
function ranking() {
  const ranks = new Map<string, string>();
  return ({ pieces, start }: Time): string => {
    const name = `${pieces.map(({ at }) => at.therapistId).join('+')} ${Math.floor(start / DAY)}`;
    const known = ranks.get(name) ?? createHash('sha1').update(name).digest('hex');
    ranks.set(name, known);
    return known;
  };
}
