import type { Therapist } from '../../contract/catalog.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import type { Html } from './calendar-extras.ts';

/** Addresses of photos that are not there. */
const missing = new Set<string>();

/** A therapist's photo, else their initials; the name stands beside it. */
export function faceOf(write: Html, calendar: TherapistCalendar, { photo, name }: Therapist) {
  if (!photo || missing.has(photo)) return mark(write, name.replace(/(\S)\S*\s*/gu, '$1').slice(0, 2));
  const miss = () => {
    missing.add(photo);
    calendar.requestUpdate();
  };
  return write`<img part="face" src=${photo} alt="" loading="lazy" referrerpolicy="no-referrer" @error=${miss} />`;
}

/** Letters in a circle, for the eye alone: drawn by the style sheet, they are part of no name. */
export const mark = (write: Html, letters: string) =>
  write`<span part="face" aria-hidden="true" data-letters=${letters}></span>`;
