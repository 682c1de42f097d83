/** Which pages may use the endpoint: exact origins, or `*` for any. */
export type AllowedOrigins = '*' | readonly string[];

const METHODS = 'GET, HEAD, POST, DELETE';
const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match';
const EXPOSED = 'ETag, Retry-After, Content-Language';
const TWO_HOURS = '7200';

/** Lets the clinic's own pages read an answer. It protects patients' browsers; it is no access control. */
export function allowOrigin(headers: Headers, origin: string | null, allowed: AllowedOrigins): void {
  headers.set('Vary', ['Origin, Accept-Language', headers.get('Vary')].filter(Boolean).join(', '));
  if (!origin) return;
  if (allowed !== '*' && !allowed.includes(origin)) return;
  headers.set('Access-Control-Allow-Origin', allowed === '*' ? '*' : origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED);
}

/** The answer to a browser that asks whether it may ask; it may keep it for a while. */
export function preflight(): Response {
  const headers = new Headers({
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': REQUEST_HEADERS,
    'Access-Control-Max-Age': TWO_HOURS,
  });
  return new Response(null, { status: 204, headers });
}

export const isPreflight = ({ method, headers }: Request) =>
  method === 'OPTIONS' && headers.has('Access-Control-Request-Method');
