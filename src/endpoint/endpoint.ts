import type {
  Availability,
  AvailabilityQuery,
  Booking,
  BookingRequest,
  Catalog,
  FirstFree,
  FirstFreeQuery,
  HeldOrBooked,
  Hold,
  HoldRequest,
  Problem,
  QuestionnaireResource,
} from '../contract/index.ts';

/** How one call is made. */
export interface CallOptions {
  /** Aborts the call; the promise then rejects with an AbortError, never with an EndpointError. */
  readonly signal?: AbortSignal | undefined;
  /** Asks past every cache: after a slot was taken, or when the tab comes back. */
  readonly fresh?: boolean | undefined;
  /** Idempotency key; the same key sends the same again. A new one is made where absent. */
  readonly key?: string | undefined;
}

/** What the booking flow asks of any endpoint, whatever its protocol. Every failure is an `EndpointError`. */
export interface BookingEndpoint {
  catalog(options?: CallOptions): Promise<Catalog>;
  availability(query: AvailabilityQuery, options?: CallOptions): Promise<Availability>;
  firstFree(query: FirstFreeQuery, options?: CallOptions): Promise<FirstFree>;
  checklist(options?: CallOptions): Promise<QuestionnaireResource>;
  hold(request: HoldRequest, options?: CallOptions): Promise<Hold>;
  held(token: string, options?: CallOptions): Promise<HeldOrBooked>;
  extend(token: string, options?: CallOptions): Promise<Hold>;
  release(token: string, options?: CallOptions): Promise<void>;
  book(token: string, request: BookingRequest, options?: CallOptions): Promise<Booking>;
}

/**
 * Why a call failed, in the words of whoever has to act on it.
 * `offline`: this device has no network. `unreachable`: no answer at all. `timeout`: none in time. `unreadable`: an answer that is not JSON. `contract`: JSON with a
 * wrong field, named in `field`. `busy`: 429, or 409 in-progress. `server`: 5xx. `problem`: refused, `problem` says why.
 */
export type FailureKind =
  'offline' | 'unreachable' | 'timeout' | 'unreadable' | 'contract' | 'busy' | 'server' | 'problem';

export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  constructor(
    readonly kind: FailureKind,
    readonly details: {
      readonly status?: number;
      readonly problem?: Problem;
      /** Seconds to wait, from `Retry-After`. */
      readonly retryAfter?: number;
      /** Path of the field that broke the contract and what was expected there; never its value. */
      readonly field?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(details.field ?? details.problem?.title ?? kind, { cause: details.cause });
  }
}
