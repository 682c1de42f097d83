import type { ProblemName, Slot } from '../../../src/contract/index.ts';
import type { Words } from './words.ts';

const statuses: Readonly<Record<ProblemName, number>> = {
  'slot-taken': 409,
  'not-bookable': 422,
  'too-many-holds': 429,
  'already-waiting': 409,
  'hold-expired': 410,
  invalid: 422,
  'code-unknown': 422,
  'checklist-changed': 422,
  'call-clinic': 422,
  'changed-meanwhile': 412,
  'too-late': 409,
  'screening-changed': 422,
  'key-reused': 422,
  'in-progress': 409,
  unauthorized: 401,
  'not-found': 404,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
};

export const statusOf = (name: ProblemName) => statuses[name];

/** One field that is not right; `pointer` is RFC 6901, into the body or the query. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a refusal says beyond its name; whatever is left out is said by the words of the name. */
export interface RefusalMore {
  readonly status?: number;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly taken?: readonly string[];
  readonly alternatives?: readonly Slot[];
  /** Seconds. */
  readonly retryAfter?: number;
}

/** The endpoint does not do what it was asked, and says why: every failure that a patient sees is one of these. */
export class Refusal extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly more: RefusalMore = {},
  ) {
    super(problem);
  }
}

/** RFC 9457 of a refusal. */
export function problemResponse({ problem, more }: Refusal, words: Words, phone: string): Response {
  const { status = statuses[problem], retryAfter, detail, ...rest } = more;
  const [title, usual] = words.problems[problem](phone);
  const type = `https://myo-booking.example/problems/${problem}`;
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify({ type, title, status, detail: detail ?? usual, ...rest }), { status, headers });
}

/** A pointer to a field by its path, RFC 6901. */
export const pointer = (path: readonly unknown[]) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
