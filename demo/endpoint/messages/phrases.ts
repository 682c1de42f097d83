import type { Clinic } from '../clinic/load-clinic.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { Desk } from './write.ts';
import type { Link } from './letter.ts';

/** A name on one line, whatever somebody has put into it. */
export const oneLine = (text = '') => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** In whose name a clinic writes. */
export const senderName = ({ data }: Clinic) => data.messages.sender?.name ?? data.clinic.name;

/** With plain spaces: the narrow ones of some languages turn a phone's message into another, costlier alphabet. */
export const dayAndTime = (instant: number, timeZone: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
    .format(instant)
    .replaceAll(/[\u00a0\u202f]/g, ' ');

/** Where a patient looks after a booking; the token stands in the fragment, which no server gets to see. */
export function manageLink(booking: BookingRow, label: string, { clinic, tokens }: Desk): readonly Link[] {
  const page = clinic.data.messages.managePage;
  return page ? [{ label, url: `${page}#manage=${tokens.make('manage', booking)}` }] : [];
}
