import { writeCalendar, type Method } from '../calendar/write-calendar.ts';
import type { Clinic } from '../clinic/load-clinic.ts';
import { pickLanguage } from '../routes/language.ts';
import type { MailRoom } from './mail-carrier.ts';
import type { Topic } from './message.ts';

/** What a letter asks of the patient's calendar. The others are words alone. */
const methods: Partial<Readonly<Record<Topic, Method>>> = {
  booked: 'REQUEST',
  changed: 'REQUEST',
  confirmed: 'REQUEST',
  freed: 'CANCEL',
  cancelled: 'CANCEL',
};

/** The calendar file of a letter to a patient about their booking: big calendars move an event only for REQUEST. */
export const calendarFor =
  (clinic: Clinic): NonNullable<MailRoom['calendarFor']> =>
  ({ message, booking, now }, attendee) => {
    const method = message.recipient === 'patient' ? methods[message.topic] : undefined;
    if (!method || !booking) return undefined;
    const language = pickLanguage(booking.body?.request.patient.language ?? null, clinic.languages);
    return { method, content: writeCalendar({ clinic, booking, method, language, now, attendee }) };
  };
