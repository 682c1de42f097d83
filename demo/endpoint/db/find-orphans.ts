import { sql } from 'kysely';
import { instantOf } from '../schedule/quanta.ts';
import type { Db } from './schema.ts';

/** A place that is shown as taken and that nothing keeps others out of, or that a booking needs and has not got. */
export interface Orphan {
  readonly booking: string;
  readonly resource: string;
  readonly at: string;
}

interface Place {
  readonly booking: string;
  readonly resource: string;
  readonly quantum: number;
}

/**
 * Live items without their claims, and standing appointments of bookings that are certain without their items. Always
 * none; for tests, and for an operator who wants to be sure.
 */
export async function findOrphans(db: Db, clinic: string, now: Date): Promise<readonly Orphan[]> {
  const found = [...(await unclaimed(db, clinic, now)), ...(await homeless(db, clinic))];
  return found.map(({ quantum, ...place }) => ({ ...place, at: new Date(instantOf(quantum)).toISOString() }));
}

async function unclaimed(db: Db, clinic: string, now: Date): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select item.booking, item.resource, quantum
    from item
    cross join lateral generate_series(item.start_quantum, item.end_quantum - 1) as quantum
    left join claim using (clinic, resource, quantum)
    where item.clinic = ${clinic}
      and item.expires_at > ${now}
      and (claim.booking is null or claim.booking <> item.booking or claim.expires_at < item.expires_at)
    order by item.booking, item.resource, quantum`.execute(db);
  return rows;
}

async function homeless(db: Db, clinic: string): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select booking.id as booking, resource, quantum
    from booking
    cross join lateral jsonb_to_recordset(booking.appointments)
      as one ("therapistId" text, "roomId" text, start double precision, status text)
    cross join lateral (values ('therapist:' || "therapistId"), ('room:' || nullif("roomId", ''))) as needed (resource)
    cross join lateral (values (floor(start / ${instantOf(1)}::double precision)::integer)) as begins (quantum)
    where booking.clinic = ${clinic}
      and booking.status = 'booked'
      and one.status is distinct from 'cancelled'
      and resource is not null
      and not exists (
        select from item
        where item.clinic = booking.clinic
          and item.booking = booking.id
          and item.resource = needed.resource
          and item.start_quantum <= quantum
          and item.end_quantum > quantum
          and item.expires_at >= booking.expires_at
      )
    order by booking.id, resource, quantum`.execute(db);
  return rows;
}
