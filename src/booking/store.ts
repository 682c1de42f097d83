import type { BookingState } from './state.ts';

/** Holds the booking's one state and says when it changes. */
export class BookingStore extends EventTarget {
  declare readonly state: BookingState;
}
