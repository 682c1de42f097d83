import { findBooking } from '../../db/bookings.ts';
import { findWaiting } from '../../db/waitlist.ts';
import { pickLanguage } from '../../routes/language.ts';
import { zoneOf } from '../../schedule/free-starts.ts';
import { factsOf } from '../facts.ts';
import { dayAndTime, greetedAs, senderName } from '../phrases.ts';
import { messageWords } from '../words.ts';
import type { Writer } from '../write.ts';

/** A time that has become free, held for who has waited for it; the hold's token stands in the fragment. */
export const offerLetter: Writer = async ({ message, db, now }, { clinic, tokens }) => {
  const { waiting: id = '', hold: holdId = '' } = message.detail ?? {};
  const waiting = await findWaiting(db, clinic.id, id);
  const hold = await findBooking(db, clinic.id, holdId);
  const [first] = hold?.appointments ?? [];
  if (!waiting || !first || hold?.status !== 'held' || hold.expires_at.getTime() <= now) return undefined;
  const { name, email, phone, language: wished = null } = waiting.wish.contact;
  const language = pickLanguage(wished, clinic.languages);
  const words = messageWords(language);
  const zone = zoneOf(clinic.data, first.locationId);
  const [when, until] = [first.start, hold.expires_at.getTime()].map((at) => dayAndTime(at, zone, language));
  const telling = words.offer(until ?? '');
  const url = `${clinic.data.messages.bookingPage}#hold=${tokens.make('hold', hold)}`;
  const letter = {
    subject: telling.subject(when ?? ''),
    language,
    greeting: words.greeting(greetedAs(name)),
    lines: telling.lines,
    facts: [factsOf(first, clinic, language)],
    links: [{ label: words.take, url }],
    closing: [words.questions(clinic.data.clinic.phone.text)],
    sender: senderName(clinic),
    short: telling.short(when ?? ''),
  };
  return { name: greetedAs(name), address: email, phone, letter };
};
