import type { ReactiveController } from 'lit';
import type { HeldSlot } from '../../booking/state.ts';
import type { BookingFlow } from './booking.ts';

const MINUTE = 60_000;

/** Counts down how long the chosen time is kept: by whole minutes, and aloud only once, shortly before the end. */
export class HoldClock implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held: HeldSlot | undefined;

  constructor(readonly host: BookingFlow) {
    host.addController(this);
  }

  /** Whole minutes that are left, 0 once nobody keeps the place any more; undefined while nothing is held. */
  get minutes(): number | undefined {
    const { held } = this.host.store.state;
    return held && Math.max(0, Math.ceil((held.until - this.host.store.now()) / MINUTE));
  }

  follow(held: HeldSlot | undefined) {
    if (held === this.#held) return;
    this.#held = held;
    this.#wait();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#held = undefined;
  }

  #wait() {
    clearTimeout(this.#timer);
    const left = this.#held ? this.#held.until - this.host.store.now() : 0;
    if (left <= 0) return this.host.requestUpdate();
    this.#timer = setTimeout(() => this.#tick(), left % MINUTE || MINUTE);
  }

  #tick() {
    const { minutes, host } = this;
    if (minutes === 2) host.announcer.say(host.text.booking.keptFor(host.format.minutes(2)));
    host.requestUpdate();
    this.#wait();
  }
}
