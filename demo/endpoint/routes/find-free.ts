import { readBusy } from '../db/read-busy.ts';
import { Busy, roomResource, therapistResource } from '../schedule/busy.ts';
import { isClosed } from '../schedule/bookable.ts';
import { freeStarts, type Search, type Start } from '../schedule/free-starts.ts';
import type { Offer } from '../schedule/offer.ts';
import { DAY, quantaOf } from '../schedule/quanta.ts';
import type { Endpoint } from './asked.ts';

/** Free starts, and when the first hold that was in the way of some runs out. */
export interface Free {
  readonly starts: readonly Start[];
  readonly nextExpiry: number | undefined;
}

const none: Free = { starts: [], nextExpiry: undefined };

/** Everything that is free for an offer on the days of a search. */
export async function findFree(
  { db, clinic: { id, data } }: Endpoint,
  offer: Offer,
  search: Search,
  now: number,
): Promise<Free> {
  if (search.from >= search.to || isClosed(data, now)) return none;
  // A day more at both ends holds every zone's days and every buffer.
  const range = quantaOf(Date.parse(`${search.from}T00:00Z`) - DAY, Date.parse(`${search.to}T00:00Z`) + 2 * DAY);
  const { stretches, nextExpiry } = await readBusy(db, id, resourcesOf(data, offer), range, now);
  return { starts: freeStarts(data, offer, search, new Busy(range, stretches)), nextExpiry };
}

/** Everybody and every room that the offer may take. */
const resourcesOf = ({ rooms }: Endpoint['clinic']['data'], { service, therapists }: Offer): readonly string[] => [
  ...therapists.map(({ id }) => therapistResource(id)),
  ...rooms.filter(({ kinds }) => kinds.includes(service.roomKind)).map(({ id }) => roomResource(id)),
];
