import { once } from './once.ts';
import { row } from './row.ts';

/**
 * Days of the Gregorian calendar as `YYYY-MM-DD` strings, reckoned on UTC so that no time zone can move one.
 * Strings compare and sort as days do.
 */
const DAY = 86_400_000;
const iso = (instant: number | string) => new Date(instant).toJSON()?.slice(0, 10);

/** True for a day that the calendar has: not 30 February. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && iso(text) === text;

/** True for a timestamp on a day that the calendar has, at a time that clocks have. */
export const isTime = (text: string) =>
  !!Date.parse(text) && !!text[16] && iso(`${text.slice(0, 16)}Z`) === dayOf(text);

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number) => iso(Date.parse(day) + days * DAY);

/** How many days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

/** ISO 8601 weekday: Monday is 1, Sunday is 7. */
export const weekday = (day: string) => new Date(day).getUTCDay() || 7;

/** `YYYY-MM` of a day. */
export const monthOf = (day: string) => day.slice(0, 7);

/** The month so many months later, or earlier; months are `YYYY-MM`. */
export const addMonths = (month: string, months: number) => {
  const date = new Date(month);
  // oxlint-disable-next-line typescript/no-unnecessary-template-expression -- There is none of a month that the calendar lacks.
  return `${iso(date.setUTCMonth(date.getUTCMonth() + months))}`.slice(0, 7);
};

/** Every day of a month; none of one that the calendar lacks. */
export const daysOf = once((month): readonly string[] =>
  row(daysBetween(month, addMonths(month, 1)), (index) => addDays(month, index)),
);

/** The day of a timestamp in its own offset: the first ten characters. */
export const dayOf = (timestamp: string) => timestamp.slice(0, 10);

/** The time on the wall of a timestamp in its own offset, `HH:MM`. */
export const timeOf = (timestamp: string) => timestamp.slice(11, 16);

/**
 * Today in a time zone (IANA), written as Swedes write it; the instant is in milliseconds since 1970. Without either, what
 * this device takes for today.
 */
export const today = (now?: number, timeZone?: string) => new Intl.DateTimeFormat('sv', { timeZone }).format(now);
