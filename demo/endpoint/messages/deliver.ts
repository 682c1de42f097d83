import { findBooking, type BookingRow } from '../db/bookings.ts';
import { markHandedOver, postponeMessage, settleMessage, takeMessage } from '../db/messages.ts';
import type { Db } from '../db/schema.ts';
import type { LogEvent } from '../operation/log.ts';
import { MINUTE } from '../schedule/quanta.ts';
import { pauseAfter } from './back-off.ts';
import { TakenAway, Undelivered, type Carriers } from './carrier.ts';
import type { Channel, Message, Outcome } from './message.ts';
import { isLive, visitsOf } from './visits.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';

/** Who delivers the messages of a clinic, and by which ways. */
export interface Delivery {
  readonly db: Db;
  readonly clinic: { readonly id: string; readonly data: ClinicData };
  readonly clock: () => number;
  readonly carriers: Carriers;
  readonly log: (event: LogEvent) => void;
  /** Counts what is done with. */
  readonly count?: (channel: Channel, outcome: Outcome) => void;
}

/** Longer than any carrier takes; after it the message is anybody's again. */
const TAKEN_FOR = 2 * MINUTE;

/** Takes the next message that is due and sends it; false where there is none. */
export async function deliverNext(delivery: Delivery): Promise<boolean> {
  const { db, clinic, clock } = delivery;
  const now = clock();
  const message = await takeMessage(db, clinic.id, new Date(now), new Date(now + TAKEN_FOR));
  if (!message) return false;
  let handedOver = false;
  const noteHandOver = () => (handedOver = true);
  let outcome: Outcome;
  try {
    outcome = await carried(delivery, message, now, noteHandOver);
  } catch (error) {
    if (!(error instanceof TakenAway)) await fail(delivery, message, error, handedOver);
    return true;
  }
  // What has gone must not go again because nobody could write it down: the lease runs out, and leaves it in doubt.
  await settle(delivery, message, outcome);
  return true;
}

async function carried(
  { db, clinic, clock, carriers }: Delivery,
  message: Message,
  now: number,
  noteHandOver: () => void,
): Promise<Outcome> {
  const carrier = carriers[message.channel];
  // Whoever had it before died, or was cut off, while it was handed over.
  if (message.handed_over_at && !carrier?.repeats) return 'in doubt';
  if (message.lapses_at && message.lapses_at.getTime() <= now) return 'lapsed';
  const booking = message.booking ? await findBooking(db, clinic.id, message.booking) : undefined;
  if (message.booking && !(booking && stillTrue(message, booking, clinic.data, now))) return 'needless';
  // The server was configured otherwise when it was written; perhaps it is again, before it is given up.
  if (!carrier) throw new Undelivered('no carrier', 'later');
  const handOver = async () => {
    if (!(await markHandedOver(db, message, new Date(clock())))) throw new TakenAway();
    noteHandOver();
  };
  return (await carrier.carry({ db, message, booking, now, handOver })) ? 'sent' : 'needless';
}

/** Whether what a message tells is still so. */
function stillTrue({ topic, channel, detail }: Message, booking: BookingRow, clinic: ClinicData, now: number): boolean {
  if (channel === 'webhook' || topic === 'cancelled' || topic === 'freed') return true;
  if (topic === 'booked' || topic === 'changed' || topic === 'confirmed') return isLive(booking, now);
  return isLive(booking, now) && visitsOf(booking, clinic).some(({ start }) => start === detail?.visit);
}

/** A failure is for later, until it was the last; what may have arrived is not sent again. */
async function fail(delivery: Delivery, message: Message, error: unknown, handedOver: boolean): Promise<void> {
  const { db, clock, carriers } = delivery;
  const { reason, again } = error instanceof Undelivered ? error : unforeseen(error, handedOver);
  if (again === 'unknown' && !carriers[message.channel]?.repeats) return settle(delivery, message, 'in doubt', reason);
  const pause = again === 'never' ? undefined : pauseAfter(message.tries);
  if (pause === undefined) return settle(delivery, message, 'given up', reason);
  await postponeMessage(db, message, new Date(clock() + pause));
  note(delivery, message, 'message postponed', reason);
}

const unforeseen = (error: unknown, handedOver: boolean) =>
  new Undelivered(error instanceof Error ? error.name : 'unknown', handedOver ? 'unknown' : 'later');

async function settle(delivery: Delivery, message: Message, outcome: Outcome, reason?: string) {
  const { db, clock, count } = delivery;
  await settleMessage(db, message, outcome, new Date(clock()));
  count?.(message.channel, outcome);
  if (outcome === 'given up' || outcome === 'in doubt') note(delivery, message, `message ${outcome}`, reason);
}

function note({ clinic, log }: Delivery, { id, topic, channel, tries }: Message, event: string, reason?: string) {
  log({ event, clinic: clinic.id, message: id, topic, channel, tries, reason });
}
