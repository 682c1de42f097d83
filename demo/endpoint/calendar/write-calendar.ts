import ICAL from 'ical.js';
import type { Clinic } from '../clinic/load-clinic.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { senderOf, type Address } from '../messages/mail.ts';
import { whereOf } from '../messages/where.ts';
import { oneLine } from '../messages/phrases.ts';
import { messageWords } from '../messages/words.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { wallTime, zoneComponent } from './zone.ts';

/** RFC 5546: published for whoever takes it, or asked of and taken back from an attendee. */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarWish {
  readonly clinic: Clinic;
  readonly booking: BookingRow;
  /** Those of its appointments that are meant; all where none is named. */
  readonly appointments?: readonly StoredAppointment[];
  readonly method: Method;
  readonly language: string;
  /** In milliseconds. */
  readonly now: number;
  /** Whom it is sent to; a file that is taken has nobody. */
  readonly attendee?: Address | undefined;
}

/** A booking as iCalendar (RFC 5545): one event an appointment, known by the same UID for life, with a neutral title. */
export function writeCalendar(wish: CalendarWish): string {
  const { clinic, booking, appointments = booking.appointments, method } = wish;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//myo-booking//booking//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', method);
  const zones = new Map<string, number[]>();
  for (const { locationId, start, end } of appointments) {
    const zone = zoneOf(clinic.data, locationId);
    zones.set(zone, [...(zones.get(zone) ?? []), start, end]);
  }
  for (const [zone, instants] of zones) calendar.addSubcomponent(zoneComponent(zone, instants));
  for (const appointment of appointments) calendar.addSubcomponent(event(wish, appointment));
  return inLines(calendar.toString());
}

function event(wish: CalendarWish, appointment: StoredAppointment) {
  const { clinic, booking, method, language, now, attendee } = wish;
  const data = clinic.dataIn(language);
  const zone = zoneOf(data, appointment.locationId);
  const where = whereOf(appointment, clinic, language);
  const organizer = senderOf(clinic);
  const cancelled = method === 'CANCEL' || (appointment.status ?? booking.status) === 'cancelled';
  const component = new ICAL.Component('vevent');
  const add = (name: string, value: string | number | ICAL.Time, parameters: Readonly<Record<string, string>> = {}) => {
    const property = component.addPropertyWithValue(name, value);
    for (const [parameter, given] of Object.entries(parameters)) property.setParameter(parameter, given);
  };
  add('uid', `${appointment.id}@${clinic.id}.myo-booking`);
  add('dtstamp', ICAL.Time.fromJSDate(new Date(now), true));
  add('dtstart', wallTime(appointment.start, zone), { tzid: zone });
  add('dtend', wallTime(appointment.end, zone), { tzid: zone });
  // Each change counts the revision up by one, which is what a calendar goes by.
  add('sequence', booking.revision - 1);
  add('summary', messageWords(language).calendarTitle);
  if (where) add('location', oneLine(where));
  add('status', cancelled ? 'CANCELLED' : booking.status === 'booked' ? 'CONFIRMED' : 'TENTATIVE');
  add('class', 'PRIVATE');
  if (method !== 'PUBLISH' && organizer && attendee) {
    add('organizer', `mailto:${organizer.address}`, { cn: parameter(organizer.name) });
    add('attendee', `mailto:${attendee.address}`, {
      cn: parameter(attendee.name),
      partstat: 'ACCEPTED',
      rsvp: 'FALSE',
    });
  }
  return component;
}

/** RFC 5545, 3.1: lines of 75 octets at most, and no character cut in two. */
const inLines = (text: string) =>
  text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => `${fold(line)}\r\n`)
    .join('');

function fold(line: string): string {
  let [folded, length] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > 75) [folded, length] = [`${folded}\r\n `, 1];
    [folded, length] = [folded + character, length + octets];
  }
  return folded;
}

/** RFC 5545, 3.1: a parameter holds neither quotes nor control characters. */
const parameter = (name: string) => oneLine(name).replaceAll('"', "'");
