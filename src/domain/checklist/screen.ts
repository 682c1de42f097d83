import { addDays, daysBetween } from '../day.ts';
import { firstDay, isCoding, isDate, lastDay, picked } from './answer.ts';
import { ask, concerns, type Asked } from './asked.ts';
import { evaluate } from './evaluate.ts';
import {
  outcomes,
  urgencies,
  type Answers,
  type AnswerValue,
  type Questionnaire,
  type Rule,
  type Screening,
  type ScreeningContext,
} from './questionnaire.ts';

/** A rule that applies, with the answer because of which it does. */
interface Hit extends Rule {
  readonly linkId: string;
  readonly value: AnswerValue;
}

/**
 * Decides how a patient may book. The worst outcome wins and every reason is kept, worst first. A question without an
 * answer is never read as "no": it makes the screening incomplete, unless another answer says to call already.
 */
export function screen(questionnaire: Questionnaire, answers: Answers, context: ScreeningContext): Screening {
  const { services, today, on = today } = context;
  const asked = ask(questionnaire, answers, services);
  const { missing, errors } = evaluate(questionnaire, answers, context);
  const unsettled = errors.filter(({ limit }) => limit !== 'exclusive').map(({ linkId }) => linkId);

  const notBefore = (hit: Hit) => earliest(hit, today);
  const all = [...asked.values()]
    .flatMap(hitsOf(on))
    .filter((hit) => hit.outcome !== 'book' || hit.notBeforeDays === undefined || notBefore(hit) > today);
  const hits = all.filter((hit) => concerns(hit.services, services)).toSorted((a, b) => severity(b) - severity(a));
  const [worst] = hits;
  const postponed = hits
    .map(notBefore)
    .filter((day) => day > today)
    .sort()
    .at(-1);
  const open = [...new Set([...missing, ...unsettled])];
  const stopped = worst?.outcome === 'call';

  return {
    outcome: open.length > 0 && !stopped ? 'incomplete' : (worst?.outcome ?? 'book'),
    ...(stopped && { urgency: worst.urgency ?? 'clinic' }),
    ...(postponed && { notBefore: postponed }),
    ruledOut: unique(all.flatMap((hit) => (hit.ruleOut ? hit.services : []))),
    sites: unique(hits.flatMap(({ site = '' }) => asked.get(site)?.values.map(codeOf) ?? [])),
    reasons: hits.map(({ linkId, outcome, patientText, therapistText, source }) => ({
      linkId,
      outcome,
      patientText,
      therapistText,
      source,
    })),
    missing: open,
  };
}

const unique = (codes: readonly string[]) => [...new Set(codes)];
const codeOf = (value: AnswerValue) => (isCoding(value) ? (value.code ?? '') : `${value}`);
const severity = ({ outcome, urgency = 'clinic' }: Rule) => outcomes.indexOf(outcome) * 3 + urgencies.indexOf(urgency);

/** Rules that apply to an asked item: its own, and those of the options that were picked. */
const hitsOf =
  (on: string) =>
  ({ item, values }: Asked): readonly Hit[] =>
    values.flatMap((value) =>
      [
        ...item.rules.filter((rule) => applies(rule, value, on)),
        ...picked(item.options, value).flatMap(({ rules }) => rules),
      ].map((rule) => ({ ...rule, linkId: item.linkId, value })),
    );

/** A partial date is taken at whichever of its days makes the rule apply; with bands, the worst of them wins. */
function applies(rule: Rule, value: AnswerValue, on: string): boolean {
  const { min = -Infinity, max = Infinity, withinDays = Infinity, beforeDays = -Infinity, ageUnder = Infinity } = rule;
  if (typeof value === 'number') return value >= min && value <= max;
  if (!isDate(value)) return true;
  return (
    daysBetween(lastDay(value), on) <= withinDays &&
    daysBetween(firstDay(value), on) > beforeDays &&
    years(lastDay(value), on) < ageUnder
  );
}

const years = (birth: string, on: string) =>
  Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);

/** First day that a rule allows, empty where it postpones nothing. */
function earliest({ notBeforeDays, value }: Hit, today: string): string {
  if (notBeforeDays === undefined) return '';
  return addDays(isDate(value) ? lastDay(value) : today, notBeforeDays);
}
