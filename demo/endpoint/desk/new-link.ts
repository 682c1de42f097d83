import { findBooking, spendTokens } from '../db/bookings.ts';
import { putMessages } from '../db/messages.ts';
import { transact } from '../db/transact.ts';
import { reachOf } from '../messages/reach.ts';
import { nextVisit } from '../messages/visits.ts';
import { Refusal } from '../routes/problems.ts';
import type { DeskHandler } from './calls.ts';
import { note } from './log.ts';

/**
 * `POST /desk/links`: every link to a booking that went out until now opens nothing any more, for whoever has got hold
 * of one. Where a visit is still to come its patient is sent a new one, by the ways in which they want to hear; the ways
 * are answered, and may be none.
 */
export const newLink: DeskHandler<'newLink'> = async ({ endpoint, person, body, now }) => {
  const { db, clinic, channels } = endpoint;
  const ways = await transact(db, async (transaction) => {
    const row = await findBooking(transaction, clinic.id, body.booking, true);
    if (!row?.body) throw new Refusal('not-found');
    await note(transaction, { clinic: clinic.id, person, action: 'sent new link', bookings: [row.id], now });
    const generation = await spendTokens(transaction, row);
    const { patient } = row.body.request;
    const links = nextVisit(row, clinic.data, now) && clinic.data.messages.managePage;
    const open = reachOf(patient).filter((channel) => links && channels.includes(channel));
    const messages = open.map((channel) => ({
      id: ['links', row.id, generation, channel].join('/'),
      topic: 'links' as const,
      channel,
      recipient: 'contact' as const,
      detail: { contact: (channel === 'email' ? patient.email : patient.phone) ?? '' },
      due: now,
    }));
    await putMessages(transaction, clinic.id, messages, new Date(now));
    return open;
  });
  return { status: 200, body: { ways } };
};
