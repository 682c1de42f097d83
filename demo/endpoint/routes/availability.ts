import { addDays, dayOf, daysBetween, isDay } from '../../../src/domain/day.ts';
import type { AvailabilityQuery, FirstFreeQuery } from '../../../src/contract/index.ts';
import { bookableRange, within } from '../schedule/bookable.ts';
import { oneForEachTime } from '../schedule/choose.ts';
import { courseOf, type Course } from '../schedule/course.ts';
import { zoneOf, type Search } from '../schedule/free-starts.ts';
import type { Wish } from '../schedule/offer.ts';
import { slotOf } from '../schedule/slots.ts';
import type { Time } from '../schedule/times.ts';
import type { Answer, Asking, Handler } from './asked.ts';
import { findFree } from './find-free.ts';
import { pointer, Refusal } from './problems.ts';

const MOST_DAYS = 62;
/** How many days are looked at first where it is not known how many will be needed, and how many at most in one go. */
const FIRST_STRIDE = 3;
const LONGEST_STRIDE = 21;

/** `GET /availability` */
export const availability: Handler<'availability'> = async (asked) => {
  const { endpoint, query, now } = asked;
  checkDays(asked, query);
  const { data } = endpoint.clinic;
  const course = wanted(asked, query);
  const range = { ...bookableRange(data, now), location: query.location };
  const { times, nextExpiry } = await findFree(endpoint, course, within(range, query.from, query.to), now);
  const after = await walk(asked, course, within(range, query.to, range.to), (free) => free.length > 0);
  const zone = zoneOf(data, query.location);
  const next = after.times[0] ? slotOf(data, after.times[0]) : undefined;
  return {
    status: 200,
    cacheControl: untilNext(now, [nextExpiry, after.nextExpiry]),
    body: {
      timeZone: zone,
      slots: oneForEachTime(times).map((time) => slotOf(data, time)),
      next: next ? dayOf(next.start) : null,
    },
  };
};

/** `GET /availability/first` */
export const firstFree: Handler<'firstFree'> = async (asked) => {
  const { endpoint, query, now } = asked;
  const { data } = endpoint.clinic;
  const course = wanted(asked, query);
  const range = { ...bookableRange(data, now), location: query.location };
  const ids = [...new Set(course.parts.flatMap(({ offer }) => offer.therapists.map(({ id }) => id)))];
  const whoIn = ({ pieces }: Time) => pieces.map(({ at }) => at.therapistId);
  const everybody = (times: readonly Time[]) => new Set(times.flatMap(whoIn)).size === ids.length;
  const { times, nextExpiry } = await walk(asked, course, range, everybody);
  const [first] = oneForEachTime(times);
  const firstOf = (id: string) => times.find((time) => whoIn(time).includes(id));
  const shown = (time: Time | undefined) => (time ? slotOf(data, time) : null);
  return {
    status: 200,
    cacheControl: untilNext(now, [nextExpiry]),
    body: { first: shown(first), therapists: ids.map((id) => ({ therapistId: id, slot: shown(firstOf(id)) })) },
  };
};

/** Looks further and further ahead, until what was found is enough or there are no more days. */
async function walk(
  { endpoint, now }: Asking,
  course: Course,
  search: Search,
  enough: (times: readonly Time[]) => boolean,
) {
  const times: Time[] = [];
  const expiries: (number | undefined)[] = [];
  let stride = FIRST_STRIDE;
  for (let from = search.from; from < search.to && !enough(times); from = addDays(from, stride)) {
    if (from > search.from) stride = LONGEST_STRIDE;
    const found = await findFree(endpoint, course, within(search, from, addDays(from, stride)), now);
    times.push(...found.times);
    expiries.push(found.nextExpiry);
  }
  return { times, nextExpiry: soonest(expiries) };
}

function wanted({ endpoint, words }: Asking, query: FirstFreeQuery & Partial<AvailabilityQuery>): Course {
  const wish: Wish = { therapist: [], ...query };
  const { data } = endpoint.clinic;
  const placeIsKnown = !wish.location || data.clinic.locations.some(({ id }) => id === wish.location);
  const course = placeIsKnown ? courseOf(data, wish) : 'location';
  if (typeof course === 'string')
    throw new Refusal('invalid', { errors: [{ pointer: pointer([course]), detail: words.query.unknown }] });
  return course;
}

function checkDays({ words }: Asking, { from, to }: AvailabilityQuery) {
  const refuse = (field: string, detail: string) =>
    new Refusal('invalid', { errors: [{ pointer: pointer([field]), detail }] });
  if (!isDay(from)) throw refuse('from', words.query.noDay);
  if (!isDay(to)) throw refuse('to', words.query.noDay);
  if (from >= to) throw refuse('to', words.query.order);
  if (daysBetween(from, to) > MOST_DAYS) throw refuse('to', words.query.tooLong);
}

/** A hold that runs out changes the answer without anybody writing, so no answer outlives the next one. */
function untilNext(now: number, expiries: readonly (number | undefined)[]): Answer['cacheControl'] {
  const seconds = Math.floor(((soonest(expiries) ?? Infinity) - now) / 1000);
  return `private, max-age=${Math.max(0, Math.min(10, seconds))}`;
}

function soonest(instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
