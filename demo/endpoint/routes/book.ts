import { confirmHold, type BookingRow } from '../db/bookings.ts';
import type { KeptAnswer } from '../db/kept-answers.ts';
import { occupy } from '../db/places.ts';
import { FAR } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asked, Handler } from './asked.ts';
import { checkContact } from './check-contact.ts';
import { checkDetails } from './check-details.ts';
import { confirmContact } from './confirm-contact.ts';
import { lostToSomebody, manageTokenOf, rowOf } from './holds.ts';
import { refuseUnbookable } from './late-hold.ts';
import { once } from './once.ts';
import { Refusal } from './problems.ts';
import { refuseNewPatient } from './refuse-new-patient.ts';
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
    if (!wanted) throw new Refusal('hold-expired');
    refuseUnbookable(asked, row);
    checkDetails(asked);
    await refuseNewPatient(asked, row.appointments);
    const { screenings, deadline, status: outcome } = screenBooking(asked, row.appointments);
    await confirmContact(asked);
    endpoint.bookings.count(asked.client, now);
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
            body: { request: withKnownSource(asked), screenings, agreedAt: now },
            now: new Date(now),
          });
          await tell(transaction, asked, 'booked', confirmed);
          return { status: 201, answer: showBooking(asked, confirmed), booking: row.id };
        }),
      lostToSomebody,
    );
  });
  const manageToken = endpoint.tokens.make('manage', bearer);
  const shown = status === 201 ? { manageToken } : manageTokenOf(asked, await rowOf(asked, endpoint.db));
  return { status, body: { ...answer, ...shown } };
};

/** A word that the clinic does not list is not kept: a page could write anything there. */
const withKnownSource = ({ body: { source, ...request }, endpoint }: Asked<'book'>) =>
  source && endpoint.clinic.data.policy.sources.includes(source) ? { ...request, source } : request;

const booked = (asked: Asked<'book'>, row: BookingRow): KeptAnswer => ({
  status: 200,
  answer: showBooking(asked, row),
  booking: row.id,
});
