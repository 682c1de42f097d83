import type { Action } from './actions.ts';
import { reduce } from './reduce.ts';
import { initialState, type BookingState } from './state.ts';

/** What is done about a change: nothing that the state itself should know how to do. */
export type Effect = (state: BookingState, before: BookingState) => void;

/** Holds the booking's one state, changes it by actions only, and fires `change` whenever it is another. */
export class BookingStore extends EventTarget {
  /** Milliseconds since 1970: the one place where the flow reads a clock. */
  readonly now = () => Date.now();

  #state: BookingState;
  #effects: readonly Effect[] = [];

  constructor(initial: Partial<BookingState> = {}) {
    super();
    this.#state = { ...initialState, ...initial };
  }

  get state() {
    return this.#state;
  }

  /** From now on `effect` is told of every change, until the answer is called. */
  watch(effect: Effect): () => void {
    this.#effects = [...this.#effects, effect];
    return () => {
      this.#effects = this.#effects.filter((other) => other !== effect);
    };
  }

  send(action: Action) {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    const after = this.#state;
    this.dispatchEvent(new CustomEvent('change')); // MooTools has put its own thing in the place of `Event`.
    for (const effect of this.#effects) effect(after, before);
  }
}
