import {
  createCalendar,
  GregorianCalendar,
  parseDate,
  toCalendar,
  type CalendarDate,
  type CalendarIdentifier,
} from '@internationalized/date';
import type { Almanac } from '../../domain/availability.ts';
import { row } from '../../domain/row.ts';

/** The months of another calendar, by the name that `Intl` and Unicode have for it; undefined for one that is not known here. */
export function almanacOf(name: string): Almanac | undefined {
  const calendar = createCalendar(name as CalendarIdentifier);
  if (calendar.identifier !== name) return undefined;
  const gregorian = new GregorianCalendar();
  const read = (day: string) => toCalendar(parseDate(day), calendar);
  const write = (date: CalendarDate) => toCalendar(date, gregorian).toString();
  return {
    daysAround: (day) => {
      const date = read(day);
      return row(calendar.getDaysInMonth(date), (index) => write(date.set({ day: index + 1 })));
    },
    addMonths: (day, months) => write(read(day).add({ months })),
    addYears: (day, years) => write(read(day).add({ years })),
  };
}
