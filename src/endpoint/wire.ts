import { row } from '../domain/row.ts';

/** A UUID (RFC 9562, version 4) that an insecure origin can make too: `crypto.randomUUID` is missing there. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** JSON of plain data, the same even where a page has given arrays a `toJSON` of their own. */
export function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${row(value.length, (at) => serialise(value[at] ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${serialise(field)}`).join()}}`;
}

/** Keeps one idempotency key as long as the same is sent again; once it was answered, the next is a new request. */
export class StableKey {
  #body = '';
  #key = '';

  for(request: unknown): string {
    const body = serialise(request);
    if (body !== this.#body) [this.#body, this.#key] = [body, newKey()];
    return this.#key;
  }

  answered() {
    this.#body = '';
  }
}
