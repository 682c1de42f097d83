import {
  everyCall,
  type Availability,
  type Booking,
  type BookingRequest,
  type Catalog,
  type EveryCallName,
  type FirstFree,
  type Hold,
  type Problem,
} from '../../src/contract/index.ts';
import type { Exchange, Outgoing, Wire } from './wire.ts';

/** An answer, read as JSON where it is JSON. Whether it has the shape that its type says is checked by others. */
export interface Reply<Body = unknown> {
  readonly exchange: Exchange;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  /** What the endpoint says is wrong; empty where it does not say so. */
  readonly problem: Partial<Problem>;
  /** The name that the problem's type ends in. */
  readonly named: string | undefined;
}

export interface Ask {
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export const newKey = () => crypto.randomUUID();

/** Somebody who uses an endpoint as the widget does: a new key for every request, tokens in headers only. */
export class Client {
  /** Tokens of every hold that was given, so that all of them can be given back. */
  readonly tokens = new Set<string>();
  /** Tokens of every booking that was made. */
  readonly manageTokens = new Set<string>();

  constructor(readonly wire: Wire) {}

  catalog = (headers = {}) => this.call<Catalog>('catalog', { headers });
  availability = (query: Ask['query'], headers = {}) =>
    this.call<Availability>('availability', { query: query!, headers });
  first = (service: string) => this.call<FirstFree>('firstFree', { query: { service } });
  checklist = () => this.call<object>('checklist', {});

  async hold(slotIds: readonly string[], { replaces, key }: { replaces?: string; key?: string } = {}) {
    const body = { slotIds, ...(replaces !== undefined && { replaces }) };
    const reply = await this.call<Hold>('hold', { body, key });
    if (reply.status === 201 && reply.body.token) this.tokens.add(reply.body.token);
    return reply;
  }
  held = (token: string) => this.call<Hold & Booking>('held', { token });
  extend = (token: string, key = newKey()) => this.call<Hold>('extend', { token, key });
  release = (token: string) => this.call('release', { token });
  async book(token: string, body: BookingRequest | object, key = newKey()) {
    const reply = await this.call<Booking>('book', { token, body, key });
    if (reply.status === 201 && reply.body.manageToken) this.manageTokens.add(reply.body.manageToken);
    return reply;
  }

  /** Gives back whatever is still held; what has become a booking stays one. */
  async letGo() {
    for (const token of this.tokens) await this.release(token);
    this.tokens.clear();
  }

  call<Body>(name: EveryCallName, ask: Ask): Promise<Reply<Body>> {
    const { method, path } = everyCall[name];
    return this.ask(method, path, ask);
  }

  async ask<Body>(method: string, path: string, { query = {}, body, token, key, headers }: Ask): Promise<Reply<Body>> {
    const pairs = Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const outgoing: Outgoing = {
      method,
      body: text,
      headers: {
        'Accept-Language': 'en',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(method === 'POST' && { 'Idempotency-Key': key ?? newKey() }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
    };
    const search = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
    const exchange = await this.wire.send(path + search, outgoing);
    const json = jsonOf(exchange);
    const problem = (exchange.status >= 400 && typeof json === 'object' ? json : {}) as Partial<Problem>;
    const named = typeof problem.type === 'string' ? problem.type.slice(problem.type.lastIndexOf('/') + 1) : undefined;
    return { exchange, status: exchange.status, headers: exchange.headers, body: json as Body, problem, named };
  }
}

/** What was answered, as JSON; an empty object where it is none, so that looking into it finds nothing. */
export function jsonOf({ text }: Exchange): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
