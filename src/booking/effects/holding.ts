import type { Hold } from '../../contract/booking.ts';
import type { Slot } from '../../contract/availability.ts';
import type { BookingEndpoint, EndpointError } from '../../endpoint/endpoint.ts';
import { StableKey } from '../../endpoint/wire.ts';
import type { BookingState, HeldSlot } from '../state.ts';
import type { BookingStore } from '../store.ts';
import { troubleOf } from '../trouble.ts';

/** Where the token of a hold outlives a reload; nothing else is ever kept. */
export interface TokenKeeper {
  read(): string | undefined;
  write(token: string | undefined): void;
}

/** Keeps a place for the patient while they type, and gives back whatever they no longer want. */
export class Holding {
  readonly #key = new StableKey();

  constructor(
    readonly store: BookingStore,
    readonly endpoint: BookingEndpoint,
    readonly tokens: TokenKeeper,
  ) {}

  follow(state: BookingState, before: BookingState) {
    if (state.now !== before.now && !state.held) void this.#resume();
    if (state.asking && state.asking !== before.asking) void this.#take(state.asking, state.held?.token);
    if (state.booking && !before.booking) this.tokens.write(undefined);
    else if (state.held?.token !== before.held?.token) this.tokens.write(state.held?.token);
    if (before.held && !state.held && !state.booking && state.trouble?.kind !== 'hold-expired')
      this.#release(before.held.token);
  }

  /** Keeps the place longer, as often as the endpoint allows; one that somebody else has by now is said to be lost. */
  async extend() {
    const { held } = this.store.state;
    if (!held) return;
    try {
      const hold = await this.endpoint.extend(held.token);
      if (this.store.state.held?.token === held.token)
        this.store.send({ type: 'hold-made', held: { ...held, ...this.#reckoned(hold) } });
    } catch (error) {
      const trouble = troubleOf(error);
      this.store.send({ type: trouble.kind === 'hold-expired' ? 'confirm-failed' : 'troubled', trouble });
    }
  }

  async #take(slot: Slot, replaces: string | undefined) {
    try {
      const request = { slotIds: [slot.id], replaces };
      const hold = await this.endpoint.hold(request, { key: this.#key.for(request) });
      this.#key.answered();
      const token = hold.token ?? '';
      if (this.store.state.asking === slot)
        this.store.send({ type: 'hold-made', held: { token, slot: hold.slots[0] ?? slot, ...this.#reckoned(hold) } });
      if (this.store.state.held?.token !== token) this.#release(token);
    } catch (error) {
      if (this.store.state.asking !== slot) return;
      const trouble = troubleOf(error);
      const again = trouble.kind === 'slot-taken' ? undefined : ({ type: 'slot-selected', slot } as const);
      this.store.send({ type: 'hold-failed', slotId: slot.id, trouble: { ...trouble, again } });
    }
  }

  /**
   * Takes up what a reload left behind: the kept time, or the booking that it became. A token that is refused is
   * forgotten; one that nobody could answer for is asked about again once the tab comes back.
   */
  async #resume() {
    const token = this.tokens.read();
    if (!token) return;
    const answer = await this.endpoint.held(token).catch((error: unknown) => {
      if ((error as EndpointError).kind === 'problem') this.tokens.write(undefined);
    });
    if (!answer) return;
    if ('reference' in answer) return this.store.send({ type: 'confirmed', booking: answer });
    const [slot] = answer.slots;
    if (slot && !this.store.state.asking)
      this.store.send({ type: 'hold-resumed', held: { token, slot, ...this.#reckoned(answer) } });
  }

  #release(token: string) {
    this.endpoint.release(token).catch(() => {});
  }

  /** The seconds that are left, as an instant on this device's own clock: only differences are ever used. */
  #reckoned = ({ expiresIn, extensions }: Hold): Pick<HeldSlot, 'until' | 'extensions'> => ({
    until: this.store.now() + expiresIn * 1000,
    extensions,
  });
}
