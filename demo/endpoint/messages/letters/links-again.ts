import type { BookingRow } from '../../db/bookings.ts';
import { bookingsOf } from '../../db/contacts.ts';
import { pickLanguage } from '../../routes/language.ts';
import { zoneOf } from '../../schedule/free-starts.ts';
import { dayAndTime, manageLink, senderName } from '../phrases.ts';
import { isLive, visitsOf } from '../visits.ts';
import { messageWords } from '../words.ts';
import type { Writer } from '../write.ts';

/**
 * The links to what is still to come, for whoever asked; nothing at all where nothing is. They go to the contact that
 * stands in the booking, which is not always written as the one that was asked for.
 */
export const linksAgain: Writer = async ({ message, db, now }, desk) => {
  const { clinic } = desk;
  const contact = message.detail?.contact ?? '';
  const coming = (await bookingsOf(db, clinic.id, contact)).flatMap((booking) => {
    const visit = isLive(booking, now) ? visitsOf(booking, clinic.data).find(({ end }) => end > now) : undefined;
    return visit ? [{ booking, visit }] : [];
  });
  const patient = coming[0]?.booking.body?.request.patient;
  if (!patient) return undefined;
  const language = pickLanguage(patient.language ?? null, clinic.languages);
  const words = messageWords(language);
  // Two people may share a phone and not a mailbox: a link goes only to where its own booking says.
  const mailbox = ({ body }: BookingRow) => body?.request.patient.email?.toLowerCase();
  const own =
    message.channel === 'email'
      ? coming.filter(({ booking }) => mailbox(booking) === mailbox(coming[0]!.booking))
      : coming;
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
