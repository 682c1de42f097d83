/** What a clinic asks for beyond what every clinic does: insurance, referral, claim number. It reaches the desk alone. */
import * as v from 'valibot';
import { Id, text, words, type Of } from './values.ts';

/** One such field: free text, one of `choices`, or text that matches `pattern` as a whole. `policy.fields` of a catalog. */
export const OwnField = v.object({
  id: Id,
  label: words(200),
  choices: v.optional(v.pipe(v.array(words(200)), v.minLength(1))),
  pattern: v.optional(words(200)),
  required: v.optional(v.boolean(), false),
});
export type OwnField = Of<typeof OwnField>;

/** What a patient has given, by the ids of the fields. */
export const OwnFieldValues = v.record(Id, text(500));
export type OwnFieldValues = Of<typeof OwnFieldValues>;
