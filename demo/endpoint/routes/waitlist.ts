import { isDay } from '../../../src/domain/day.ts';
import { joinLine, leaveLine, waitingFrom } from '../db/waitlist.ts';
import { comparable } from '../messages/contact.ts';
import { reachOf } from '../messages/reach.ts';
import { HOUR } from '../schedule/quanta.ts';
import { instantNear } from '../schedule/wall-clock.ts';
import type { Asked, Handler } from './asked.ts';
import { once } from './once.ts';
import { pointer, Refusal } from './problems.ts';
import { newId } from './tokens.ts';

/** A family, or a waiting room on one wifi; each of them is looked for every minute. */
const WAITING_PER_CLIENT = 20;

/** `POST /waitlist`: everybody waits once, for whichever of their wishes comes true first. */
export const wait: Handler<'wait'> = async (asked) => {
  const { endpoint, client, body, now } = asked;
  const { clinic, tokens, bids } = endpoint;
  if (!clinic.data.waitlist) throw new Refusal('not-found');
  const { email, phone = '' } = body.contact;
  const { status, answer, booking } = await once(asked, async (write) => {
    checkWish(asked);
    bids.count(client, now);
    return write(async (transaction) => {
      if (bids.isOn && (await waitingFrom(transaction, clinic.id, client, new Date(now))) >= WAITING_PER_CLIENT)
        throw new Refusal('rate-limited', { retryAfter: HOUR / 1000 });
      const waiting = {
        clinic: clinic.id,
        id: newId(),
        client,
        contact: tokens.blind(comparable(email ?? phone)),
        wish: body,
        created_at: new Date(now),
        ends_at: new Date(instantNear(body.to, 0, clinic.data.clinic.timeZone)),
      };
      if (!(await joinLine(transaction, waiting))) throw new Refusal('already-waiting');
      return { status: 201, answer: { id: waiting.id }, booking: waiting.id };
    });
  });
  return { status, body: { ...answer, token: tokens.make('wait', { id: booking, generation: 1 }) } };
};

/** `DELETE /waitlist`: waits no longer. */
export const stopWaiting: Handler<'stopWaiting'> = async ({ endpoint, bearer }) => {
  await leaveLine(endpoint.db, endpoint.clinic.id, bearer.id);
  return { status: 204 };
};

/** Refuses a wish that can never come true, or of which nobody could be told. */
function checkWish({ endpoint, body, words, now }: Asked<'wait'>): void {
  const { services, therapists, clinic } = endpoint.clinic.data;
  const { serviceIds, therapistIds = [], from, to, contact } = body;
  const unknown = (field: string, ids: readonly string[], known: readonly { readonly id: string }[]) =>
    ids.map((id, index) => [[field, index], !known.some((one) => one.id === id), words.query.unknown] as const);
  const found: readonly (readonly [path: readonly unknown[], wrong: boolean, detail: string])[] = [
    ...unknown('serviceIds', serviceIds, services),
    ...unknown('therapistIds', therapistIds, therapists),
    [['from'], !isDay(from), words.query.noDay],
    [['to'], !isDay(to), words.query.noDay],
    [['to'], from >= to || (isDay(to) && instantNear(to, 0, clinic.timeZone) <= now), words.query.order],
    [['contact'], !reachOf(contact).some((way) => endpoint.channels.includes(way)), words.details.reach],
  ];
  const errors = found.filter(([, wrong]) => wrong).map(([path, , detail]) => ({ pointer: pointer(path), detail }));
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}
