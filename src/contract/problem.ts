import * as v from 'valibot';
import { Slot } from './availability.ts';
import { words, type Of } from './values.ts';

/** Every name that a problem's `type` may end in; an open list for who reads, a closed one for who writes. */
export const problemNames = [
  'slot-taken',
  'not-bookable',
  'too-many-holds',
  'already-waiting',
  'hold-expired',
  'invalid',
  'code-unknown',
  'checklist-changed',
  'call-clinic',
  'changed-meanwhile',
  'too-late',
  'screening-changed',
  'key-reused',
  'in-progress',
  'unauthorized',
  'not-found',
  'too-large',
  'rate-limited',
  'unavailable',
] as const;
export type ProblemName = (typeof problemNames)[number];

/** RFC 9457 `application/problem+json`; `detail` is in the asked language and fit for a patient to read. */
export const Problem = v.object({
  type: v.string(),
  title: v.optional(v.string(), ''),
  status: v.optional(v.number()),
  detail: v.optional(v.string(), ''),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.optional(v.string(), '') })), []),
  taken: v.optional(v.array(words()), []),
  alternatives: v.optional(v.array(Slot), []),
});
export type Problem = Of<typeof Problem>;

/** The last segment of a problem's type: `https://…/problems/slot-taken` is `slot-taken`. */
export const problemName = ({ type }: Pick<Problem, 'type'>): string => type.slice(type.lastIndexOf('/') + 1);
