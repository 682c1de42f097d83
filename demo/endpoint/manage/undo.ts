import { changeBooking, type BookingRow } from '../db/bookings.ts';
import { asideOf, keptWithout, occupy } from '../db/places.ts';
import type { BeforeChange } from '../db/schema.ts';
import { tell } from '../messages/tell.ts';
import type { Asked, Handler } from '../routes/asked.ts';
import { refuseTooLateToUndo } from '../routes/check-contact.ts';
import { once, type Write } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { takePlaces, wantedAgain } from '../routes/take-places.ts';
import { giveUp } from './cancel.ts';
import { isStanding, keptBeside, shown, spotsOf, toChange, unchanged } from './managed.ts';
import { undoUntil } from './undo-time.ts';

/** `POST /booking/undo`: takes the last change back, once and soon. A cancelled place was kept; one moved from may be gone. */
export const undo: Handler<'undo'> = async (asked) => {
  const { endpoint, words, now } = asked;
  const { status, answer } = await once(asked, async (write) => {
    const row = await unchanged(asked, endpoint.db);
    if (undoUntil(endpoint.clinic.data, row) <= now)
      throw new Refusal('too-late', { detail: words.manage.nothingToUndo });
    return row.before_change ? restore(asked, row, row.before_change, write) : unbook(asked, write);
  });
  return { status, body: answer };
};

/** A booking that was only just made is as if it had not been; no notice of the clinic's stands in the way. */
const unbook = (asked: Asked<'undo'>, write: Write) =>
  write(async (transaction) => {
    const row = await toChange(asked, transaction);
    return shown(asked, await giveUp(transaction, asked, row, { chosen: row.appointments, until: asked.now }));
  });

/** Puts back what the change has moved or cancelled; the rest of the booking stays where it is. */
async function restore(asked: Asked<'undo'>, row: BookingRow, before: BeforeChange, write: Write) {
  const { endpoint, words, now } = asked;
  const clinic = endpoint.clinic.id;
  const changed = before.appointments.flatMap((was, index) => {
    const is = row.appointments[index];
    return is && !isSame(was, is) ? [{ was, is }] : [];
  });
  const wanted = wantedAgain(
    endpoint,
    changed.map(({ was }) => was),
  );
  if (!wanted || before.expires <= now || changed.some(({ was }) => was.start <= now))
    throw new Refusal('too-late', { detail: words.manage.nothingToUndo });
  const leaving = changed.map(({ is }) => is).filter(isStanding);
  const aside = asideOf(row.id);
  const stays = await keptWithout(endpoint.db, clinic, row.id, spotsOf(leaving));
  return takePlaces(
    endpoint,
    wanted,
    { now, own: [row.id, aside], stays },
    ({ appointments, stretches }) =>
      write(async (transaction) => {
        const locked = await toChange(asked, transaction);
        await refuseTooLateToUndo(transaction, asked, locked, before.status);
        const kept = await keptBeside(transaction, locked, leaving);
        const expires = new Date(before.expires);
        const claimant = { clinic, booking: row.id, now: new Date(now), expires, moves: [row.id, aside] };
        await occupy(transaction, claimant, [...kept, ...stretches]);
        const placed = changed.map(({ was }, index) => ({ ...appointments[index]!, id: was.id }));
        const restored = await changeBooking(transaction, locked, {
          status: before.status,
          expires,
          appointments: before.appointments.map((one) => placed.find(({ id }) => id === one.id) ?? one),
          body: locked.body && { ...locked.body, screenings: before.screenings, cancelReason: undefined },
          before: null,
          now: new Date(now),
        });
        await tell(transaction, asked, 'changed', restored, locked.appointments.filter(isStanding));
        return shown(asked, restored);
      }),
    async (taken) => {
      throw new Refusal('slot-taken', { taken });
    },
  );
}

const isSame = (one: BeforeChange['appointments'][number], other: typeof one) =>
  one.start === other.start &&
  one.therapistId === other.therapistId &&
  one.roomId === other.roomId &&
  one.status === other.status;
