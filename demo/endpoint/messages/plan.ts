import type { ClinicData } from '../clinic/clinic-data.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { DAY, HOUR } from '../schedule/quanta.ts';
import type { Channel, NewMessage, Recipient } from './message.ts';
import { reachOf } from './reach.ts';
import { isLive, standing, visitsOf, type Booked } from './visits.ts';

/** A word of thanks is welcome so long. */
const THANKS_FOR = 3 * DAY;

/** What has happened to a booking; one that waits for somebody is confirmed or freed. */
export type Change = 'booked' | 'changed' | 'confirmed' | 'freed' | 'cancelled';

export interface Told {
  readonly clinic: ClinicData;
  /** The ways that messages can go. */
  readonly channels: readonly Channel[];
  readonly now: number;
  /** What the booking had before: whoever is no longer needed hears of it. */
  readonly before?: readonly StoredAppointment[];
}

/** Everything that is to be sent because a booking is new, other than it was, or gone. */
export function planMessages(change: Change, booking: Booked, told: Told): readonly NewMessage[] {
  const { channels } = told;
  const all = [
    ...toPatient(change, booking, told),
    ...toClinic(change, booking, told),
    ...toPrograms(change, booking, told),
    ...(isLive(booking, told.now) ? [...reminders(booking, told), ...thanks(booking, told)] : []),
  ];
  return all.filter(({ channel }) => channels.includes(channel));
}

const about = (topic: Change, booking: Booked, channel: Channel, recipient: Recipient, { now }: Told): NewMessage => ({
  id: [topic, booking.id, booking.revision, channel, recipient].join('/'),
  topic,
  channel,
  recipient,
  booking: booking.id,
  due: now,
});

const toPatient = (change: Change, booking: Booked, told: Told) =>
  channelsOf(booking).map((channel) => about(change, booking, channel, 'patient', told));

/** The desk hears of everything; a therapist of what is new to them, has changed, or is theirs no longer. */
function toClinic(change: Change, booking: Booked, told: Told): readonly NewMessage[] {
  const { clinic, before = [] } = told;
  const toTherapist = (id: string): readonly NewMessage[] => {
    const own = ({ therapistId }: StoredAppointment) => therapistId === id;
    const [has, lost] = [standing(booking.appointments).some(own), before.filter(own)];
    const to = (topic: Change) => about(topic, booking, 'email', `therapist:${id}`, told);
    if (has) return [to(change === 'changed' && lost.length === 0 ? 'booked' : change)];
    return lost.length > 0 ? [{ ...to('cancelled'), detail: { lost } }] : [];
  };
  return [
    ...(clinic.messages.desk ? [about(change, booking, 'email', 'desk', told)] : []),
    ...clinic.therapists.flatMap(({ id, email }) => (email ? toTherapist(id) : [])),
  ];
}

const toPrograms = (change: Change, booking: Booked, told: Told): readonly NewMessage[] => [
  {
    ...about(change, booking, 'webhook', 'hook', told),
    detail: { revision: booking.revision, status: booking.status },
  },
];

/** One for each visit and hour that is still to come. */
const reminders = (booking: Booked, { clinic, now }: Told) =>
  visitsOf(booking, clinic).flatMap(({ start }) =>
    clinic.messages.remindHoursBefore
      .map((hours) => start - hours * HOUR)
      .filter((due) => due > now)
      .flatMap((due) => aboutVisit('reminder', booking, start, { due, lapses: lapseOf(due, start, clinic) })),
  );

/** When the next reminder of the same visit is due, or the visit begins: two at once help nobody. */
const lapseOf = (due: number, start: number, { messages }: ClinicData) =>
  Math.min(start, ...messages.remindHoursBefore.map((hours) => start - hours * HOUR).filter((other) => other > due));

function thanks(booking: Booked, { clinic, now }: Told): readonly NewMessage[] {
  const { afterVisit } = clinic.messages;
  if (!afterVisit || (afterVisit.consent && !agreesTo(booking, afterVisit.consent))) return [];
  return visitsOf(booking, clinic)
    .map(({ start, end }) => ({ start, due: end + afterVisit.hours * HOUR }))
    .filter(({ due }) => due > now)
    .flatMap(({ start, due }) => aboutVisit('after-visit', booking, start, { due, lapses: due + THANKS_FOR }));
}

const agreesTo = ({ body }: Booked, consent: string) =>
  body?.request.consents.some(({ id }) => id === consent) && !body.withdrawn?.[consent];

const aboutVisit = (
  topic: 'reminder' | 'after-visit',
  booking: Booked,
  visit: number,
  { due, lapses }: { readonly due: number; readonly lapses: number },
): readonly NewMessage[] =>
  channelsOf(booking).map((channel) => ({
    id: [topic, booking.id, visit, due, channel].join('/'),
    topic,
    channel,
    recipient: 'patient',
    booking: booking.id,
    detail: { visit },
    due,
    lapses,
  }));

const channelsOf = ({ body }: Booked) => (body ? reachOf(body.request.patient) : []);
