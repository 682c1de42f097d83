import type { App } from '../../../../demo/endpoint/app.ts';
import { everyCall, type BookingRequest } from '../../../../src/contract/index.ts';
import * as v from 'valibot';
import assert from 'node:assert/strict';
import { answers } from './checklist.ts';

/** JSON of which only the tests know what it holds. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** The name that the problem's type ends in, if it is one. */
  readonly problem: string | undefined;
}

/** What a careful patient sends. */
export const booking = (...yes: readonly string[]): BookingRequest => ({
  patient: { name: 'Maria Santos', phone: '+1 303 555 0100', birthDate: '1957-04-02', language: 'en' },
  checklist: answers(...yes),
  consents: [
    { id: 'treatment', version: '2', signedName: 'Maria Santos' },
    { id: 'health-data', version: '1', signedName: 'Maria Santos' },
  ],
});

let keys = 0;
export const newKey = () => `00000000-0000-4000-8000-${String(++keys).padStart(12, '0')}`;

/** Somebody who uses the endpoint from an address of their own. Every good answer is held against the contract. */
export class Patient {
  constructor(
    private readonly app: Pick<App, 'fetch'>,
    private readonly base: string,
    private readonly address: string,
  ) {}

  catalog = (headers?: HeadersInit) => this.asks('/catalog', headers);
  looksFor = (query: string, headers?: HeadersInit) => this.asks(`/availability?${query}`, headers);
  looksForFirst = (query: string) => this.asks(`/availability/first?${query}`);
  hasHeld = (token: string) => this.asks('/holds', bearer(token));

  holds = (slotIds: string | readonly string[], { replaces, key }: { replaces?: string; key?: string } = {}) =>
    this.sends('/holds', { slotIds: [slotIds].flat(), ...(replaces !== undefined && { replaces }) }, { key });

  books = (token: string, body: unknown = booking(), key = newKey()) => this.sends('/bookings', body, { key, token });
  extends = (token: string, key = newKey()) => this.sends('/holds/extend', undefined, { key, token });
  givesBack = (token: string) => this.request('/holds', { method: 'DELETE', headers: bearer(token) });

  sees = (manage: string) => this.asks('/booking', bearer(manage));
  downloads = (manage: string) =>
    this.app.fetch(new Request(`${this.base}/booking/calendar`, { headers: bearer(manage) }));

  /** Changes a booking as it was last seen. */
  changes = (
    manage: string,
    how: 'reschedule' | 'cancel' | 'undo' | 'coming',
    { body, revision = 1, key }: { body?: unknown; revision?: number; key?: string } = {},
  ) =>
    this.sends(`/booking/${how}`, body ?? (how === 'cancel' ? {} : undefined), {
      key,
      token: manage,
      headers: { 'If-Match': `"${revision}"` },
    });

  asks = (path: string, headers: HeadersInit = {}) => this.request(path, { headers });

  sends = (
    path: string,
    body: unknown,
    { key, token, headers }: { key?: string | undefined; token?: string; headers?: HeadersInit } = {},
  ) =>
    this.request(path, {
      method: 'POST',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        'Idempotency-Key': key ?? newKey(),
        ...(token !== undefined && bearer(token)),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  async request(path: string, init: RequestInit): Promise<Reply> {
    const request = new Request(path.startsWith('http') ? path : this.base + path, init);
    const response = await this.app.fetch(request, this.address);
    const text = await response.text();
    const body: Json = text ? JSON.parse(text) : {};
    if (response.status === 200 || response.status === 201) holdAgainstContract(request, path, body);
    const problem = typeof body.type === 'string' ? body.type.slice(body.type.lastIndexOf('/') + 1) : undefined;
    return { status: response.status, headers: response.headers, body, problem };
  }
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

function holdAgainstContract({ method }: Request, path: string, body: unknown) {
  const call = Object.values(everyCall).find((one) => one.method === method && one.path === path.split('?')[0]);
  if (call?.answer) assert.ok(v.is<v.GenericSchema>(call.answer, body), `${method} ${call.path} breaks the contract`);
}
