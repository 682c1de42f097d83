import { createHash, timingSafeEqual } from 'node:crypto';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface Operated {
  readonly health: Health;
  readonly metrics: Metrics;
  /** What opens `/metrics`; where there is none, nothing does. */
  readonly metricsKey: string | undefined;
}

/** The pages for whoever runs the server; undefined where a request is for none of them. */
export async function operationPage(
  { health, metrics, metricsKey }: Operated,
  request: Request,
): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return status('ok');
  if (pathname === '/readyz') return status((await health.trouble()) ?? 'ok');
  if (pathname !== '/metrics') return undefined;
  return mayRead(request, metricsKey) ? metrics.page() : undefined;
}

/** Alive is who answers at all; that the database is away is no reason to be started anew. */
const status = (text: string) =>
  Response.json({ status: text }, { status: text === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });

function mayRead(request: Request, key: string | undefined): boolean {
  if (!key) return false;
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(hash(given), hash(key));
}

const hash = (text: string) => createHash('sha256').update(text).digest();
