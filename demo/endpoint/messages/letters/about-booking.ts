import type { ClinicData } from '../../clinic/clinic-data.ts';
import type { StoredAppointment } from '../../db/schema.ts';
import { pickLanguage } from '../../routes/language.ts';
import { zoneOf } from '../../schedule/free-starts.ts';
import type { BookingRow } from '../../db/bookings.ts';
import { factsOf } from '../facts.ts';
import type { Fact, Letter } from '../letter.ts';
import type { BookingTopic, Message, Recipient } from '../message.ts';
import { dayAndTime, formLink, greetedAs, manageLink, senderName } from '../phrases.ts';
import { visitsOf } from '../visits.ts';
import { messageWords, type MessageWords, type Telling } from '../words.ts';
import type { Desk, Writer } from '../write.ts';

/** What a letter is made of, in the moment when it is sent. */
export interface Occasion extends Desk {
  readonly topic: BookingTopic;
  readonly message: Pick<Message, 'recipient' | 'detail'>;
  readonly booking: BookingRow;
}

/** Tells a patient, a therapist or the desk what has happened to a booking, or that its hour comes. */
export const aboutBooking =
  (topic: BookingTopic): Writer =>
  async ({ message, booking }, desk) => {
    if (!booking) return undefined;
    const to = addressee(message.recipient, booking, desk.clinic.data);
    return to && { ...to, letter: writeLetter({ topic, message, booking, ...desk }) };
  };

/** Writes to a patient in their language, or to somebody at the clinic in its own. Nothing says what it is for. */
export function writeLetter(occasion: Occasion): Letter {
  const { topic, message, booking, clinic } = occasion;
  const { phone, timeZone } = clinic.data.clinic;
  const toPatient = message.recipient === 'patient';
  const language = pickLanguage((toPatient && booking.body?.request.patient.language) || null, clinic.languages);
  const words = messageWords(language);
  const appointments = concerned(occasion);
  const [first] = appointments;
  const when = first ? dayAndTime(first.start, zoneOf(clinic.data, first.locationId), language) : '';
  const deadline = () => dayAndTime(booking.expires_at.getTime(), timeZone, language);
  const telling = tellingOf(occasion, words, deadline);
  const reference: Fact = [words.facts.reference, booking.reference ?? ''];
  const manages = toPatient && !['after-visit', 'cancelled', 'freed'].includes(topic);
  return {
    subject: telling.subject(when),
    language,
    ...(toPatient && { greeting: words.greeting(greetedAs(booking.body?.request.patient.name)) }),
    lines: telling.lines,
    facts: topic === 'after-visit' ? [] : appointments.map((one) => [...factsOf(one, clinic, language), reference]),
    links: manages ? [...manageLink(booking, words.manage, occasion), ...formLink(booking, words.form, occasion)] : [],
    closing: toPatient ? [words.questions(phone.text)] : [],
    sender: senderName(clinic),
    short: telling.short(when),
  };
}

function addressee(recipient: Recipient, { body }: BookingRow, { clinic, messages, therapists }: ClinicData) {
  const [kind, id] = recipient.split(':');
  const patient = body?.request.patient;
  if (kind === 'patient')
    return patient && { name: greetedAs(patient.name), address: patient.email, phone: patient.phone };
  if (kind === 'desk') return { name: clinic.name, address: messages.desk };
  const therapist = therapists.find((one) => one.id === id);
  return therapist && { name: therapist.name, address: therapist.email };
}

/** The appointments that it is about: of one visit, of one therapist, or all. */
function concerned({ message, booking, clinic }: Occasion): readonly StoredAppointment[] {
  const visits = visitsOf(booking, clinic.data);
  const { recipient, detail } = message;
  if (detail?.lost) return detail.lost;
  const [kind, id] = recipient.split(':');
  if (detail?.visit !== undefined) return visits.find(({ start }) => start === detail.visit)?.appointments ?? [];
  const all = visits.flatMap(({ appointments }) => appointments);
  const own = kind === 'therapist' ? all.filter(({ therapistId }) => therapistId === id) : [];
  return own.length > 0 ? own : all;
}

function tellingOf({ topic, message, booking }: Occasion, words: MessageWords, deadline: () => string): Telling {
  const toClinic: Partial<Record<BookingTopic, Telling>> = words.clinic;
  if (message.recipient !== 'patient') return toClinic[topic] ?? words.clinic.booked;
  const { status } = booking;
  const isNew = topic === 'booked' || topic === 'changed';
  const waits = isNew && (status === 'pending' || status === 'proposed');
  return waits ? words.patient[status](deadline()) : words.patient[topic];
}
