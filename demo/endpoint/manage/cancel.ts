import { changeBooking, type BookingRow } from '../db/bookings.ts';
import { loosen, type Spot } from '../db/places.ts';
import { FAR, type StoredAppointment, type Tx } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asking, Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { roomResource, therapistResource } from '../schedule/busy.ts';
import { MINUTE, quantaOf } from '../schedule/quanta.ts';
import { beforeOf, chosenOf, isStanding, refuseLate, shown, unchanged } from './managed.ts';

/** `POST /booking/cancel`: the whole booking, or some of its appointments. Their places stay free of others while it may be undone. */
export const cancel: Handler<'cancel'> = async (asked) => {
  const { status, answer } = await once(asked, (write) =>
    write(async (transaction) => {
      const row = await unchanged(asked, transaction, true);
      const chosen = chosenOf(asked, row, asked.body.appointmentIds);
      refuseLate(asked, chosen);
      return shown(asked, await giveUp(transaction, asked, row, chosen));
    }),
  );
  return { status, body: answer };
};

/** Cancels appointments of a booking, which is cancelled itself once none is left. */
export async function giveUp(
  transaction: Tx,
  asked: Asking,
  row: BookingRow,
  chosen: readonly StoredAppointment[],
): Promise<BookingRow> {
  const { endpoint, now } = asked;
  const { id: clinic, data } = endpoint.clinic;
  const appointments = row.appointments.map((one) =>
    chosen.includes(one) ? { ...one, status: 'cancelled' as const } : one,
  );
  const over = !appointments.some(isStanding);
  const until = new Date(now + (data.policy.undoMinutes ?? 0) * MINUTE);
  await loosen(transaction, { clinic, booking: row.id, until }, chosen.flatMap(spotsOf));
  const changed = await changeBooking(transaction, row, {
    status: over ? 'cancelled' : row.status,
    expires: over ? FAR : row.expires_at,
    appointments,
    body: row.body,
    before: beforeOf(row),
    now: new Date(now),
  });
  await tell(transaction, asked, over ? 'cancelled' : 'changed', changed, row.appointments.filter(isStanding));
  return changed;
}

const spotsOf = ({ therapistId, roomId, start, end }: StoredAppointment): readonly Spot[] =>
  [therapistResource(therapistId), roomResource(roomId)].map((resource) => ({
    resource,
    quantum: quantaOf(start, end).start,
  }));
