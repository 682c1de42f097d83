/**
 * Days of the Gregorian calendar as `YYYY-MM-DD` strings, reckoned on UTC so that no time zone can move one.
 * Strings compare and sort as days do.
 */
const DAY = 86_400_000;
const iso = (instant: number | string) => new Date(instant).toJSON()?.slice(0, 10);

/** True for a day that the calendar has: not 30 February. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && iso(text) === text;

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
  date.setUTCMonth(date.getUTCMonth() + months);
  return monthOf(date.toJSON());
};

/** Every day of a month. */
export function daysOf(month: string): readonly string[] {
  const first = `${month}-01`;
  return Array.from({ length: daysBetween(first, `${addMonths(month, 1)}-01`) }, (_, index) => addDays(first, index));
}

/** The day of a timestamp in its own offset: the first ten characters. */
export const dayOf = (timestamp: string) => timestamp.slice(0, 10);

/** The time on the wall of a timestamp in its own offset, `HH:MM`. */
export const timeOf = (timestamp: string) => timestamp.slice(11, 16);

/** Today in a time zone (IANA), written as Swedes write it; the instant is in milliseconds since 1970. */
export const today = (now: number, timeZone: string) => new Intl.DateTimeFormat('sv', { timeZone }).format(now);
