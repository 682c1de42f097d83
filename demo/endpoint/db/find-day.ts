import type { Clinic } from '../clinic/load-clinic.ts';
import { therapistResource } from '../schedule/busy.ts';
import { DAY, quantaOf } from '../schedule/quanta.ts';
import type { Db } from './schema.ts';

/** Ids of the bookings and holds that have somebody at work between two instants, or in the hours around: zones differ. */
export async function bookingsBetween(
  db: Db,
  { id, data }: Clinic,
  from: number,
  to: number,
): Promise<readonly string[]> {
  const { start, end } = quantaOf(from - DAY, to + DAY);
  const rows = await db
    .selectFrom('item')
    .select('booking')
    .distinct()
    .where('clinic', '=', id)
    .where(
      'resource',
      'in',
      data.therapists.map((therapist) => therapistResource(therapist.id)),
    )
    .where('start_quantum', '>=', start)
    .where('start_quantum', '<', end)
    .execute();
  return rows.map(({ booking }) => booking);
}
