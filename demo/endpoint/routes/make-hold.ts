import { deleteBooking, insertHold } from '../db/bookings.ts';
import { beyond } from '../db/claims.ts';
import { occupy } from '../db/places.ts';
import { followOffer } from '../db/waitlist.ts';
import { bookableRange, isClosed } from '../schedule/bookable.ts';
import { collide, wantedBy, type Wanted } from '../schedule/plan.ts';
import { MINUTE } from '../schedule/quanta.ts';
import { alternativesTo } from './alternatives.ts';
import type { Asked, Handler } from './asked.ts';
import { refuseTooMany, takeClientsTurn } from './hold-limit.ts';
import { once } from './once.ts';
import { pointer, Refusal } from './problems.ts';
import { lockReplaced, readReplaced } from './replaced.ts';
import { showHold } from './show.ts';
import { takePlaces } from './take-places.ts';
import { newId } from './tokens.ts';

/** WCAG 2.2.1 wants ten. */
export const EXTENSIONS = 10;

/** `POST /holds`: all of the slots or none. */
export const hold: Handler<'hold'> = async (asked) => {
  const { endpoint, client, body, now } = asked;
  const { clinic, tokens, locks, holdsPerClient } = endpoint;
  const { status, answer, booking } = await once(asked, (write) => {
    const work = async () => {
      const wanted = bookable(asked);
      const replaced = await readReplaced(asked);
      const { older, moving } = replaced;
      const own = [older, moving].filter((id) => id !== undefined);
      const refuse = async (taken: readonly string[]) => {
        const lost = wanted.find(({ slotId }) => slotId === taken[0]);
        const alternatives = lost ? await alternativesTo(endpoint, lost, now) : [];
        throw new Refusal('slot-taken', {
          taken,
          alternatives: alternatives.filter(({ id }) => !body.slotIds.includes(id)),
        });
      };
      const id = newId();
      const expires = new Date(now + clinic.data.policy.holdMinutes * MINUTE);
      return takePlaces(
        endpoint,
        wanted,
        { now, own },
        ({ appointments, stretches }) =>
          write(async (transaction) => {
            await takeClientsTurn(transaction, asked, client);
            const given = await lockReplaced(transaction, clinic.id, replaced);
            const moves = given ? [given.id] : [];
            await refuseTooMany(transaction, asked, { client, moves, moving });
            const claimant = { clinic: clinic.id, booking: id, now: new Date(now), expires, moves };
            await occupy(transaction, claimant, await beyond(transaction, { ...claimant, booking: moving }, stretches));
            if (given) await deleteBooking(transaction, clinic.id, given.id);
            const held = {
              clinic: clinic.id,
              id,
              client,
              expires,
              extensions: EXTENSIONS,
              appointments,
              moving,
              now: new Date(now),
            };
            await insertHold(transaction, held);
            if (given) await followOffer(transaction, clinic.id, given.id, id);
            return { status: 201, answer: showHold(asked, { ...held, expires_at: expires }), booking: id };
          }),
        refuse,
      );
    };
    // Whoever would wait for a turn in the database waits here first, and keeps no connection meanwhile.
    return holdsPerClient === 0 ? work() : locks.inTurn(client, work);
  });
  return { status, body: { token: tokens.make('hold', { id: booking, generation: 1 }), ...answer } };
};

/** What the slots stand for, or why they cannot be booked, each by its place in the list. */
function bookable({ endpoint, body, now, words }: Asked<'hold'>): readonly Wanted[] {
  const { data } = endpoint.clinic;
  if (isClosed(data, now)) throw new Refusal('not-bookable', { detail: words.slot.closed });
  const { earliest, latest } = bookableRange(data, now);
  const wanted = body.slotIds.map((slotId) => wantedBy(data, slotId));
  const wrong = ([one]: readonly Wanted[] = []) =>
    !one
      ? words.slot.unknown
      : one.at.start < earliest
        ? words.slot.tooSoon
        : one.at.start > latest
          ? words.slot.tooFar
          : '';
  const errors = wanted
    .map((one, index) => ({ pointer: pointer(['slotIds', index]), detail: wrong(one) }))
    .filter(({ detail }) => detail);
  if (errors.length > 0) throw new Refusal('not-bookable', { detail: errors[0]?.detail, errors });
  const found = wanted.flatMap((one) => one ?? []);
  if (collide(found)) throw new Refusal('not-bookable', { detail: words.slot.twice });
  return found;
}
