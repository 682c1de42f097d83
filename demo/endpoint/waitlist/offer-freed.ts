import { insertHold } from '../db/bookings.ts';
import { putMessages } from '../db/messages.ts';
import { occupy } from '../db/places.ts';
import { transact } from '../db/transact.ts';
import { findWaiting, inLine, noteOffer, tidyLine, type WaitingRow } from '../db/waitlist.ts';
import type { NewMessage } from '../messages/message.ts';
import { reachOf } from '../messages/reach.ts';
import type { Endpoint } from '../routes/asked.ts';
import { hasTooMany, refuseTooMany, takeClientsTurn } from '../routes/hold-limit.ts';
import { EXTENSIONS } from '../routes/make-hold.ts';
import { Refusal } from '../routes/problems.ts';
import { takePlaces } from '../routes/take-places.ts';
import { newId } from '../routes/tokens.ts';
import { wantedBy } from '../schedule/plan.ts';
import { MINUTE } from '../schedule/quanta.ts';
import { firstFit } from './first-fit.ts';

/** Somebody else was faster: with the place, or with an offer to the same person. */
class TooLate extends Error {}

/**
 * Offers what has become free to those who wait, first come, first served: the place is held for them, and they get a
 * link to it. Why it is free does not matter, so nothing that frees a place has to think of the line. Any number of
 * servers may do it at the same time. Answers how many offers were made.
 */
export async function offerFreed(endpoint: Endpoint, now: number): Promise<number> {
  const { db, clinic } = endpoint;
  const { waitlist } = clinic.data;
  if (!waitlist) return 0;
  await tidyLine(db, clinic.id, new Date(now));
  const until = now + waitlist.offerMinutes * MINUTE;
  let offers = 0;
  for (const waiting of await inLine(db, clinic.id, new Date(now))) {
    if (await hasTooMany(db, { endpoint, now }, offersTo(waiting))) continue;
    const { wish, offered } = waiting;
    const slotId = await firstFit(endpoint, wish, { now, earliest: until, offered });
    if (slotId && (await offer(endpoint, waiting, { slotId, now, until }))) offers++;
  }
  return offers;
}

/** As many offers at a time as holds, however often somebody joins the line, and apart from what they hold themselves. */
const offersTo = ({ id, client }: WaitingRow) => ({ client: `offers ${client || id}`, moves: [], moving: undefined });

interface Freed {
  readonly slotId: string;
  readonly now: number;
  readonly until: number;
}

async function offer(endpoint: Endpoint, waiting: WaitingRow, { slotId, now, until }: Freed): Promise<boolean> {
  const { db, clinic } = endpoint;
  const wanted = wantedBy(clinic.data, slotId);
  if (!wanted) return false;
  const id = newId();
  const { client } = offersTo(waiting);
  const hold = { clinic: clinic.id, id, client, expires: new Date(until), extensions: EXTENSIONS };
  const claimant = { clinic: clinic.id, booking: id, now: new Date(now), expires: hold.expires, moves: [] };
  const write = ({ appointments, stretches }: Parameters<Parameters<typeof takePlaces>[3]>[0]) =>
    transact(db, async (transaction) => {
      await takeClientsTurn(transaction, { endpoint, now }, client);
      const still = await findWaiting(transaction, clinic.id, waiting.id, true);
      if (still?.in_line_since.getTime() !== waiting.in_line_since.getTime()) throw new TooLate();
      await refuseTooMany(transaction, { endpoint, now }, offersTo(waiting));
      await occupy(transaction, claimant, stretches);
      await insertHold(transaction, { ...hold, appointments, now: new Date(now) });
      await noteOffer(transaction, still, { hold: id, until: hold.expires, slotId, now: new Date(now) });
      const messages = messagesOf(waiting, id, { channels: endpoint.channels, now, until });
      await putMessages(transaction, clinic.id, messages, new Date(now));
      return true;
    });
  const lost = async (): Promise<never> => {
    throw new TooLate();
  };
  try {
    return await takePlaces(endpoint, wanted, { now, own: [] }, write, lost);
  } catch (error) {
    if (error instanceof TooLate || (error instanceof Refusal && error.problem === 'too-many-holds')) return false;
    throw error;
  }
}

const messagesOf = (
  { id, wish }: WaitingRow,
  hold: string,
  { channels, now, until }: Pick<Freed, 'now' | 'until'> & Pick<Endpoint, 'channels'>,
): readonly NewMessage[] =>
  reachOf(wish.contact)
    .filter((channel) => channels.includes(channel))
    .map((channel) => ({
      id: ['offer', hold, channel].join('/'),
      topic: 'offer',
      channel,
      recipient: 'contact',
      detail: { waiting: id, hold },
      due: now,
      lapses: until,
    }));
