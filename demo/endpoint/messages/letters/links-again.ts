import type { Patient } from '../../../../src/contract/index.ts';
import type { BookingRow } from '../../db/bookings.ts';
import { standingBookingsOf } from '../../db/contacts.ts';
import { pickLanguage } from '../../routes/language.ts';
import { zoneOf } from '../../schedule/free-starts.ts';
import type { Message } from '../message.ts';
import { dayAndTime, manageLink, senderName } from '../phrases.ts';
import { dialled } from '../reach.ts';
import { nextVisit } from '../visits.ts';
import { messageWords } from '../words.ts';
import type { Writer } from '../write.ts';

/**
 * The links to what is still to come, for whoever asked; nothing at all where nothing is. They go to the contact that
 * stands in the booking, which is not always written as the one that was asked for.
 */
export const linksAgain: Writer = async ({ message, db, now }, desk) => {
  const { clinic } = desk;
  const contact = message.detail?.contact ?? '';
  const coming = (await standingBookingsOf(db, clinic.id, contact, 20)).flatMap((booking) => {
    const visit = nextVisit(booking, clinic.data, now);
    return visit ? [{ booking, visit }] : [];
  });
  const wayTo = ({ body }: BookingRow) => wayBy(message.channel, body?.request.patient);
  const asked = wayBy(message.channel, { email: contact, phone: contact });
  const [first] = [...coming.filter(({ booking }) => wayTo(booking) === asked), ...coming];
  const patient = first?.booking.body?.request.patient;
  if (!patient) return undefined;
  const language = pickLanguage(patient.language ?? null, clinic.languages);
  const words = messageWords(language);
  // Two people may share a phone and not a mailbox, and numbers of two countries end alike: a link goes only to where its
  // own booking says.
  const own = coming.filter(({ booking }) => wayTo(booking) === wayTo(first.booking));
  const links = own.flatMap(({ booking, visit }) => {
    const zone = zoneOf(clinic.data, visit.appointments[0]?.locationId);
    return manageLink(booking, dayAndTime(visit.start, zone, language), desk);
  });
  if (links.length === 0) return undefined;
  const letter = {
    subject: words.links.subject,
    language,
    lines: words.links.lines,
    facts: [],
    links,
    closing: [words.questions(clinic.data.clinic.phone.text)],
    sender: senderName(clinic),
    short: words.links.short,
  };
  return { name: '', address: patient.email, phone: patient.phone, letter };
};

/** The mailbox or the phone that a message reaches. */
const wayBy = (channel: Message['channel'], patient: Pick<Patient, 'email' | 'phone'> | undefined) =>
  channel === 'email' ? patient?.email?.toLowerCase() : patient?.phone && dialled(patient.phone);
