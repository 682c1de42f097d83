import { sql } from 'kysely';
import { instantOf } from '../schedule/quanta.ts';
import type { Db } from './schema.ts';

/** A place that is shown as taken and that nothing keeps others out of. */
export interface Orphan {
  readonly booking: string;
  readonly resource: string;
  readonly at: string;
}

/** Live items without their claims. Always none; for tests, and for an operator who wants to be sure. */
export async function findOrphans(db: Db, clinic: string, now: Date): Promise<readonly Orphan[]> {
  const { rows } = await sql<{ booking: string; resource: string; quantum: number }>`
    select item.booking, item.resource, quantum
    from item
    cross join lateral generate_series(item.start_quantum, item.end_quantum - 1) as quantum
    left join claim using (clinic, resource, quantum)
    where item.clinic = ${clinic}
      and item.expires_at > ${now}
      and (claim.booking is null or claim.booking <> item.booking or claim.expires_at < item.expires_at)
    order by item.booking, item.resource, quantum`.execute(db);
  return rows.map(({ quantum, ...place }) => ({ ...place, at: new Date(instantOf(quantum)).toISOString() }));
}
