import { dayOf, daysBetween } from '../../domain/day.ts';
import { once } from '../../domain/once.ts';
import type { Money } from '../../contract/values.ts';

/** Dates, times and money as people write them. Every timestamp is shown in its own offset: the clinic's. */
export interface Formats {
  readonly locale: string;
  /** "Thursday 4 December". */
  day(timestamp: string): string;
  /** "Thu 4 Dec". */
  shortDay(timestamp: string): string;
  /** "today", "tomorrow", "Thursday" within a week, else "Fri 4 Dec". */
  nearDay(timestamp: string, today: string): string;
  /** "4 December 2026". */
  fullDate(timestamp: string): string;
  /** "December 2026" of its days, or `YYYY-MM`; all months that they lie in. */
  month(days: readonly string[]): string;
  /** "Thursday" or "Thu" of an ISO weekday, Monday is 1. */
  weekday(weekday: number, width?: 'long' | 'short'): string;
  /** "9:00 AM". */
  time(timestamp: string): string;
  /** "9:00 to 10:45 AM". */
  range(start: string, end: string): string;
  /** "4" of a day. */
  dayNumber(day: string): string;
  /** With which ISO weekday a week begins, Monday is 1. */
  readonly firstWeekday: number;
  /** "Mountain Time" of an IANA name; of one that nobody knows, the name. */
  zone(timeZone: string): string;
  money(price: Money): string;
  /** "45 min", "1 hr 45 min". */
  minutes(minutes: number): string;
  /** "a, b, and c". */
  list(words: readonly string[]): string;
  /** "a, b, or c". */
  either(words: readonly string[]): string;
  /** "Tomorrow" of "tomorrow": as a line begins. */
  capital(words: string): string;
}

/** A clinic's wall clock laid on UTC, so that no zone of this device can move it. */
const wall = (timestamp: string) => new Date(`${timestamp}T00:00`.slice(0, 16) + 'Z');

/** The formats of a locale. */
export const formatsFor = once(make);

function make(locale: string): Formats {
  const on = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return once((timestamp) => format.format(wall(timestamp)));
  };
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const range = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...clock });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const weekdays = { long: on({ weekday: 'long' }), short: on({ weekday: 'short' }) };
  const shortDay = on({ weekday: 'short', day: 'numeric', month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = (type: Intl.ListFormatType) => {
    const format = new Intl.ListFormat(locale, { type });
    return (words: readonly string[]) => format.format(words);
  };
  const [hour, minute] = ['hour', 'minute'].map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit }).format,
  ) as [Say, Say];
  // `Intl` is slow to make anything, and quick to say it.
  const money = once(
    (currency) => new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  );
  /** People say 90 minutes, but no more than that. */
  const minutes = (value: number) => {
    if (value <= 90) return minute(value);
    const rest = value % 60;
    const hours = hour((value - rest) / 60);
    return rest ? `${hours} ${minute(rest)}` : hours;
  };
  return {
    locale,
    day: on({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay,
    nearDay: (timestamp, today) => {
      const days = today ? daysBetween(today, dayOf(timestamp)) : -1;
      if (days < 0 || days > 6) return shortDay(timestamp);
      return days > 1 ? weekdays.long(timestamp) : relative.format(days, 'day');
    },
    fullDate: on({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: once((days: readonly string[]) => month.formatRange(wall(days[0]!), wall(days.at(-1)!))),
    weekday: (value, width = 'long') => weekdays[width](`2024-01-0${value}`),
    time: on(clock),
    range: (start, end) => range.formatRange(wall(start), wall(end)),
    dayNumber: on({ day: 'numeric' }),
    firstWeekday: firstWeekdayOf(locale),
    zone: once((timeZone) => {
      try {
        const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
        return format.formatToParts().find(({ type }) => type === 'timeZoneName')!.value;
      } catch {
        return timeZone;
      }
    }),
    money: ({ amount, currency }) => money(currency).format(Number(amount)),
    minutes,
    list: list('conjunction'),
    either: list('disjunction'),
    capital: (words) => words.replace(/./u, (first) => first.toLocaleUpperCase(locale)),
  };
}

type Say = (count: number) => string;

/** CLDR's first day of the week, where the browser tells; Monday, as ISO 8601 has it, where it does not. */
function firstWeekdayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & WeekInfo;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
interface WeekInfo {
  readonly weekInfo?: { readonly firstDay: number };
  readonly getWeekInfo?: () => { readonly firstDay: number };
}
