import { EndpointError } from './endpoint.ts';

const PATIENCE = 15_000;

interface Exchange extends RequestInit {
  readonly language: string;
  /** A manage token, where the call is about a booking. */
  readonly token?: string;
}

/**
 * One call beside those that a booking is made of, at the base URL of a clinic (as in `data-endpoint`). Whatever it answers
 * is the caller's to read; no answer at all is an `EndpointError`.
 */
export const exchange = (
  url: string,
  path: string,
  { language, token, headers, ...init }: Exchange,
): Promise<Response> =>
  fetch(`${url.replace(/\/+$/, '')}${path}`, {
    ...init,
    headers: { ...headers, ...(token && { Authorization: `Bearer ${token}` }), 'Accept-Language': language },
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: unknown) => {
    throw new EndpointError('offline', { cause });
  });

/** What makes a call one that changes something: its body, and the key under which it is done once. */
export const change = (body: string, key: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  body,
});
