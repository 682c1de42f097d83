import type { Patient } from '../../../src/contract/index.ts';
import { takeTurn } from '../db/contact-turns.ts';
import { givenUpBy, standingBookingsOf } from '../db/contacts.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { Tx } from '../db/schema.ts';
import { comparable } from '../messages/contact.ts';
import { isLive, standing } from '../messages/visits.ts';
import { DAY } from '../schedule/quanta.ts';
import type { Asked, Asking } from './asked.ts';
import { Refusal } from './problems.ts';

/** Refuses what one contact may not have: more bookings ahead than the clinic allows, or a second one that waits for a doctor. */
export async function checkContact(transaction: Tx, asked: Asked<'book'>, waits: boolean): Promise<void> {
  const { maxUpcoming } = asked.endpoint.clinic.data.policy;
  const ahead = await bookingsAhead(transaction, asked, asked.body.patient);
  if (maxUpcoming !== undefined && ahead.length >= maxUpcoming)
    throw new Refusal('not-bookable', { detail: asked.words.manage.upcoming(maxUpcoming) });
  if (waits && ahead.some(isPending)) throw new Refusal('not-bookable', { detail: asked.words.manage.settleFirst });
  await refuseToWriteAgain(transaction, asked);
}

/** Each booking writes to its contact, whoever made it; so many a day may be made with one and given up again. */
const GIVEN_UP_A_DAY = 10;

async function refuseToWriteAgain(transaction: Tx, { endpoint, body, words, now }: Asked<'book'>): Promise<void> {
  const { bids, clinic } = endpoint;
  if (!bids.isOn) return;
  const since = new Date(now - DAY);
  for (const contact of contactsOf(body.patient))
    if ((await givenUpBy(transaction, clinic.id, contact, since, GIVEN_UP_A_DAY)) >= GIVEN_UP_A_DAY)
      throw new Refusal('not-bookable', { detail: words.manage.givenUp });
}

/** Refuses to let a booking wait for a doctor on its new date, where another one of the same contact does. */
export async function refuseSecondClearance(transaction: Tx, asked: Asking, { id, body }: BookingRow): Promise<void> {
  const ahead = body ? await bookingsAhead(transaction, asked, body.request.patient) : [];
  if (ahead.some((row) => row.id !== id && isPending(row)))
    throw new Refusal('screening-changed', { detail: asked.words.manage.oneClearance });
}

/** Refuses to take a change back where its contact has booked so much since that it could not be made anew. */
export async function refuseTooLateToUndo(
  transaction: Tx,
  asked: Asking,
  row: BookingRow,
  status: BookingRow['status'],
): Promise<void> {
  const { words, now } = asked;
  const { maxUpcoming } = asked.endpoint.clinic.data.policy;
  const standsAgain = !isLive(row, now);
  const waitsAgain = status === 'pending' && (standsAgain || !isPending(row));
  if (!row.body || !(standsAgain || waitsAgain)) return;
  const others = (await bookingsAhead(transaction, asked, row.body.request.patient)).filter(({ id }) => id !== row.id);
  if (standsAgain && maxUpcoming !== undefined && others.length >= maxUpcoming)
    throw new Refusal('too-late', { detail: words.manage.upcoming(maxUpcoming) });
  if (waitsAgain && others.some(isPending)) throw new Refusal('too-late', { detail: words.manage.oneClearance });
}

type Contact = Pick<Patient, 'email' | 'phone'>;
const contactsOf = ({ email, phone }: Contact) => [email, phone].filter((contact) => contact !== undefined);

const isPending = ({ status }: BookingRow) => status === 'pending';

/** What a contact has ahead. Until the transaction ends, nobody else books with it. */
async function bookingsAhead(
  transaction: Tx,
  { endpoint, now }: Asking,
  patient: Contact,
): Promise<readonly BookingRow[]> {
  const { clinic, tokens } = endpoint;
  const contacts = contactsOf(patient);
  const blind = contacts.map((contact) => tokens.blind(`turn ${comparable(contact)}`));
  await takeTurn(transaction, clinic.id, blind, new Date(now));
  const found = await Promise.all(contacts.map((contact) => standingBookingsOf(transaction, clinic.id, contact, 100)));
  const isAhead = (row: BookingRow) => isLive(row, now) && standing(row.appointments).some(({ start }) => start > now);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()].filter(isAhead);
}
