import { dayAfterKey } from '../../domain/availability.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';

/**
 * Where a key leads in a list of days, which stands for the grid where there is no room for one: to the next free day, or
 * the one before. Undefined in the grid, and for keys that turn to another month.
 */
export function dayInList(
  calendar: TherapistCalendar,
  day: string,
  event: KeyboardEvent,
  rtl: boolean,
): string | undefined {
  const grid = event.currentTarget as Element;
  const away = dayAfterKey(day, event, 1, rtl);
  if (!away || event.key.startsWith('Page') || getComputedStyle(grid).display !== 'block') return undefined;
  const listed = [...calendar.days.keys()];
  if (event.key === 'Home') return listed[0];
  if (event.key === 'End') return listed.at(-1);
  return (away > day ? listed.find((one) => one > day) : listed.findLast((one) => one < day)) ?? day;
}
