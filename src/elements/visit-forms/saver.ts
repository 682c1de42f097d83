/** Whether what was typed is safe. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'unsaved';

export interface SaverOptions<Value> {
  readonly save: (value: Value) => Promise<unknown>;
  readonly said: (state: SaveState) => void;
  /** Whether trying again may help. */
  readonly passes: (error: unknown) => boolean;
  readonly failed: (error: unknown) => void;
  /** How long to wait after the last change, and after a failure, in milliseconds. */
  readonly pause?: number;
  readonly retry?: number;
}

/** Saves one thing after another: the newest is what counts, and an older one never arrives behind it. */
export class Saver<Value> {
  #next: { readonly value: Value } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly options: SaverOptions<Value>) {}

  /** Saves it soon; what comes meanwhile takes its place. */
  later(value: Value): void {
    this.#next = { value };
    this.#wait(this.options.pause ?? 800);
  }

  /** Saves what waits at once; resolves when everything is saved, or cannot be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
    await this.#running;
  }

  async #work() {
    const { save, said, passes, failed, retry = 5000 } = this.options;
    while (this.#next) {
      const { value } = this.#next;
      this.#next = undefined;
      said('saving');
      try {
        await save(value);
        said('saved');
      } catch (error) {
        if (!passes(error)) return failed(error);
        said('unsaved');
        this.#next ??= { value };
        return this.#wait(retry);
      }
    }
  }

  #wait(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }
}
