import type { GenericSchema } from 'valibot';
import type { everyRequest, EveryCallName, Of } from '../../../src/contract/index.ts';
import type { Checklist } from '../clinic/load-checklist.ts';
import type { Clinic } from '../clinic/load-clinic.ts';
import type { Db } from '../db/schema.ts';
import type { Channel } from '../messages/message.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RequestLocks } from './request-locks.ts';
import type { TokenKind, Tokens, TokenSubject } from './tokens.ts';
import type { Words } from './words.ts';

/** What every call may use. */
export interface Endpoint {
  readonly db: Db;
  readonly clinic: Clinic;
  readonly checklist: Checklist;
  readonly tokens: Tokens;
  readonly locks: RequestLocks;
  /** Live holds that one client may have; 0 is any number. */
  readonly holdsPerClient: number;
  /** How often one client may make the clinic write to somebody, or be called. */
  readonly bids: RateLimit;
  /** How many bookings one client may make. */
  readonly bookings: RateLimit;
  /** The ways by which messages go. */
  readonly channels: readonly Channel[];
}

type Shape<Name extends EveryCallName> = (typeof everyRequest)[Name];
type Taken<Name extends EveryCallName, Key extends 'query' | 'body'> =
  Shape<Name> extends Readonly<Record<Key, infer Schema extends GenericSchema>> ? Of<Schema> : undefined;

/** Who asks, when, and in which words they want to hear the answer. */
export interface Asking {
  readonly endpoint: Endpoint;
  readonly call: EveryCallName;
  /** In milliseconds; the same throughout the call. */
  readonly now: number;
  readonly language: string;
  readonly words: Words;
  /** Who asks, in a form that only serves to know them again. */
  readonly client: string;
  /** Idempotency key, and what was sent with it. */
  readonly key: string | undefined;
  /** The revision of the booking that a change was made for, from `If-Match`. */
  readonly revision: number | undefined;
  readonly fingerprint: string;
}

/** One call with what came along, read and checked. */
export interface Asked<Name extends EveryCallName> extends Asking {
  readonly query: Taken<Name, 'query'>;
  readonly body: Taken<Name, 'body'>;
  readonly bearer: Shape<Name> extends { readonly bearer: TokenKind } ? TokenSubject : undefined;
}

/** What a call answers; how it is sent is the business of `respond`. */
export interface Answer {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: object;
  /** Anything that is not JSON, with its media type. */
  readonly text?: { readonly type: string; readonly content: string };
  readonly cacheControl?: string;
}

export type Handler<Name extends EveryCallName> = (asked: Asked<Name>) => Promise<Answer>;
