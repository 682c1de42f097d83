import { deleteBooking, findBooking, insertHold, liveHolds } from '../db/bookings.ts';
import { occupy } from '../db/places.ts';
import type { Tx } from '../db/schema.ts';
import { bookableRange, isClosed } from '../schedule/bookable.ts';
import { collide, wantedBy, type Wanted } from '../schedule/plan.ts';
import { MINUTE } from '../schedule/quanta.ts';
import { alternativesTo } from './alternatives.ts';
import type { Asked, Asking, Handler } from './asked.ts';
import { once } from './once.ts';
import { pointer, Refusal } from './problems.ts';
import { showHold } from './show.ts';
import { takePlaces } from './take-places.ts';
import { newId } from './tokens.ts';

/** WCAG 2.2.1 wants ten. */
export const EXTENSIONS = 10;

/** `POST /holds`: all of the slots or none. */
export const hold: Handler<'hold'> = async (asked) => {
  const { endpoint, client, body, now } = asked;
  const { clinic, tokens, locks } = endpoint;
  const { status, answer, booking } = await once(asked, (write) =>
    locks.inTurn(client, async () => {
      const wanted = bookable(asked);
      const replaces = replacedBy(asked);
      const own = replaces ? [replaces] : [];
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
            const moves = await stillHeld(transaction, clinic.id, replaces);
            await refuseTooMany(transaction, asked, moves);
            const claimant = { clinic: clinic.id, booking: id, now: new Date(now), expires, moves };
            await occupy(transaction, claimant, stretches);
            for (const older of moves) await deleteBooking(transaction, clinic.id, older);
            const held = {
              clinic: clinic.id,
              id,
              client,
              expires,
              extensions: EXTENSIONS,
              appointments,
              now: new Date(now),
            };
            await insertHold(transaction, held);
            return { status: 201, answer: showHold(asked, { ...held, expires_at: expires }), booking: id };
          }),
        refuse,
      );
    }),
  );
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

/** The older hold that is to be given up. */
function replacedBy({ endpoint, body, words }: Asked<'hold'>): string | undefined {
  if (body.replaces === undefined) return undefined;
  const subject = endpoint.tokens.read('hold', body.replaces);
  if (!subject)
    throw new Refusal('invalid', { errors: [{ pointer: pointer(['replaces']), detail: words.field.wrong }] });
  return subject.id;
}

/** The older hold, locked; nothing where it is gone, or where it has become a booking, which is never given up so. */
async function stillHeld(transaction: Tx, clinic: string, id: string | undefined): Promise<readonly string[]> {
  const row = id === undefined ? undefined : await findBooking(transaction, clinic, id, true);
  return row?.status === 'held' ? [row.id] : [];
}

async function refuseTooMany(transaction: Tx, { endpoint, client, now }: Asking, moves: readonly string[]) {
  const { clinic, holdsPerClient } = endpoint;
  if (holdsPerClient === 0) return;
  const holds = await liveHolds(transaction, clinic.id, client, new Date(now), moves);
  const [soonest] = holds;
  if (!soonest || holds.length < holdsPerClient) return;
  throw new Refusal('too-many-holds', { retryAfter: Math.ceil((soonest.expires_at.getTime() - now) / 1000) });
}
