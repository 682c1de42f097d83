/** What is being worked on in this very process, so that the same is not begun twice. Databases guard the rest. */
export class RequestLocks {
  readonly #keys = new Set<string>();
  readonly #turns = new Map<string, Promise<unknown>>();

  /** Runs work unless the same key is at work already; then it answers what `otherwise` throws or returns. */
  async alone<Result>(key: string, work: () => Promise<Result>, otherwise: () => Result): Promise<Result> {
    if (this.#keys.has(key)) return otherwise();
    this.#keys.add(key);
    try {
      return await work();
    } finally {
      this.#keys.delete(key);
    }
  }

  /** Runs the works of one client one after another, so that counting them means something. */
  async inTurn<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(client);
    const turn = (before ?? Promise.resolve()).then(work, work);
    this.#turns.set(client, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(client) === turn) this.#turns.delete(client);
    }
  }
}
