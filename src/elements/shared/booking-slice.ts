import type { LitElement, ReactiveController } from 'lit';
import type { BookingState } from '../../booking/state.ts';
import type { BookingStore } from '../../booking/store.ts';
import { lineOf, parentOf } from './parent-of.ts';

/** Under this name an element offers its booking. Two copies of one major version share it; two versions do not mix. */
export const storeKey = Symbol.for('myo-booking@0');

/** An element with a booking for all that stand inside. It fires `myo-store`, which does not bubble, on every change. */
export interface Provider extends Element {
  readonly [storeKey]: BookingStore;
}

/**
 * Copies a slice of the booking onto an element's own properties whenever it changes. Outside a `<myo-booking>` it does
 * nothing, and the page sets the properties. The booking is found on connect and let go of on disconnect.
 */
export class BookingSlice<E extends LitElement> implements ReactiveController {
  #provider: Provider | undefined;

  constructor(
    readonly host: E,
    readonly select: (state: BookingState) => Partial<E>,
  ) {
    host.addController(this);
  }

  /** Whether the element stands inside a booking. */
  get found(): boolean {
    return this.#provider !== undefined;
  }

  hostConnected() {
    this.#provider = providerOf(this.host);
    this.#provider?.addEventListener('myo-store', this.#copy);
    this.#copy();
  }

  hostDisconnected() {
    this.#provider?.removeEventListener('myo-store', this.#copy);
  }

  #copy = () => {
    if (this.#provider) Object.assign(this.host, this.select(this.#provider[storeKey].state));
  };
}

/** The nearest element around this one that offers a booking. */
export const providerOf = (element: Element): Provider | undefined =>
  lineOf(parentOf(element)).find((one): one is Provider => storeKey in one);
