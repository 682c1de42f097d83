import { takeTurn } from '../db/contact-turns.ts';
import { bookingsOf } from '../db/contacts.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { Tx } from '../db/schema.ts';
import { comparable } from '../messages/contact.ts';
import { isLive, standing } from '../messages/visits.ts';
import type { Asked } from './asked.ts';
import { Refusal } from './problems.ts';

/** Refuses what one contact may not have: more bookings ahead than the clinic allows, or a second one that waits for a doctor. */
export async function checkContact(transaction: Tx, asked: Asked<'book'>, waits: boolean): Promise<void> {
  const { endpoint, words, now } = asked;
  const { clinic, tokens } = endpoint;
  const { maxUpcoming } = clinic.data.policy;
  const { email, phone } = asked.body.patient;
  const contacts = [email, phone].filter((contact) => contact !== undefined);
  const blind = contacts.map((contact) => tokens.blind(`turn ${comparable(contact)}`));
  await takeTurn(transaction, clinic.id, blind, new Date(now));
  const found = await Promise.all(contacts.map((contact) => bookingsOf(transaction, clinic.id, contact, 100)));
  const isAhead = (row: BookingRow) => isLive(row, now) && standing(row.appointments).some(({ start }) => start > now);
  const ahead = new Map(
    found
      .flat()
      .filter(isAhead)
      .map((row) => [row.id, row]),
  );
  if (maxUpcoming !== undefined && ahead.size >= maxUpcoming)
    throw new Refusal('not-bookable', { detail: words.manage.upcoming(maxUpcoming) });
  if (waits && [...ahead.values()].some(({ status }) => status === 'pending'))
    throw new Refusal('not-bookable', { detail: words.manage.oneClearance });
}
