import type { Slot } from '../../contract/availability.ts';
import { dayOf, daysBetween } from '../../domain/day.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import type { Html } from './calendar-extras.ts';
import { wordsFor } from './words.ts';

/**
 * An instant on another clock, by default this device's, as a timestamp without an offset; undefined where that says the
 * same as the timestamp's own.
 */
export function elsewhere(timestamp: string, timeZone?: string): string | undefined {
  const there = clockIn(timeZone).format(new Date(timestamp)).replace(' ', 'T');
  return there === timestamp.slice(0, 16) ? undefined : there;
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** Made once for each zone: `Intl` is slow, and every turn asks again. */
function clockIn(timeZone: string | undefined) {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock;
}

/** The patient's own time and, where that is another, their day. */
function own({ format, text }: TherapistCalendar, { start }: Slot) {
  const there = elsewhere(start);
  if (!there) return undefined;
  const days = daysBetween(dayOf(start), dayOf(there));
  const words = wordsFor(text.tag);
  const otherDay = days ? `${days > 0 ? words.nextDay : words.dayBefore}, ${format.day(there)}` : '';
  return { time: format.time(there), otherDay };
}

/** What the patient's own clock says, in small print. */
export function yourTime(write: Html, calendar: TherapistCalendar, slot: Slot): unknown {
  const here = own(calendar, slot);
  return here && write`<small part="zone">${wordsFor(calendar.text.tag).yourTime(here.time, here.otherDay)}</small>`;
}

/** The same as a sentence, beside the clinic's: of the time that is picked, else of the first. */
export function yourClock(calendar: TherapistCalendar, first: Slot): string {
  const slot = calendar.times.find(({ id }) => id === calendar.value) ?? first;
  const here = own(calendar, slot);
  if (!here) return '';
  return wordsFor(calendar.text.tag).yourClock(calendar.format.time(slot.start), here.time, here.otherDay);
}
