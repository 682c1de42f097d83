import { formsFor } from '../manage/forms.ts';
import type { Clinic } from '../clinic/load-clinic.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { Desk } from './write.ts';
import type { Link } from './letter.ts';

/** A name on one line, whatever somebody has put into it. */
export const oneLine = (text = '') => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** By which name somebody is greeted: none where it is an advertisement, since anybody may have typed it. */
export const greetedAs = (name = '') => (/[:@]|\.\p{L}{2}/u.test(name) ? '' : oneLine(name));

/** In whose name a clinic writes. */
export const senderName = ({ data }: Clinic) => data.messages.sender?.name ?? data.clinic.name;

/** With plain spaces: the narrow ones of some languages turn a phone's message into another, costlier alphabet. */
export const dayAndTime = (instant: number, timeZone: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
    .format(instant)
    .replaceAll(/[\u00a0\u202f]/g, ' ');

/** Where a patient looks after a booking; the token stands in the fragment, which no server gets to see. */
export const manageLink = (booking: BookingRow, label: string, desk: Desk): readonly Link[] =>
  linkTo(desk.clinic.data.messages.managePage, booking, label, desk);

/** Where a patient fills in what the clinic wants to know before this visit. */
export const formLink = (booking: BookingRow, label: string, desk: Desk): readonly Link[] =>
  formsFor(desk.clinic, booking).length > 0
    ? linkTo(desk.clinic.data.messages.formPage, booking, label, desk).map((link) => ({ ...link, longOnly: true }))
    : [];

const linkTo = (page: string | undefined, booking: BookingRow, label: string, { tokens }: Desk): readonly Link[] =>
  page ? [{ label, url: `${page}#manage=${tokens.make('manage', booking)}` }] : [];
