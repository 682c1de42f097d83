import type { BookingFlow } from '../booking/booking.ts';

/** One thing that the doctor has looked at. */
export interface Finding {
  /** `broken`: nobody can book. `risky`: they can, but something goes wrong for some, or somebody reads along. */
  readonly kind: 'broken' | 'risky' | 'fine';
  /** What is so, in a sentence. */
  readonly says: string;
  /** What to do about it. */
  readonly advice?: string;
  /** What to paste. */
  readonly paste?: string;
}

/** What a check looks at: the tags and the bookings of a page. */
export interface Examined {
  readonly tags: readonly HTMLScriptElement[];
  readonly bookings: readonly BookingFlow[];
}

/** A check says what it has found, once it has. */
export type Check = (examined: Examined) => readonly Finding[] | Promise<readonly Finding[]>;

export const fine = (says: string): Finding => ({ kind: 'fine', says });
