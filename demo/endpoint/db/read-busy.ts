import type { BusyStretch } from '../schedule/busy.ts';
import { DAY, quantaOf, type Stretch } from '../schedule/quanta.ts';
import { FAR, type Db } from './schema.ts';

/** What is taken, and the first moment at which some of it is free again by itself. */
export interface Taken {
  readonly stretches: readonly BusyStretch[];
  /** In milliseconds; undefined where nothing expires. */
  readonly nextExpiry: number | undefined;
}

/** No appointment is longer, so none that began earlier reaches into the range. */
export const LONGEST = quantaOf(0, DAY).end;

/** Reads, without any lock, what bookings and live holds take of some resources; a patient's own do not count. */
export async function readBusy(
  db: Db,
  clinic: string,
  resources: readonly string[],
  range: Stretch,
  now: number,
  own: readonly string[] = [],
): Promise<Taken> {
  if (resources.length === 0) return { stretches: [], nextExpiry: undefined };
  const rows = await db
    .selectFrom('item')
    .select(['resource', 'start_quantum as start', 'end_quantum as end', 'expires_at', 'booking'])
    .where('clinic', '=', clinic)
    .where('resource', 'in', resources)
    .where('start_quantum', '>', range.start - LONGEST)
    .where('start_quantum', '<', range.end)
    .where('end_quantum', '>', range.start)
    .where('expires_at', '>', new Date(now))
    .execute();
  const stretches = rows.filter(({ booking }) => !own.includes(booking));
  const expiries = stretches.map((row) => row.expires_at.getTime()).filter((instant) => instant < FAR.getTime());
  return { stretches, nextExpiry: expiries.length > 0 ? Math.min(...expiries) : undefined };
}
