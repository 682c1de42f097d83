import { addDays, daysBetween } from '../day.ts';
import { firstDay, isCoding, isDate, lastDay, picked } from './answer.ts';
import { ask, concerns, type Asked } from './asked.ts';
import { judge } from './evaluate.ts';
import {
  outcomes,
  urgencies,
  type Answers,
  type AnswerValue,
  type Questionnaire,
  type Reason,
  type Rule,
  type Screening,
  type ScreeningContext,
} from './questionnaire.ts';

/**
 * Decides how a patient may book. The worst outcome wins and every reason is kept, worst first. A question without an
 * answer is never read as "no": it makes the screening incomplete, unless another answer says to call already.
 */
export function screen(questionnaire: Questionnaire, answers: Answers, context: ScreeningContext): Screening {
  const asked = ask(questionnaire, answers, context.services);
  const { missing, errors } = judge(asked);
  const isChosen = (code: string) => context.services.includes(code);
  const unusable = errors.filter(({ limit }) => limit !== 'exclusive').map(({ linkId }) => linkId);
  const all = [...asked.values()].flatMap((each) => hitsOf(each, context));
  const hits = all
    .filter(({ services, except = [] }) => concerns(services, context.services) && !except.some(isChosen))
    .sort((a, b) => severity(b) - severity(a));
  const { outcome = 'book', urgency } = hits[0] ?? {};
  const open = unique([...missing, ...unusable]);
  const notBefore = hits
    .map((hit) => hit.notBefore)
    .sort()
    .at(-1);

  return {
    outcome: open.length > 0 && outcome !== 'call' ? 'incomplete' : outcome,
    ...(urgency && { urgency }),
    ...(notBefore && { notBefore }),
    ruledOut: unique(
      all.flatMap(({ ruleOut, services, except = [] }) => (ruleOut && !except.some(isChosen) ? services : [])),
    ),
    sites: unique(hits.flatMap(({ site = '' }) => asked.get(site)?.values.map(codeOf) ?? [])),
    reasons: hits,
    missing: open,
  };
}

/** Whether the answers rule out something that is screened for any of these codes. */
export const isRuledOut = ({ ruledOut }: Screening, services: readonly string[]): boolean =>
  services.some((code) => ruledOut.includes(code));

/** Whether a therapist phones the patient instead of a doctor agreeing: a clinic says so of each question that asks for it. */
export const phonesFirst = (reasons: readonly Reason[], phoneFirst: readonly string[]): boolean =>
  phoneFirst.length > 0 &&
  reasons.every(({ outcome, linkId }) => outcome !== 'clearance' || phoneFirst.includes(linkId));

const unique = (codes: readonly string[]) => [...new Set(codes)];
const codeOf = (value: AnswerValue) => (isCoding(value) ? (value.code ?? '') : `${value}`);
const severity = ({ outcome, urgency = 'clinic' }: Rule) => outcomes.indexOf(outcome) * 3 + urgencies.indexOf(urgency);

/** Rules that apply to an asked item: its own, and those of the options that were picked. */
function hitsOf({ item, values }: Asked, { today, on = today }: ScreeningContext): readonly Reason[] {
  const { linkId, rules, options } = item;
  return values.flatMap((value) =>
    [...rules.filter((rule) => applies(rule, value, on)), ...picked(options, value).flatMap((option) => option.rules)]
      .map((rule) => ({ ...rule, linkId, notBefore: earliest(rule, value, today) }))
      // What only postpones is over once its day has come.
      .filter(
        ({ outcome, notBeforeDays, notBefore }) => outcome !== 'book' || notBeforeDays === undefined || notBefore,
      ),
  );
}

/**
 * A partial date counts as whichever of its days makes the rule apply, so that with bands the worst of them wins; and
 * where the day of the visit is none, every band applies.
 */
function applies(rule: Rule, value: AnswerValue, on: string): boolean {
  const { min = -Infinity, max = Infinity, withinDays = Infinity, beforeDays = -Infinity, ageUnder = Infinity } = rule;
  if (typeof value === 'number') return value >= min && value <= max;
  if (!isDate(value)) return true;
  return !(
    daysBetween(lastDay(value), on) > withinDays ||
    daysBetween(firstDay(value), on) <= beforeDays ||
    years(lastDay(value), on) >= ageUnder
  );
}

/** Months and days as a fraction, so that a birthday counts from its own day on. */
const years = (birth: string, on: string) => Math.floor((digits(on) - digits(birth)) / 10_000);
const digits = (day: string) => Number(day.replaceAll('-', ''));

/** Where nobody knows from which day to count, that day never comes. */
function earliest({ notBeforeDays = 0 }: Rule, value: AnswerValue, today: string): string {
  const day = addDays(isDate(value) ? lastDay(value) : today, notBeforeDays) || '9999-12-31';
  return notBeforeDays && day > today ? day : '';
}
