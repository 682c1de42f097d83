import { changeBooking, isWaiting, type BookingRow } from '../db/bookings.ts';
import { setAside } from '../db/places.ts';
import { FAR, type StoredAppointment, type Tx } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asking, Handler } from '../routes/asked.ts';
import { clearancesIn } from '../routes/clearances.ts';
import { once } from '../routes/once.ts';
import { MINUTE } from '../schedule/quanta.ts';
import {
  beforeOf,
  chosenOf,
  isStanding,
  keepForGood,
  refuseLate,
  shown,
  spotsOf,
  standingOf,
  toChange,
} from './managed.ts';

/** `POST /booking/cancel`: the whole booking, or some of its appointments. Their places are kept while it may be undone. */
export const cancel: Handler<'cancel'> = async (asked) => {
  const { endpoint, body, now } = asked;
  const { status, answer } = await once(asked, (write) =>
    write(async (transaction) => {
      const row = await toChange(asked, transaction);
      const chosen = chosenOf(asked, row, body.appointmentIds);
      refuseLate(asked, chosen);
      const until = now + (endpoint.clinic.data.policy.undoMinutes ?? 0) * MINUTE;
      return shown(asked, await giveUp(transaction, asked, row, { chosen, until, reason: body.reason?.trim() }));
    }),
  );
  return { status, body: answer };
};

interface GivenUp {
  readonly chosen: readonly StoredAppointment[];
  /** Until when it may be taken back, in milliseconds; so long the places are kept. */
  readonly until: number;
  readonly reason?: string | undefined;
}

/** Cancels appointments of a booking, which is cancelled itself once none is left. */
export async function giveUp(
  transaction: Tx,
  asked: Asking,
  row: BookingRow,
  { chosen, until, reason }: GivenUp,
): Promise<BookingRow> {
  const { endpoint, now } = asked;
  const clinic = endpoint.clinic.id;
  const appointments = row.appointments.map((one) =>
    chosen.includes(one) ? { ...one, status: 'cancelled' as const } : one,
  );
  const over = !appointments.some(isStanding);
  await setAside(transaction, { clinic, booking: row.id, until: new Date(until) }, spotsOf(chosen));
  const isSettled = !over && isWaiting(row) && !waitsFor(row, appointments);
  if (isSettled) await keepForGood(transaction, row, appointments.filter(isStanding));
  const changed = await changeBooking(transaction, row, {
    status: over ? 'cancelled' : isSettled ? 'booked' : row.status,
    expires: over || isSettled ? FAR : row.expires_at,
    appointments,
    body: row.body && { ...row.body, ...(reason && { cancelReason: reason }) },
    before: until > now ? beforeOf(row) : null,
    now: new Date(now),
  });
  await tell(transaction, asked, over ? 'cancelled' : 'changed', changed, row.appointments.filter(isStanding));
  return changed;
}

/** Whether what still stands needs a doctor's word, or the therapist's call: what was given up may have been all that did. */
const waitsFor = ({ body }: BookingRow, appointments: readonly StoredAppointment[]): boolean =>
  clearancesIn(standingOf(body?.screenings ?? [], appointments)).length > 0;
