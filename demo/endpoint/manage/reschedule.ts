import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { changeBooking, deleteBooking, findBooking, type BookingRow } from '../db/bookings.ts';
import { asideOf, keptWithout, occupy } from '../db/places.ts';
import { FAR, type BookingBody, type Db, type StoredAppointment } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import { alternativesTo } from '../routes/alternatives.ts';
import type { Asked, Asking, Handler } from '../routes/asked.ts';
import { refuseSecondClearance } from '../routes/check-contact.ts';
import { refuseUnbookable } from '../routes/late-hold.ts';
import { once } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { takePlaces, wantedAgain } from '../routes/take-places.ts';
import { changedAnswers } from './changed-answers.ts';
import {
  beforeOf,
  chosenOf,
  isStanding,
  keptBeside,
  refuseLate,
  shown,
  spotsOf,
  toChange,
  unchanged,
} from './managed.ts';
import { screenAgain } from './screen-again.ts';

/** `POST /booking/reschedule`: the booking takes the places of a hold, and gives its own up, in one transaction. */
export const reschedule: Handler<'reschedule'> = async (asked) => {
  const { endpoint, body, now } = asked;
  const { db, clinic } = endpoint;
  const { status, answer } = await once(asked, async (write) => {
    const row = await unchanged(asked, db);
    const hold = await heldFor(asked, db);
    const chosen = chosenOf(asked, row, body.appointmentIds);
    refuseLate(asked, chosen);
    refuseOther(asked, row.appointments, chosen, hold.appointments);
    const { checklist: answers } = body;
    const move = { chosen, held: hold.appointments, answers };
    const { screenings, deadline, status: outcome } = screenAgain(asked, row, move);
    const expires = deadline === undefined ? FAR : new Date(deadline);
    const wanted = wantedAgain(endpoint, hold.appointments);
    if (!wanted) throw new Refusal('not-bookable');
    const own = [row.id, asideOf(row.id), hold.id];
    const stays = await keptWithout(db, clinic.id, row.id, spotsOf(chosen));
    return takePlaces(
      endpoint,
      wanted,
      { now, own, stays },
      ({ appointments, stretches }) =>
        write(async (transaction) => {
          // The older row first, always: two patients who swap never wait in a circle.
          const locked = await toChange(asked, transaction);
          const stillHeld = await heldFor(asked, transaction, true);
          if (outcome === 'pending' && locked.status !== 'pending')
            await refuseSecondClearance(transaction, asked, locked);
          const kept = await keptBeside(transaction, locked, chosen);
          const moves = [row.id, asideOf(row.id), stillHeld.id];
          const claimant = { clinic: clinic.id, booking: row.id, now: new Date(now), expires, moves };
          await occupy(transaction, claimant, [...kept, ...stretches]);
          await deleteBooking(transaction, clinic.id, stillHeld.id);
          const changed = await changeBooking(transaction, locked, {
            status: outcome,
            expires,
            appointments: inTheirPlace(locked.appointments, chosen, appointments),
            body: locked.body && { ...locked.body, ...answeredNow(asked, locked.body, answers), screenings },
            // What has been said meanwhile cannot be taken back with the move.
            before: answers ? null : beforeOf(locked),
            now: new Date(now),
          });
          await tell(transaction, asked, 'changed', changed, locked.appointments.filter(isStanding));
          return shown(asked, changed);
        }),
      async (taken) => {
        const lost = wanted.find(({ slotId }) => slotId === taken[0]);
        throw new Refusal('slot-taken', { taken, alternatives: lost ? await alternativesTo(endpoint, lost, now) : [] });
      },
    );
  });
  return { status, body: answer };
};

/** The hold whose token came along; one that ran out counts as long as its time can be booked and nobody else took it. */
async function heldFor(asked: Asked<'reschedule'>, db: Db, lock = false): Promise<BookingRow> {
  const { endpoint, body } = asked;
  const subject = endpoint.tokens.read('hold', body.hold);
  const row = subject && (await findBooking(db, endpoint.clinic.id, subject.id, lock));
  if (row?.status !== 'held' || row.generation !== subject?.generation) throw new Refusal('hold-expired');
  refuseUnbookable(asked, row);
  return row;
}

/** The same treatments with the same add-ons in the same order, a visit as a whole; another treatment is another booking, with its own questions. */
function refuseOther(
  { words }: Asked<'reschedule'>,
  all: readonly StoredAppointment[],
  chosen: readonly StoredAppointment[],
  held: readonly StoredAppointment[],
): void {
  const partsOf = ({ visit }: StoredAppointment, among: readonly StoredAppointment[]) =>
    visit ? among.filter((one) => isStanding(one) && one.visit === visit).length : 1;
  // What is left of a visit that lost its other parts is a treatment like any other.
  const treatments = (appointments: readonly StoredAppointment[]) =>
    appointments
      .map(
        (one) =>
          `${one.serviceId} ${one.addOnIds.toSorted().join('+')} ${partsOf(one, appointments) > 1 ? 'in a visit' : ''}`,
      )
      .join();
  const isWhole = chosen.every((one) => partsOf(one, chosen) === partsOf(one, all));
  if (treatments(chosen) === treatments(held) && isWhole) return;
  throw new Refusal('invalid', { errors: [{ pointer: '/hold', detail: words.manage.otherServices }] });
}

function answeredNow(
  asked: Asking,
  body: BookingBody,
  answers: QuestionnaireResponse | undefined,
): Partial<BookingBody> {
  if (!answers) return {};
  const request = { ...body.request, checklist: answers, changedAnswers: changedAnswers(asked, body, answers) };
  return { request, answeredAt: asked.now };
}

/** Each appointment keeps its id for life: a calendar knows it by that. */
const inTheirPlace = (
  all: readonly StoredAppointment[],
  chosen: readonly StoredAppointment[],
  places: readonly StoredAppointment[],
): readonly StoredAppointment[] =>
  all.map((one) => {
    const index = chosen.findIndex(({ id }) => id === one.id);
    return index < 0 ? one : { ...places[index]!, id: one.id };
  });
