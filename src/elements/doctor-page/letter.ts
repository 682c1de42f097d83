import type { Booking } from '../../contract/booking.ts';
import type { BookingSummary } from '../booking-summary/booking-summary.ts';
import { whatWasSaid, type Said } from './said.ts';
import type { DoctorPageWords } from './words.ts';

/** What a doctor is asked, before it is laid out. */
export interface Letter {
  readonly title: string;
  readonly intro: string;
  readonly facts: readonly (readonly [term: string, fact: string])[];
  /** What the patient has said that makes the clinic ask. */
  readonly reasons: readonly Said[];
  /** Where the answer goes to, and until when. */
  readonly reply: string;
  readonly clinic: readonly string[];
}

/** The question about one booking: what is planned, why it is asked, and how to answer. It says nothing that a doctor has to find out. */
export function letterFor(summary: BookingSummary, booking: Booking, words: DoctorPageWords): Letter {
  const { clinic, details, services, format } = summary;
  const { name, birthDate } = details;
  const [first] = booking.appointments;
  const place = clinic?.locations.find(({ id }) => id === first?.locationId) ?? clinic?.locations[0];
  const booked = services.filter(({ id }) => booking.appointments.some(({ serviceId }) => serviceId === id));
  const treatments = booked.map(({ name, minutes, summary: what }) => `${name}, ${format.minutes(minutes)}. ${what}`);
  const deadline = booking.clearance?.deadline ?? '';
  const when = (timestamp: string) => `${format.day(timestamp)}, ${format.time(timestamp)}`;
  return {
    title: words.title,
    intro: words.intro(clinic?.name ?? ''),
    facts: [
      [words.patient, [name.trim(), birthDate && words.born(format.fullDate(birthDate))].filter(Boolean).join(', ')],
      [words.treatment, treatments.join(' ').trim()],
      [words.planned, first ? when(first.start) : ''],
      [words.number, booking.reference],
    ],
    reasons: whatWasSaid(summary),
    reply: words.reply(when(deadline)),
    clinic: [clinic?.name, place?.address ?? clinic?.address, clinic?.phone.text, clinic?.email].filter(
      (line) => line !== undefined,
    ),
  };
}

/** The same as plain text, for a message. */
export const textOf = ({ title, intro, facts, reasons, reply, clinic }: Letter, words: DoctorPageWords) =>
  [
    title,
    intro,
    facts.map(([term, fact]) => `${term}: ${fact}`).join('\n'),
    reasons.length > 0
      ? [`${words.why}:`, ...reasons.map((said) => `- ${said.filter(Boolean).join(' ')}`), words.noDiagnosis].join('\n')
      : '',
    [`${words.answer}:`, ...words.answers.map((answer) => `[ ] ${answer}`)].join('\n'),
    [reply, ...clinic].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
