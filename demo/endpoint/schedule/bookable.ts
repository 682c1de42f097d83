import { addDays, today } from '../../../src/domain/day.ts';
import { isCurrent } from '../../../src/domain/services.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';
import type { Search } from './free-starts.ts';
import { MINUTE } from './quanta.ts';
import { instantNear } from './wall-clock.ts';

/** From when until when starts can be booked online: the clinic's notice, and its horizon. */
export function bookableRange({ clinic, policy }: ClinicData, now: number): Search {
  const first = today(now, clinic.timeZone);
  const to = addDays(first, policy.horizonDays + 1);
  const earliest = now + policy.minNoticeMinutes * MINUTE;
  return { from: first, to, earliest, latest: instantNear(to, 0, clinic.timeZone) - 1 };
}

/** The days of a search that can be booked at all. */
export const within = (range: Search, from: string, to: string): Search => ({
  ...range,
  from: from > range.from ? from : range.from,
  to: to < range.to ? to : range.to,
});

/** Whether the clinic has stopped online booking for now. */
export const isClosed = ({ clinic: { notice } }: ClinicData, now: number) => !!notice?.closed && isCurrent(notice, now);
