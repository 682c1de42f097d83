import { ContextConsumer, createContext } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { BookingState } from '../../booking/state.ts';
import type { BookingStore } from '../../booking/store.ts';

/** Two copies of one major version share a store; two versions do not mix. */
export const bookingContext = createContext<BookingStore>(Symbol.for('myo-booking@0'));

/**
 * Copies a slice of the booking onto an element's own properties whenever it changes. Outside a `<myo-booking>` it does
 * nothing, and the page sets the properties. The store is found on connect and let go of on disconnect.
 */
export class BookingSlice<E extends LitElement> implements ReactiveController {
  #store: BookingStore | undefined;

  constructor(
    readonly host: E,
    readonly select: (state: BookingState) => Partial<E>,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: bookingContext,
      subscribe: true,
      callback: (store) => {
        this.hostDisconnected();
        this.#store = store;
        this.hostConnected();
      },
    });
  }

  /** Whether the element stands inside a booking. */
  get found(): boolean {
    return this.#store !== undefined;
  }

  hostConnected() {
    this.#store?.addEventListener('change', this.#copy);
    this.#copy();
  }

  hostDisconnected() {
    this.#store?.removeEventListener('change', this.#copy);
  }

  #copy = () => {
    if (this.#store) Object.assign(this.host, this.select(this.#store.state));
  };
}
