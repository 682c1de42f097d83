import { picked } from '../../domain/checklist/answer.ts';
import { itemsOf } from '../../domain/checklist/asked.ts';
import type { AnswerValue, Item, Reason } from '../../domain/checklist/questionnaire.ts';
import type { BookingSummary } from '../booking-summary/booking-summary.ts';
import { providerOf, storeKey } from '../shared/booking-slice.ts';

/** A question of the checklist, and what the patient has answered. */
export type Said = readonly [question: string, answer: string];

/**
 * What the patient has said that makes the clinic ask: these answers and no other. Where the checklist is not at hand,
 * the clinic's own words for them.
 */
export function whatWasSaid(summary: BookingSummary): readonly Said[] {
  const reasons = summary.screening?.reasons.filter(({ outcome }) => outcome === 'clearance') ?? [];
  const state = providerOf(summary)?.[storeKey].state;
  const items = itemsOf(state?.checklist.value?.items ?? []);
  const said = reasons.map((reason): Said => {
    const item = items.find(({ linkId }) => linkId === reason.linkId);
    const answers = item ? (state?.answers[item.linkId] ?? []).flatMap((value) => wordsOf(value, item, reason)) : [];
    return item && answers.length > 0 ? [item.text, answers.join(', ')] : ['', reason.therapistText];
  });
  const known = new Set<string>();
  return said.filter((each) => !known.has(each.join()) && known.add(each.join()));

  function wordsOf(value: AnswerValue, { options }: Item, { therapistText }: Reason): readonly string[] {
    if (options.length === 0) return [dateOr(value)];
    return picked(options, value)
      .filter(({ rules }) => rules.some((rule) => rule.therapistText === therapistText))
      .map(({ label }) => label);
  }
  function dateOr(value: AnswerValue) {
    if (typeof value !== 'string') return `${typeof value === 'object' ? value.display : value}`;
    const { format } = summary;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.fullDate(value);
    return /^\d{4}-\d\d$/.test(value) ? format.month([value]) : value;
  }
}
