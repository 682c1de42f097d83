import type { Month, Remote } from '../../booking/state.ts';
import type { Almanac } from '../../domain/availability.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';

/** Their months are the Gregorian ones; only the years have other numbers, which `Intl` knows. */
const gregorian = /^(gregory|iso8601|buddhist|japanese|roc)$/;

interface Known {
  almanac?: Almanac | undefined;
  isSettled?: boolean;
  loading?: Promise<void>;
}
const almanacs = new Map<string, Known>();
const pages = new WeakMap<TherapistCalendar, readonly string[]>();

/** The months of a locale's own calendar, once their file is there; undefined where they are the Gregorian ones. */
export function almanacFor(calendar: TherapistCalendar): Almanac | undefined {
  const name = nameOf(calendar.format.locale);
  if (gregorian.test(name)) return undefined;
  const known = almanacs.get(name) ?? {};
  almanacs.set(name, known);
  known.loading ??= load(name, known);
  if (!known.isSettled) void known.loading.then(() => calendar.requestUpdate());
  return known.almanac;
}

/** Where it cannot be loaded, or does not know the calendar, the Gregorian grid goes on standing in. */
async function load(name: string, known: Known) {
  try {
    const { almanacOf } = await import('../other-calendars/almanac.ts');
    known.almanac = almanacOf(name);
  } catch (error) {
    console.error('myo-booking: put myo-almanac.js beside myo-calendar.js.', error);
  }
  known.isSettled = true;
}

const names = new Map<string, string>();

function nameOf(locale: string): string {
  const name = names.get(locale) ?? new Intl.DateTimeFormat(locale).resolvedOptions().calendar;
  names.set(locale, name);
  return name;
}

/**
 * The days of the month that is looked at, in the locale's own calendar. It lies in two Gregorian months; the calendar
 * looks at one of them, and its neighbours are fetched ahead.
 */
export function pageOf(calendar: TherapistCalendar): readonly string[] | undefined {
  const almanac = almanacFor(calendar);
  if (!almanac || !calendar.month) return undefined;
  const { month, day } = calendar;
  const kept = pages.get(calendar) ?? [];
  if (kept.some((one) => monthOf(one) === month) && (monthOf(day) !== month || kept.includes(day))) return kept;
  const page = almanac.daysAround(monthOf(day) === month ? day : firstOpen(calendar));
  pages.set(calendar, page);
  return page;
}

/**
 * What is known of a page that lies in two Gregorian months: of those that can be booked, the one that is not there, else
 * the last. Undefined where it lies in one.
 */
export function remoteOf({ page, months, isOpen }: TherapistCalendar): Remote<Month> | undefined {
  const parts = new Set(page.map(monthOf));
  if (parts.size < 2) return undefined;
  const known = [...new Set(page.filter(isOpen).map(monthOf))].map(
    (month) => months[month] ?? ({ status: 'absent' } as const),
  );
  return known.find(({ value }) => !value) ?? known.at(-1);
}

/** Turns to these days, and goes to nowhere among them yet; undefined where that needs nothing but a month. */
export function turnTo(calendar: TherapistCalendar, page: readonly string[]): true | undefined {
  if (!almanacFor(calendar)) return undefined;
  pages.set(calendar, page);
  calendar.day = '';
  calendar.turn(monthOf(page.find((day) => day >= calendar.today) ?? page[0]!));
  calendar.requestUpdate();
  return true;
}

function firstOpen({ months, month, today, notBefore }: TherapistCalendar): string {
  const first = [today, notBefore, `${month}-01`].sort().at(-1)!;
  const free = months[month]?.value?.slots.map(({ start }) => dayOf(start)).find((day) => day >= first);
  return free ?? (monthOf(first) === month ? first : `${month}-01`);
}
