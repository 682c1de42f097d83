import { Refusal } from './problems.ts';

const MINUTE = 60_000;

/** Counts what each client does in the running minute, or another while. Forgets everybody when the next one begins. */
export class RateLimit {
  #window = 0;
  #counts = new Map<string, number>();

  /** So much a while and client; 0 is any number. */
  constructor(
    private readonly most: number,
    private readonly length: number = MINUTE,
  ) {}

  get isOn() {
    return this.most > 0;
  }

  /** Counts one more, or refuses it. */
  count(client: string, now: number): void {
    if (this.most === 0) return;
    const window = Math.floor(now / this.length);
    if (window !== this.#window) this.#counts = new Map();
    this.#window = window;
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    if (count > this.most)
      throw new Refusal('rate-limited', { retryAfter: Math.ceil(((window + 1) * this.length - now) / 1000) });
  }
}
