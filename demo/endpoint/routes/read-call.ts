import { everyRequest, type EveryCallName, type RequestShape } from '../../../src/contract/index.ts';
import type { Asked, Asking, Endpoint } from './asked.ts';
import { Refusal } from './problems.ts';
import { readBody, readQuery, readText } from './read-request.ts';
import type { TokenKind, TokenSubject } from './tokens.ts';
import type { Words } from './words.ts';

export const shapeOf = (call: EveryCallName): RequestShape => everyRequest[call];

/** What is known of a call before it is read. */
export type Arrived = Pick<Asking, 'endpoint' | 'now' | 'language' | 'words' | 'client'>;

/** Reads and checks everything that comes along with a call, as the contract describes it. */
export async function readCall<Name extends EveryCallName>(
  call: Name,
  request: Request,
  arrived: Arrived,
): Promise<Asked<Name>> {
  const { endpoint, words } = arrived;
  const { query, body, bearer, revised } = shapeOf(call);
  const posted = request.method === 'POST';
  const text = posted ? await readText(request, words) : '';
  return {
    ...arrived,
    call,
    bearer: bearer && readBearer(endpoint, bearer, request.headers.get('Authorization')),
    query: query && readQuery(query, new URL(request.url).searchParams, words),
    body: body && readBody(body, text, request.headers.get('Content-Type'), words),
    key: posted ? readKey(request.headers.get('Idempotency-Key'), words) : undefined,
    revision: revised ? readRevision(request.headers.get('If-Match'), words) : undefined,
    fingerprint: text,
  } as Asked<Name>;
}

/** What the bearer's token is about. Every wrong token gets the same answer, so that none can be guessed at. */
function readBearer({ tokens }: Endpoint, kind: TokenKind, authorization: string | null): TokenSubject {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const subject = tokens.read(kind, token);
  if (!subject) throw new Refusal('unauthorized');
  return subject;
}

/** A change says which revision it was made for, so that nobody changes what they have not seen. */
function readRevision(ifMatch: string | null, words: Words): number {
  const [, revision] = /^\s*"(\d{1,9})"\s*$/.exec(ifMatch ?? '') ?? [];
  if (!revision) throw new Refusal('invalid', { status: 428, detail: words.body.noRevision });
  return Number(revision);
}

/** A client that sends no key does without the same answer again; what it sends has to be one. */
function readKey(key: string | null, words: Words): string | undefined {
  if (key === null) return undefined;
  if (!/^"?[\w-]{8,100}"?$/.test(key)) throw new Refusal('invalid', { detail: words.body.wrongKey });
  return key;
}
