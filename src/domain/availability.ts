/** Free times, put in the order in which a patient looks at them. */
import type { Slot } from '../contract/availability.ts';
import { addDays, addMonths, dayOf, daysOf, isDay, monthOf, timeOf, weekday } from './day.ts';

/** Whether a slot is on a day that the calendar has, and not before another one. */
export const isFrom = (from: string, { start }: Slot) => isDay(dayOf(start)) && dayOf(start) >= from;

/** Slots by their day at the clinic, in order of their start; each once, and none before `from`. */
export function byDay(slots: readonly Slot[], from = ''): ReadonlyMap<string, readonly Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const slot of new Map([...slots].sort(byStart).map((slot) => [slot.id, slot])).values()) {
    const day = dayOf(slot.start);
    if (isFrom(from, slot) && !days.get(day)?.push(slot)) days.set(day, [slot]);
  }
  return days;
}

/** By instant, so that the hour that comes twice in autumn keeps its order; then by id, so that order never wavers. */
const byStart = (a: Slot, b: Slot) => Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1);

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Morning ends at noon, the afternoon at five. */
export const partOfDay = ({ start }: Slot): PartOfDay =>
  timeOf(start) < '12:00' ? 'morning' : timeOf(start) < '17:00' ? 'afternoon' : 'evening';

/** How much is free on a day, from 0, nothing, to 4, plenty: one glance tells a good day from a last chance. */
export const freeness = (slots: number) => [1, 3, 7, 15].filter((least) => slots >= least).length;

/** How many days a day is after the first of its week; weeks begin with an ISO weekday. */
const inWeek = (day: string, firstWeekday: number) => (weekday(day) + 7 - firstWeekday) % 7;

/** The weeks of a month, beginning with an ISO weekday; days of other months are left out. */
export function weeksOf(month: string, firstWeekday: number): readonly (readonly (string | undefined)[])[] {
  const days = daysOf(month);
  const gap = inWeek(`${month}-01`, firstWeekday);
  return Array.from({ length: Math.ceil((gap + days.length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => days[week * 7 + index - gap]),
  );
}

/** Where a key of the date grid leads, as the WAI-ARIA Authoring Practices describe it; undefined for any other key. */
export function dayAfterKey(day: string, { key, shiftKey }: GridKey, firstWeekday: number, rtl: boolean) {
  const ahead = rtl ? -1 : 1;
  const far = shiftKey ? 12 : 1;
  const days = inWeek(day, firstWeekday);
  const ways: Readonly<Record<string, () => string>> = {
    ArrowRight: () => addDays(day, ahead),
    ArrowLeft: () => addDays(day, -ahead),
    ArrowDown: () => addDays(day, 7),
    ArrowUp: () => addDays(day, -7),
    Home: () => addDays(day, -days),
    End: () => addDays(day, 6 - days),
    PageDown: () => sameDay(day, far),
    PageUp: () => sameDay(day, -far),
  };
  return ways[key]?.();
}
type GridKey = Pick<KeyboardEvent, 'key' | 'shiftKey'>;

/** The same day of another month, or that month's last. */
function sameDay(day: string, months: number): string {
  const other = daysOf(addMonths(monthOf(day), months));
  return other[Number(day.slice(8)) - 1] ?? other.at(-1)!;
}
