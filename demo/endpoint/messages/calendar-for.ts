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

/**
 * The calendar files of a letter to a patient about their booking: big calendars move an event only for REQUEST. Each
 * appointment has a file of its own (RFC 5546, 3.2: one REQUEST, one UID); one that is cancelled is taken back.
 */
export const calendarFor =
  (clinic: Clinic): NonNullable<MailRoom['calendarFor']> =>
  ({ message, booking, now }, attendee) => {
    const asked = message.recipient === 'patient' ? methods[message.topic] : undefined;
    if (!asked || !booking) return [];
    const language = pickLanguage(booking.body?.request.patient.language ?? null, clinic.languages);
    return booking.appointments.map((appointment) => {
      const method = appointment.status === 'cancelled' ? 'CANCEL' : asked;
      const appointments = [appointment];
      return { method, content: writeCalendar({ clinic, booking, appointments, method, language, now, attendee }) };
    });
  };
