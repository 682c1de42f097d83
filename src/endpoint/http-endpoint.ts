import * as v from 'valibot';
import {
  calls,
  Problem,
  problemName,
  type AvailabilityQuery,
  type BookingRequest,
  type CallName,
  type FirstFreeQuery,
  type HoldRequest,
} from '../contract/index.ts';
import { EndpointError, type BookingEndpoint, type CallOptions } from './endpoint.ts';
import { newKey, serialise } from './wire.ts';

/** How long an answer may take before the patient is offered another try, in milliseconds. */
const PATIENCE = 15_000;

interface Sent extends CallOptions {
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly token?: string;
}
type Answer<Name extends CallName> = (typeof calls)[Name]['answer'] extends infer Schema extends v.GenericSchema
  ? v.InferOutput<Schema>
  : void;

/** Our own contract over HTTP. Every answer is checked before anybody sees it; what fails is an `EndpointError`. */
export class HttpEndpoint implements BookingEndpoint {
  constructor(
    /** Base URL of one clinic, as in `data-endpoint`. */
    readonly url: string,
    /** Language that problems should be worded in, BCP 47. */
    readonly language: string,
  ) {}

  catalog = (options?: CallOptions) => this.#call('catalog', { ...options });
  availability = (query: AvailabilityQuery, options?: CallOptions) =>
    this.#call('availability', { ...options, query: { ...query } });
  firstFree = (query: FirstFreeQuery, options?: CallOptions) =>
    this.#call('firstFree', { ...options, query: { ...query } });
  checklist = (options?: CallOptions) => this.#call('checklist', { ...options });
  hold = (body: HoldRequest, options?: CallOptions) => this.#call('hold', { ...options, body });
  held = (token: string, options?: CallOptions) => this.#call('held', { ...options, token });
  extend = (token: string, options?: CallOptions) => this.#call('extend', { ...options, token });
  release = (token: string, options?: CallOptions) => this.#call('release', { ...options, token });
  book = (token: string, body: BookingRequest, options?: CallOptions) =>
    this.#call('book', { ...options, token, body });

  async #call<Name extends CallName>(name: Name, sent: Sent): Promise<Answer<Name>> {
    const { answer } = calls[name];
    const { response, body } = await this.#exchange(name, sent);
    if (!response.ok) throw failure(response, body());
    if (!answer) return undefined as Answer<Name>;
    const read = v.safeParse<v.GenericSchema>(answer, body());
    if (read.success) return read.output as Answer<Name>;
    const [{ path = [], expected }] = read.issues;
    const field = `${path.map(({ key }) => key).join('.')}, expected ${expected ?? 'another value'}`;
    console.warn(`myo-booking: ${calls[name].path} broke the contract at ${field}`);
    throw new EndpointError('contract', { field, status: response.status });
  }

  /** Sends, and reads the whole answer, within the patience there is; an abort by the caller stays an AbortError. */
  async #exchange(name: CallName, { signal, ...sent }: Sent) {
    const aborter = new AbortController();
    const abort = () => aborter.abort(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, PATIENCE);
    try {
      const response = await fetch(this.#address(name, sent.query), this.#request(name, sent, aborter.signal));
      const text = await response.text();
      return { response, body: () => parse(text, response.status) };
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new EndpointError(
        aborter.signal.aborted ? 'timeout' : globalThis.navigator?.onLine ? 'unreachable' : 'offline',
        { cause },
      );
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  #address(name: CallName, query: Sent['query'] = {}) {
    const pairs = Object.entries(query).flatMap(([key, value = []]) => [value].flat().map((one) => [key, one]));
    return `${this.url.replace(/\/+$/, '')}${calls[name].path}${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`;
  }

  #request(name: CallName, { body, token, fresh, key }: Sent, signal: AbortSignal): RequestInit {
    const { method } = calls[name];
    const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': this.language };
    if (token) headers['Authorization'] = `Bearer ${token}`;
    if (method === 'POST') headers['Idempotency-Key'] = key ?? newKey();
    if (body) headers['Content-Type'] = 'application/json';
    return {
      method,
      headers,
      signal,
      credentials: 'omit',
      cache: fresh ? 'no-cache' : 'default',
      // Bytes, not text: monitors that note down what requests say, as Sentry's does, read only text.
      ...(body ? { body: new Blob([serialise(body)]) } : {}),
    };
  }
}

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EndpointError(status >= 500 ? 'server' : status === 429 ? 'busy' : 'unreadable', { status, cause });
  }
}

function failure({ status, headers }: Response, body: unknown) {
  const read = v.safeParse(Problem, body);
  const problem = read.success ? read.output : undefined;
  const retryAfter = Number(headers.get('Retry-After')) || undefined;
  const name = problem && problemName(problem);
  const busy = (status === 429 && name !== 'too-many-holds') || name === 'in-progress';
  const kind = busy ? 'busy' : status >= 500 ? 'server' : problem ? 'problem' : 'unreadable';
  return new EndpointError(kind, { status, ...(problem && { problem }), ...(retryAfter && { retryAfter }) });
}
