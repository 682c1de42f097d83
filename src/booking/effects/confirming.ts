import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { StableKey } from '../../endpoint/wire.ts';
import { bookingRequest } from '../requests.ts';
import type { BookingState } from '../state.ts';
import type { BookingStore } from '../store.ts';
import { stepToMend, troubleOf } from '../trouble.ts';

/** Turns the hold into a booking: the same body goes out under the same key, so a second try never books twice. */
export class Confirming {
  readonly #key = new StableKey();

  constructor(
    readonly store: BookingStore,
    readonly endpoint: BookingEndpoint,
    readonly language: string,
  ) {}

  follow(state: BookingState, before: BookingState) {
    if (state.confirming && !before.confirming && state.held) void this.#book(state, state.held.token);
  }

  async #book(state: BookingState, token: string) {
    const request = bookingRequest(state, this.language);
    try {
      const booking = await this.endpoint.book(token, request, { key: this.#key.for([token, request]) });
      this.store.send({ type: 'confirmed', booking });
    } catch (error) {
      const trouble = { ...troubleOf(error), again: { type: 'confirm-asked' } as const };
      this.store.send({ type: 'confirm-failed', trouble, step: stepToMend(error) });
    }
  }
}
