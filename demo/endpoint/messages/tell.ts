import { putMessages, withdrawMessages } from '../db/messages.ts';
import type { StoredAppointment, Tx } from '../db/schema.ts';
import type { Endpoint } from '../routes/asked.ts';
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
  const messages = planMessages(change, booking, { clinic: clinic.data, channels, now, before });
  if (change !== 'booked') await withdrawMessages(transaction, clinic.id, booking.id);
  await putMessages(transaction, clinic.id, messages, new Date(now));
}
