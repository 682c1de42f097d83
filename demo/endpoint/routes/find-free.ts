import { readBusy } from '../db/read-busy.ts';
import { Busy, roomResource, therapistResource } from '../schedule/busy.ts';
import { isClosed } from '../schedule/bookable.ts';
import type { Course } from '../schedule/course.ts';
import type { Search } from '../schedule/free-starts.ts';
import { freeTimes, type Time } from '../schedule/times.ts';
import { DAY, quantaOf } from '../schedule/quanta.ts';
import type { Endpoint } from './asked.ts';

/** Free times, and when the first hold that was in the way of some runs out. */
export interface Free {
  readonly times: readonly Time[];
  readonly nextExpiry: number | undefined;
}

const none: Free = { times: [], nextExpiry: undefined };

/** Everything that is free for a course on the days of a search. */
export async function findFree(
  { db, clinic: { id, data } }: Endpoint,
  course: Course,
  search: Search,
  now: number,
): Promise<Free> {
  if (search.from >= search.to || isClosed(data, now)) return none;
  // A day more at both ends holds every zone's days and every buffer.
  const range = quantaOf(Date.parse(`${search.from}T00:00Z`) - DAY, Date.parse(`${search.to}T00:00Z`) + 2 * DAY);
  const { stretches, nextExpiry } = await readBusy(db, id, resourcesOf(data, course), range, now);
  return { times: freeTimes(data, course, search, new Busy(range, stretches)), nextExpiry };
}

/** Everybody and every room that the course may take. */
const resourcesOf = ({ rooms }: Endpoint['clinic']['data'], { parts }: Course): readonly string[] => [
  ...new Set(
    parts.flatMap(({ offer: { service, therapists } }) => [
      ...therapists.map(({ id }) => therapistResource(id)),
      ...rooms.filter(({ kinds }) => kinds.includes(service.roomKind ?? '')).map(({ id }) => roomResource(id)),
    ]),
  ),
];
