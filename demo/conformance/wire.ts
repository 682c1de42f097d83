/** One request and its answer, as they travelled. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Outgoing {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

const TRIES = 4;
/** A limit of requests a minute is waited for; one of an hour is not. */
const LONGEST = 90;

/** Sends requests and remembers each with its answer. Waits where an endpoint says that it is asked too often. */
export class Wire {
  /** Everything that has been said, oldest first. */
  readonly exchanges: Exchange[] = [];

  constructor(
    readonly base: string,
    private readonly wait: (seconds: number) => Promise<void>,
  ) {}

  async send(path: string, { method = 'GET', headers = {}, body }: Outgoing): Promise<Exchange> {
    const url = this.base + path;
    for (let attempt = 1; ; attempt++) {
      const init = { method, headers, redirect: 'manual', ...(body !== undefined && { body }) } as const;
      // A connection that was kept may be closed in the very moment of its use; the key makes asking again safe.
      const response = await fetch(url, init).catch(() => fetch(url, init));
      const text = await response.text();
      const exchange: Exchange = {
        method,
        url,
        sent: headers,
        body,
        status: response.status,
        headers: response.headers,
        text,
      };
      this.exchanges.push(exchange);
      const seconds = Number(response.headers.get('Retry-After') ?? 1);
      const waits = response.status === 429 && text.includes('rate-limited') && seconds <= LONGEST;
      if (!waits || attempt === TRIES) return exchange;
      await this.wait(seconds);
    }
  }
}
