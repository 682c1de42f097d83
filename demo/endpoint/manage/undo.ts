import { changeBooking } from '../db/bookings.ts';
import { occupy } from '../db/places.ts';
import { tell } from '../messages/tell.ts';
import type { Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { takePlaces, wantedAgain } from '../routes/take-places.ts';
import { isStanding, shown, unchanged } from './managed.ts';
import { undoUntil } from './undo-time.ts';

/** `POST /booking/undo`: takes the last change back, once and soon. A cancelled place was kept; one moved from may be gone. */
export const undo: Handler<'undo'> = async (asked) => {
  const { endpoint, words, now } = asked;
  const { db, clinic } = endpoint;
  const { status, answer } = await once(asked, async (write) => {
    const row = await unchanged(asked, db);
    const before = row.before_change;
    const standing = before?.appointments.filter(isStanding) ?? [];
    const wanted = wantedAgain(endpoint, standing);
    if (!before || !wanted || undoUntil(clinic.data, row) <= now || standing.some(({ start }) => start <= now))
      throw new Refusal('too-late', { detail: words.manage.nothingToUndo });
    const expires = new Date(before.expires);
    return takePlaces(
      endpoint,
      wanted,
      { now, own: [row.id] },
      ({ appointments, stretches }) =>
        write(async (transaction) => {
          const locked = await unchanged(asked, transaction, true);
          const claimant = { clinic: clinic.id, booking: row.id, now: new Date(now), expires, moves: [row.id] };
          await occupy(transaction, claimant, stretches);
          const placed = standing.map((one, index) => ({ ...appointments[index]!, id: one.id }));
          const changed = await changeBooking(transaction, locked, {
            status: before.status,
            expires,
            appointments: before.appointments.map((one) => placed.find(({ id }) => id === one.id) ?? one),
            body: locked.body && { ...locked.body, screenings: before.screenings },
            before: null,
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
