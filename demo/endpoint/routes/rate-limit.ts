import { Refusal } from './problems.ts';

const WINDOW = 60_000;

/** Counts each client's requests in the running minute. Forgets everybody when the next one begins. */
export class RateLimit {
  #window = 0;
  #counts = new Map<string, number>();

  /** Requests a minute and client; 0 is any number. */
  constructor(private readonly most: number) {}

  /** Counts one more, or refuses it. */
  count(client: string, now: number): void {
    if (this.most === 0) return;
    const window = Math.floor(now / WINDOW);
    if (window !== this.#window) this.#counts = new Map();
    this.#window = window;
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    if (count > this.most)
      throw new Refusal('rate-limited', { retryAfter: Math.ceil(((window + 1) * WINDOW - now) / 1000) });
  }
}
