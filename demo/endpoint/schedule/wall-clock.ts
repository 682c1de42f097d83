import { fromAbsolute } from '@internationalized/date';
import { DAY, MINUTE } from './quanta.ts';

/** Offsets by zone and quarter of an hour, which is as finely as any zone changes; looking one up anew is slow. */
const offsets = new Map<string, number>();
const MOST_OFFSETS = 200_000;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  const key = `${zone} ${Math.floor(instant / (15 * MINUTE))}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offset = fromAbsolute(instant, zone).offset;
    offsets.set(key, offset);
  }
  return offset;
}

/**
 * The instant at which the clocks of a zone show so many minutes of a day: the first one where they show it twice,
 * undefined where they skip it.
 */
export function instantAt(day: string, minutes: number, zone: string): number | undefined {
  const wall = wallTime(day, minutes);
  const shown = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : undefined;
}

/** The same; a time that the clocks skip counts as so much later as they jump. */
export const instantNear = (day: string, minutes: number, zone: string): number =>
  instantAt(day, minutes, zone) ?? wallTime(day, minutes) - offsetAt(wallTime(day, minutes) - DAY, zone);

/** An instant as RFC 3339 in a zone's own offset, seconds included. */
export function timestamp(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / MINUTE;
  const digits = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${digits(minutes / 60)}:${digits(minutes % 60)}`;
}

/** Minutes since midnight of a time on the wall, `HH:MM`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const wallTime = (day: string, minutes: number) => Date.parse(`${day}T00:00Z`) + minutes * MINUTE;
