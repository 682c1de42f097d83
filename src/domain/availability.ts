/** Free times, put in the order in which a patient looks at them. */
import type { Slot } from '../contract/availability.ts';
import { addDays, dayOf, daysOf, timeOf, weekday } from './day.ts';

/** Slots by their day at the clinic, in order of their start; each once, and none before `from`. */
export function byDay(slots: readonly Slot[], from = ''): ReadonlyMap<string, readonly Slot[]> {
  const once = new Map(slots.map((slot) => [slot.id, slot]));
  const days = new Map<string, Slot[]>();
  for (const slot of [...once.values()].sort(byStart)) {
    const day = dayOf(slot.start);
    if (day >= from) days.set(day, [...(days.get(day) ?? []), slot]);
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
export const freeness = (slots: number): 0 | 1 | 2 | 3 | 4 =>
  slots === 0 ? 0 : slots < 3 ? 1 : slots < 7 ? 2 : slots < 15 ? 3 : 4;

/** The weeks of a month, beginning with an ISO weekday; days of other months are left out. */
export function weeksOf(month: string, firstWeekday: number): readonly (readonly (string | undefined)[])[] {
  const days = daysOf(month);
  const lead = (weekday(days[0] ?? '') - firstWeekday + 7) % 7;
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => cells[week * 7 + index]),
  );
}

/** Where a key of the date grid leads, as the WAI-ARIA Authoring Practices describe it; undefined for any other key. */
export function dayAfterKey(day: string, key: string, { shift, firstWeekday, rtl }: GridKeys): string | undefined {
  const ahead = rtl ? -1 : 1;
  const inWeek = (weekday(day) - firstWeekday + 7) % 7;
  switch (key) {
    case 'ArrowRight':
      return addDays(day, ahead);
    case 'ArrowLeft':
      return addDays(day, -ahead);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return addDays(day, -inWeek);
    case 'End':
      return addDays(day, 6 - inWeek);
    case 'PageDown':
      return sameDay(day, shift ? 12 : 1);
    case 'PageUp':
      return sameDay(day, shift ? -12 : -1);
    default:
      return undefined;
  }
}
interface GridKeys {
  readonly shift: boolean;
  readonly firstWeekday: number;
  readonly rtl: boolean;
}

/** The same day of another month, or that month's last. */
function sameDay(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const other = daysOf(new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 7));
  return other[Number(day.slice(8)) - 1] ?? other.at(-1) ?? day;
}
