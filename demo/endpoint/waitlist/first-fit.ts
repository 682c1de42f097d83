import type { WaitlistRequest } from '../../../src/contract/index.ts';
import type { Endpoint } from '../routes/asked.ts';
import { findFree } from '../routes/find-free.ts';
import { bookableRange, within } from '../schedule/bookable.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { courseOf } from '../schedule/course.ts';
import { timestamp } from '../schedule/wall-clock.ts';

/** The earliest slot that is free and fits a wish, begins late enough, and was not offered before. */
export async function firstFit(
  endpoint: Endpoint,
  { serviceIds, therapistIds = [], from, to, times }: WaitlistRequest,
  { now, earliest, offered }: { readonly now: number; readonly earliest: number; readonly offered: readonly string[] },
): Promise<string | undefined> {
  const { data } = endpoint.clinic;
  const range = bookableRange(data, now);
  const search = { ...within(range, from, to), earliest: Math.max(range.earliest, earliest) };
  const found = await Promise.all(
    serviceIds.map(async (service) => {
      const course = courseOf(data, { service, addOn: [], therapist: therapistIds });
      if (typeof course === 'string') return [];
      const { times: free } = await findFree(endpoint, course, search, now);
      return free
        .filter(({ start, locationId }) => suits(timestamp(start, zoneOf(data, locationId)), times))
        .find(({ slotId }) => !offered.includes(slotId));
    }),
  );
  return found
    .flat()
    .filter((slot) => slot !== undefined)
    .sort((one, other) => one.start - other.start)[0]?.slotId;
}

/** Whether a start, as the clinic's clocks show it, is at one of these times of day. */
export const suits = (start: string, times: WaitlistRequest['times']): boolean =>
  !times || times.some(({ from, to }) => from <= start.slice(11, 16) && start.slice(11, 16) < to);
