import type { Slot } from '../../../src/contract/index.ts';
import { addDays, today } from '../../../src/domain/day.ts';
import { bookableRange, within } from '../schedule/bookable.ts';
import { oneForEachTime } from '../schedule/choose.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { courseOf } from '../schedule/course.ts';
import type { Wanted } from '../schedule/plan.ts';
import { readSlotId } from '../schedule/slot-id.ts';
import { slotOf } from '../schedule/slots.ts';
import type { Endpoint } from './asked.ts';
import { findFree } from './find-free.ts';

const MOST = 5;
const DAYS_AROUND = 4;

/** What is free instead of a slot that is lost: the same service at the same place, same day first, nearest first. */
export async function alternativesTo(
  endpoint: Endpoint,
  { slotId, at }: Wanted,
  now: number,
): Promise<readonly Slot[]> {
  const { data } = endpoint.clinic;
  const zone = zoneOf(data, at.locationId);
  const day = today(at.start, zone);
  const days = within(bookableRange(data, now), addDays(day, -DAYS_AROUND), addDays(day, DAYS_AROUND + 1));
  const key = readSlotId(slotId);
  const anybody = key && courseOf(data, { service: key.serviceId, addOn: key.addOnIds, therapist: [] });
  if (!anybody || typeof anybody === 'string') return [];
  const { times } = await findFree(endpoint, anybody, { ...days, location: at.locationId }, now);
  const otherDay = (start: number) => Number(today(start, zone) !== day);
  return oneForEachTime(times)
    .map((time) => ({ time, away: Math.abs(time.start - at.start), otherDay: otherDay(time.start) }))
    .sort((one, other) => one.otherDay - other.otherDay || one.away - other.away)
    .slice(0, MOST)
    .map(({ time }) => slotOf(data, time));
}
