import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import type { Html } from './calendar-extras.ts';
import { wordsFor } from './words.ts';

/** Buttons for the keys that turn a year, where there is a year to turn to. */
export function years(write: Html, calendar: TherapistCalendar): unknown {
  const { almanac, page, isOpen } = calendar;
  const [back, on] = [-1, 1].map((step) => almanac.daysAround(almanac.addYears(page[0]!, step))) as [Page, Page];
  const words = wordsFor(calendar.text.tag);
  return [back, on].some((other) => other.some(isOpen))
    ? write`<div class="row" part="years">${turn(write, calendar, back, words.yearBack)} ${turn(write, calendar, on, words.yearOn)}</div>`
    : '';
}
type Page = readonly string[];

function turn(write: Html, calendar: TherapistCalendar, other: Page, words: string) {
  const open = other.some(calendar.isOpen);
  return write`
    <button part="button year" aria-label="${words}: ${calendar.format.month(other)}" aria-disabled=${!open} @click=${() => open && calendar.turnTo(other)}>${words}</button>
  `;
}
