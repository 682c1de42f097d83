import { confirmHold, type BookingRow } from '../db/bookings.ts';
import type { KeptAnswer } from '../db/kept-answers.ts';
import { occupy } from '../db/places.ts';
import { FAR } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asked, Handler } from './asked.ts';
import { checkContact } from './check-contact.ts';
import { checkDetails } from './check-details.ts';
import { confirmContact } from './confirm-contact.ts';
import { lostToSomebody, rowOf } from './holds.ts';
import { once } from './once.ts';
import { Refusal } from './problems.ts';
import { newReference } from './reference.ts';
import { screenBooking } from './screen-booking.ts';
import { showBooking } from './show.ts';
import { takePlaces, wantedAgain } from './take-places.ts';

/** `POST /bookings`: makes a booking of the bearer's hold, or answers with the booking that it has become. */
export const book: Handler<'book'> = async (asked) => {
  const { endpoint, bearer, now } = asked;
  const { status, answer } = await once(asked, async (write) => {
    const row = await rowOf(asked, endpoint.db);
    if (row.status !== 'held') return booked(asked, row);
    const wanted = wantedAgain(endpoint, row.appointments);
    if (!wanted || row.appointments.some(({ start }) => start <= now)) throw new Refusal('hold-expired');
    checkDetails(asked, row.appointments);
    const { screenings, deadline, status: outcome } = screenBooking(asked, row.appointments);
    await confirmContact(asked);
    const expires = deadline === undefined ? FAR : new Date(deadline);
    // Its own places are claimed anew, so a hold that ran out is honoured as long as nobody else has taken one.
    return takePlaces(
      endpoint,
      wanted,
      { now, own: [row.id] },
      ({ appointments, stretches }) =>
        write(async (transaction) => {
          const locked = await rowOf(asked, transaction, true);
          if (locked.status !== 'held') return booked(asked, locked);
          await checkContact(transaction, asked, deadline !== undefined);
          const clinic = endpoint.clinic.id;
          await occupy(
            transaction,
            { clinic, booking: row.id, now: new Date(now), expires, moves: [row.id] },
            stretches,
          );
          const confirmed = await confirmHold(transaction, locked, {
            status: outcome,
            expires,
            reference: newReference(),
            appointments,
            body: { request: asked.body, screenings },
            now: new Date(now),
          });
          await tell(transaction, asked, 'booked', confirmed);
          return { status: 201, answer: showBooking(asked, confirmed), booking: row.id };
        }),
      lostToSomebody,
    );
  });
  return { status, body: { ...answer, manageToken: endpoint.tokens.make('manage', bearer) } };
};

const booked = (asked: Asked<'book'>, row: BookingRow): KeptAnswer => ({
  status: 200,
  answer: showBooking(asked, row),
  booking: row.id,
});
