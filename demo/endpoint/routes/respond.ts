import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer } from './asked.ts';

/** Anything shorter fits into one packet anyway. */
const WORTH_PACKING = 1400;

/** Sends an answer. One to a GET has a strong ETag made of what it says, and a 304 where the client has it already. */
export function respond({ status, body, text: plain, cacheControl = 'no-store' }: Answer, request: Request): Response {
  const headers = new Headers({ 'Cache-Control': cacheControl });
  if (!body && !plain) return new Response(null, { status, headers });
  headers.set('Content-Type', plain?.type ?? 'application/json');
  const text = plain?.content ?? JSON.stringify(body);
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(text, { status, headers });

  const packed = text.length > WORTH_PACKING && acceptsGzip(request.headers.get('Accept-Encoding'));
  // Packed it is another sequence of bytes, so a strong ETag has to be another one too.
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}${packed ? '-gzip' : ''}"`;
  headers.set('ETag', etag);
  headers.set('Vary', 'Accept-Encoding');
  if (hasAlready(request.headers.get('If-None-Match'), etag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  if (packed) headers.set('Content-Encoding', 'gzip');
  return new Response(packed ? pack(text, plain) : text, { status, headers });
}

const packedBefore = new WeakMap<object, Uint8Array<ArrayBuffer>>();

/** What is sent again and again as the same object is packed once: to ask for it often must cost the server little. */
function pack(text: string, same: object | undefined): Uint8Array<ArrayBuffer> {
  const known = same && packedBefore.get(same);
  if (known) return known;
  const packed = new Uint8Array(gzipSync(text));
  if (same) packedBefore.set(same, packed);
  return packed;
}

const acceptsGzip = (acceptEncoding: string | null) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(acceptEncoding ?? '');

/** RFC 9110: compared weakly, since a proxy that compresses may have weakened it. */
const hasAlready = (ifNoneMatch: string | null, etag: string) =>
  ifNoneMatch?.trim() === '*' || (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
