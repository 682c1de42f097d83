import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { DAY, MINUTE } from '../schedule/quanta.ts';
import { offsetAt, timestamp } from '../schedule/wall-clock.ts';

/** An instant as a zone's clocks show it, to be read by the zone that is named beside it. */
export const wallTime = (instant: number, zone: string) =>
  ICAL.Time.fromDateTimeString(timestamp(instant, zone).slice(0, 19));

/**
 * A zone as a VTIMEZONE by which these instants are read right. A library has the rules of most zones; where it knows
 * other ones than our clock, having older or newer data, only what happens around these instants is written down.
 */
export function zoneComponent(zone: string, instants: readonly number[]): ICAL.Component {
  const known = fromLibrary(zone);
  return known && reads(known, zone, instants) ? known : aroundInstants(zone, instants);
}

function fromLibrary(zone: string): ICAL.Component | undefined {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) return undefined;
  const component = new ICAL.Component(ICAL.parse(block) as unknown[]);
  // It may know the zone by another name.
  component.updatePropertyWithValue('tzid', zone);
  return component;
}

/** Whether a calendar that goes by a VTIMEZONE finds the instants that were meant. */
export function reads(component: ICAL.Component, zone: string, instants: readonly number[]): boolean {
  const rules = new ICAL.Timezone(component);
  return instants.every((instant) => {
    const time = wallTime(instant, zone);
    time.zone = rules;
    return time.toJSDate().getTime() === instant;
  });
}

/** What the clocks of a zone do from a day before these instants to a day after them. */
export function aroundInstants(zone: string, instants: readonly number[]): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  const [from, to] = [Math.min(...instants) - DAY, Math.max(...instants) + DAY];
  let offset = offsetAt(from, zone);
  component.addSubcomponent(observance(from, offset, offset));
  for (let instant = from; instant < to; instant += DAY) {
    const next = offsetAt(instant + DAY, zone);
    if (next === offset) continue;
    component.addSubcomponent(observance(changeWithin(instant, offset, zone), offset, next));
    offset = next;
  }
  return component;
}

/** When within a day the clocks change: the first quarter of an hour that has another offset. */
function changeWithin(day: number, offset: number, zone: string): number {
  let instant = Math.ceil(day / QUARTER) * QUARTER;
  while (offsetAt(instant, zone) === offset) instant += QUARTER;
  return instant;
}
const QUARTER = 15 * MINUTE;

function observance(instant: number, from: number, to: number): ICAL.Component {
  const component = new ICAL.Component(to > from ? 'daylight' : 'standard');
  // RFC 5545, 3.6.5: the clock as it was before the change.
  const wall = new Date(instant + from).toISOString().slice(0, 19);
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(wall));
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(from / 1000));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(to / 1000));
  return component;
}
