import type { Channel, Message } from './message.ts';
import type { Db } from '../db/schema.ts';
import type { BookingRow } from '../db/bookings.ts';

/** What a carrier takes along. */
export interface Parcel {
  readonly db: Db;
  readonly message: Message;
  readonly booking: BookingRow | undefined;
  /** In milliseconds. */
  readonly now: number;
  /** Awaited in the last moment before the other side gets it; throws where it is somebody else's to send by now. */
  readonly handOver: () => Promise<void>;
}

/** Sends by one channel; answers false where nobody is there to send to. Throws `Undelivered` where it fails. */
export interface Carrier {
  /** Whether what may have arrived is sent again: only where the other side can tell that it is the same. */
  readonly repeats: boolean;
  carry(parcel: Parcel): Promise<boolean>;
}

export type Carriers = Partial<Readonly<Record<Channel, Carrier>>>;

/** A message did not get through. `reason` names a code and nothing that anybody wrote: answers quote addresses. */
export class Undelivered extends Error {
  constructor(
    readonly reason: string,
    /** `never`: trying again is no use. `unknown`: it may have arrived. */
    readonly again: 'later' | 'never' | 'unknown',
  ) {
    super(reason);
  }
}

/** The message is somebody else's to send by now. */
export class TakenAway extends Error {}
