import { putMessages, withdrawMessages } from '../db/messages.ts';
import type { StoredAppointment, Tx } from '../db/schema.ts';
import type { Endpoint } from '../routes/asked.ts';
import type { Message } from './message.ts';
import { planMessages, type Change } from './plan.ts';
import type { Booked } from './visits.ts';

/** Who changes something, and when. */
export interface Teller {
  readonly endpoint: Pick<Endpoint, 'clinic' | 'channels'>;
  readonly now: number;
}

/**
 * Tells everybody of a change, in the very transaction that makes it. What is still waiting to be said about the
 * booking, its reminders above all, goes with what it was about.
 */
export async function tell(
  transaction: Tx,
  { endpoint, now }: Teller,
  change: Change,
  booking: Booked,
  before: readonly StoredAppointment[] = [],
): Promise<void> {
  const { clinic, channels } = endpoint;
  const untold = change === 'booked' ? [] : await withdrawMessages(transaction, clinic.id, booking.id);
  const known = knownBefore(before, untold);
  const messages = planMessages(change, booking, { clinic: clinic.data, channels, now, before: known });
  await putMessages(transaction, clinic.id, messages, new Date(now));
}

/**
 * What those who treat believe to have: what they lost by an earlier change, of which they were to hear, is still theirs
 * to hear of; what they never heard that they had cannot be lost.
 */
export function knownBefore(
  before: readonly StoredAppointment[],
  untold: readonly Pick<Message, 'topic' | 'recipient' | 'detail'>[],
): readonly StoredAppointment[] {
  const news = untold.filter(({ topic }) => topic === 'booked').map(({ recipient }) => recipient);
  const lost = untold.flatMap(({ detail }) => detail?.lost ?? []);
  return [...lost, ...before.filter(({ therapistId }) => !news.includes(`therapist:${therapistId}`))];
}
