import type { BookingRow } from '../db/bookings.ts';
import { lettersAbout } from '../db/messages.ts';
import type { Tx } from '../db/schema.ts';
import type { Asking } from '../routes/asked.ts';
import { Refusal } from '../routes/problems.ts';
import { DAY } from '../schedule/quanta.ts';

/** Each change writes to a contact that somebody has typed; so much may go there about one booking. */
const LETTERS_A_DAY = 30;

/** Refuses to change a booking once more where its patient has heard of it so often within a day: a call helps better. */
export async function refuseTooOften(
  transaction: Tx,
  { endpoint, words, now }: Asking,
  row: BookingRow,
): Promise<void> {
  const { bids, clinic } = endpoint;
  if (!bids.isOn) return;
  const sent = await lettersAbout(transaction, clinic.id, row.id, new Date(now - DAY));
  const last = sent[LETTERS_A_DAY - 1];
  if (!last) return;
  const retryAfter = Math.ceil((last.getTime() + DAY - now) / 1000);
  throw new Refusal('rate-limited', { detail: words.manage.changedOften, retryAfter });
}
