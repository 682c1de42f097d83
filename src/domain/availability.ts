/** Free times, put in the order in which a patient looks at them. */
import type { Slot } from '../contract/availability.ts';
import { addDays, addMonths, dayOf, daysOf, isTime, monthOf, timeOf, weekday } from './day.ts';
import { row } from './row.ts';

const sorted = new WeakMap<readonly Slot[], ReadonlyMap<string, readonly Slot[]>>();

/**
 * Slots by their day at the clinic, in order of their start, each once; what is on no day or clock, or with nobody, is left
 * out. A list is sorted once, so whoever changes one makes another.
 */
export function byDay(slots: readonly Slot[]): ReadonlyMap<string, readonly Slot[]> {
  const known = sorted.get(slots);
  if (known) return known;
  const days = new Map<string, Slot[]>();
  const timed = slots.filter(isReadable).map((slot) => ({ slot, id: slot.id, at: Date.parse(slot.start) }));
  for (const slot of new Map(timed.sort(byInstant).map(({ slot, id }) => [id, slot])).values()) {
    const day = dayOf(slot.start);
    if (!days.get(day)?.push(slot)) days.set(day, [slot]);
  }
  sorted.set(slots, days);
  return days;
}

/** Whether something is a slot, at a time that clocks and calendars have, and with somebody. */
const isReadable = (slot: Slot | null | undefined) => !!slot?.appointments?.[0] && isTime(slot.start);

/** The hour that comes twice in autumn keeps its order by instant; then by id, so that order never wavers. */
const byInstant = (a: Timed, b: Timed) => a.at - b.at || (a.id < b.id ? -1 : 1);
type Timed = { readonly at: number; readonly id: string };

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Morning ends at noon, the afternoon at five. */
export const partOfDay = ({ start }: Slot): PartOfDay =>
  timeOf(start) < '12:00' ? 'morning' : timeOf(start) < '17:00' ? 'afternoon' : 'evening';

/** How much is free on a day, from 0, nothing, to 4, plenty: one glance tells a good day from a last chance. */
export const freeness = (slots: number) => [1, 3, 7, 15].filter((least) => slots >= least).length;

/** How many days a day is after the first of its week; weeks begin with an ISO weekday. */
const inWeek = (day: string, firstWeekday: number) => (weekday(day) + 7 - firstWeekday) % 7;

/** Days that follow one another, in weeks. */
export function weeksFrom(days: readonly string[], firstWeekday: number): readonly (readonly (string | undefined)[])[] {
  const gap = inWeek(days[0]!, firstWeekday);
  return row(Math.ceil((gap + days.length) / 7), (week) => row(7, (index) => days[week * 7 + index - gap]));
}

/** Where months begin and end. Days stay `YYYY-MM-DD` everywhere, whatever calendar they are counted in. */
export interface Almanac {
  /** Every day of the month that a day is in. */
  daysAround(day: string): readonly string[];
  /** The same day of a month so many later or earlier, or that month's last. */
  addMonths(day: string, months: number): string;
  /** The same day of a year so many later or earlier, or that month's last. */
  addYears(day: string, years: number): string;
}

export const gregorian: Almanac = {
  daysAround: (day) => daysOf(monthOf(day)),
  addMonths: (day, months) => {
    const other = daysOf(addMonths(monthOf(day), months));
    return other[Number(day.slice(8)) - 1] ?? other.at(-1)!;
  },
  addYears: (day, years) => gregorian.addMonths(day, years * 12),
};

/**
 * Where a key of the date grid leads, as the WAI-ARIA Authoring Practices describe it; undefined for any other key, and for
 * what the browser does with Alt, Control and Meta.
 */
export function dayAfterKey(day: string, event: GridKey, firstWeekday: number, rtl: boolean, almanac = gregorian) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const ahead = rtl ? -1 : 1;
  const far = event.shiftKey ? 'addYears' : 'addMonths';
  const days = inWeek(day, firstWeekday);
  const ways: Readonly<Record<string, () => string>> = {
    ArrowRight: () => addDays(day, ahead),
    ArrowLeft: () => addDays(day, -ahead),
    ArrowDown: () => addDays(day, 7),
    ArrowUp: () => addDays(day, -7),
    Home: () => addDays(day, -days),
    End: () => addDays(day, 6 - days),
    PageDown: () => almanac[far](day, 1),
    PageUp: () => almanac[far](day, -1),
  };
  return ways[event.key]?.();
}
type GridKey = Pick<KeyboardEvent, 'key' | 'shiftKey'> & Partial<Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey'>>;
