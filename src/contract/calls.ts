/** Each call of the contract as data: where it goes and what comes back. What goes in is in `requests.ts`. */
import { Availability, FirstFree } from './availability.ts';
import { Booking, HeldOrBooked, Hold } from './booking.ts';
import { Catalog } from './catalog.ts';
import { QuestionnaireResource } from './checklist.ts';

export const calls = {
  catalog: { method: 'GET', path: '/catalog', answer: Catalog },
  availability: { method: 'GET', path: '/availability', answer: Availability },
  firstFree: { method: 'GET', path: '/availability/first', answer: FirstFree },
  checklist: { method: 'GET', path: '/checklist', answer: QuestionnaireResource },
  hold: { method: 'POST', path: '/holds', answer: Hold },
  held: { method: 'GET', path: '/holds', answer: HeldOrBooked },
  extend: { method: 'POST', path: '/holds/extend', answer: Hold },
  release: { method: 'DELETE', path: '/holds', answer: null },
  book: { method: 'POST', path: '/bookings', answer: Booking },
} as const;

export type CallName = keyof typeof calls;
