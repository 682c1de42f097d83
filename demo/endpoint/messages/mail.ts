import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clinic } from '../clinic/load-clinic.ts';
import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';
import type { Letter } from './letter.ts';
import type { Message } from './message.ts';
import { oneLine, senderName } from './phrases.ts';

/** A letter with its addresses. */
export interface Mail {
  readonly id: string;
  readonly date: Date;
  readonly from: Address;
  readonly to: Address;
  readonly letter: Letter;
  readonly calendars?: readonly CalendarFile[];
}
export interface Address {
  readonly name: string;
  readonly address: string;
}
/** iCalendar text, and what it asks of a calendar: REQUEST or CANCEL. */
export interface CalendarFile {
  readonly method: string;
  readonly content: string;
}

/** Where answers go and mail comes from; undefined where the clinic has named no address. */
export function senderOf(clinic: Clinic): Address | undefined {
  const address = clinic.data.messages.sender?.email ?? clinic.data.clinic.email;
  return address ? { name: senderName(clinic), address } : undefined;
}

/** Stays the same however often a mail is tried, so that whoever gets it twice can tell. */
export const mailId = ({ id }: Message, { address }: Address) => `<${id}@${address.split('@')[1]}>`;

/** A mail as the bytes of RFC 5322. Every header is built by a library that lets no line break out of a value. */
export function composeMail({ id, date, from, to, letter, calendars = [] }: Mail) {
  return new MailComposer({
    messageId: id,
    date,
    from,
    to: { ...to, name: oneLine(to.name) },
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
    ...attached(calendars),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
}

/** One event is another way to read the mail, so that calendars show it with the letter; several are files. */
function attached(calendars: readonly CalendarFile[]) {
  const [only, ...more] = calendars;
  if (only && more.length === 0) return { icalEvent: { ...only, filename: 'appointment.ics' } };
  const attachments = calendars.map(({ method, content }, index) => ({
    filename: `appointment-${index + 1}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  }));
  return { attachments };
}
