import type { BookingRow } from '../db/bookings.ts';
import { bookableRange, isClosed } from '../schedule/bookable.ts';
import { wantedBy } from '../schedule/plan.ts';
import { slotId } from '../schedule/slot-id.ts';
import type { Asking } from './asked.ts';
import { Refusal } from './problems.ts';

/**
 * Refuses a hold whose time can be had no more. While it lasts, the clinic's notice and its horizon are those of when
 * it was given; once it ran out, it is worth as much as one that is asked for now. Nobody is let in on a day on which
 * the clinic has closed or the therapist is away by now.
 */
export function refuseUnbookable({ endpoint, now }: Asking, row: BookingRow): void {
  const { data } = endpoint.clinic;
  const { earliest, latest } = bookableRange(data, now);
  const isLate = row.expires_at.getTime() <= now;
  const isOutside = row.appointments.some(({ start }) => start < earliest || start > latest);
  const isWorked = row.appointments.every((one) => wantedBy(data, one.visit ?? slotId(one)));
  if (row.appointments.some(({ start }) => start <= now) || !isWorked) throw new Refusal('hold-expired');
  if (isLate && (isOutside || isClosed(data, now))) throw new Refusal('hold-expired');
}
