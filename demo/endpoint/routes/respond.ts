import { createHash } from 'node:crypto';
import type { Answer } from './asked.ts';

/** Sends an answer. One to a GET has a strong ETag made of what it says, and a 304 where the client has it already. */
export function respond({ status, body, cacheControl = 'no-store' }: Answer, request: Request): Response {
  const headers = new Headers({ 'Cache-Control': cacheControl });
  if (!body) return new Response(null, { status: 204, headers });
  const text = JSON.stringify(body);
  if (request.method === 'GET' || request.method === 'HEAD') {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    headers.set('ETag', etag);
    if (hasAlready(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  }
  headers.set('Content-Type', 'application/json');
  return new Response(text, { status, headers });
}

/** RFC 9110: compared weakly, since a proxy that compresses may have weakened it. */
const hasAlready = (ifNoneMatch: string | null, etag: string) =>
  ifNoneMatch?.trim() === '*' || (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
