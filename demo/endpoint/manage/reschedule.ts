import { today } from '../../../src/domain/day.ts';
import { changeBooking, deleteBooking, findBooking, type BookingRow } from '../db/bookings.ts';
import { occupy } from '../db/places.ts';
import { FAR, type Db, type StoredAppointment } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asked, Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { screenAnswers } from '../routes/screen-booking.ts';
import { takePlaces, wantedAgain } from '../routes/take-places.ts';
import { beforeOf, chosenOf, isStanding, refuseLate, shown, unchanged } from './managed.ts';

/** `POST /booking/reschedule`: the booking takes the places of a hold, and gives its own up, in one transaction. */
export const reschedule: Handler<'reschedule'> = async (asked) => {
  const { endpoint, body, now } = asked;
  const { db, clinic } = endpoint;
  const { status, answer } = await once(asked, async (write) => {
    const row = await unchanged(asked, db);
    const hold = await heldFor(asked, db);
    const chosen = chosenOf(asked, row, body.appointmentIds);
    refuseLate(asked, chosen);
    refuseOther(asked, chosen, hold.appointments);
    const moved = inTheirPlace(row.appointments, chosen, hold.appointments);
    const standing = moved.filter(isStanding);
    const { screenings, deadline, status: outcome } = screenAgain(asked, row, standing);
    const expires = deadline === undefined ? FAR : new Date(deadline);
    const wanted = wantedAgain(endpoint, standing);
    if (!wanted) throw new Refusal('not-bookable');
    return takePlaces(
      endpoint,
      wanted,
      { now, own: [row.id, hold.id] },
      ({ appointments, stretches }) =>
        write(async (transaction) => {
          // The older row first, always: two patients who swap never wait in a circle.
          const locked = await unchanged(asked, transaction, true);
          const stillHeld = await heldFor(asked, transaction, true);
          const moves = [row.id, stillHeld.id];
          await occupy(
            transaction,
            { clinic: clinic.id, booking: row.id, now: new Date(now), expires, moves },
            stretches,
          );
          await deleteBooking(transaction, clinic.id, stillHeld.id);
          const placed = standing.map((one, index) => ({ ...appointments[index]!, id: one.id }));
          const changed = await changeBooking(transaction, locked, {
            status: outcome,
            expires,
            appointments: moved.map((one) => placed.find(({ id }) => id === one.id) ?? one),
            body: locked.body && { ...locked.body, screenings },
            before: beforeOf(locked),
            now: new Date(now),
          });
          await tell(transaction, asked, 'changed', changed, locked.appointments.filter(isStanding));
          return shown(asked, changed);
        }),
      async (taken) => {
        throw new Refusal('slot-taken', { taken });
      },
    );
  });
  return { status, body: answer };
};

/** The hold whose token came along; one that ran out counts as long as nobody else took its place. */
async function heldFor({ endpoint, body }: Asked<'reschedule'>, db: Db, lock = false): Promise<BookingRow> {
  const subject = endpoint.tokens.read('hold', body.hold);
  const row = subject && (await findBooking(db, endpoint.clinic.id, subject.id, lock));
  if (row?.status !== 'held' || row.generation !== subject?.generation) throw new Refusal('hold-expired');
  return row;
}

/** The same treatments in the same order; another treatment is another booking, with its own questions. */
function refuseOther(
  { words }: Asked<'reschedule'>,
  chosen: readonly StoredAppointment[],
  held: readonly StoredAppointment[],
): void {
  const services = (appointments: readonly StoredAppointment[]) =>
    appointments.map(({ serviceId }) => serviceId).join();
  if (services(chosen) === services(held)) return;
  throw new Refusal('invalid', { errors: [{ pointer: '/hold', detail: words.manage.otherServices }] });
}

/** Each appointment keeps its id for life: a calendar knows it by that. */
function inTheirPlace(
  all: readonly StoredAppointment[],
  chosen: readonly StoredAppointment[],
  held: readonly StoredAppointment[],
): readonly StoredAppointment[] {
  return all.map((one) => (chosen.includes(one) ? { ...held[chosen.indexOf(one)]!, id: one.id } : one));
}

/** What was answered then, for the new date. A doctor who has agreed is not asked again for as long as that is good. */
function screenAgain(
  asked: Asked<'reschedule'>,
  { status, body, clearance }: BookingRow,
  standing: readonly StoredAppointment[],
) {
  const response = body?.request.checklist;
  if (!response) return { screenings: [], deadline: undefined, status: 'booked' } as const;
  try {
    const screened = screenAnswers(asked, response, standing);
    const { timeZone } = asked.endpoint.clinic.data.clinic;
    const last = today(Math.max(...standing.map(({ start }) => start)), timeZone);
    const agreed = status === 'booked' && body.screenings.some(({ outcome }) => outcome === 'clearance');
    const isGood = agreed && !(clearance?.until && clearance.until < last);
    return isGood ? ({ ...screened, deadline: undefined, status: 'booked' } as const) : screened;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('screening-changed', { detail: error.more.detail });
    throw error;
  }
}
