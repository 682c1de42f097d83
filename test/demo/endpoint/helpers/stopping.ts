/** What every answer of the default checklist has to lead to, read from the FHIR itself and not by our own rules. */
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import {
  evaluate,
  loadQuestionnaire,
  type Answers,
  type AnswerValue,
  type Item,
} from '../../../../src/domain/checklist/index.ts';
import { addDays } from '../../../../src/domain/day.ts';
import type { Json } from './patient.ts';

/** When somebody asks, and when they want to come. */
export interface Visit {
  readonly services: readonly string[];
  readonly today: string;
  readonly on: string;
}

/** One answer that leads to something, with the answers of somebody who is well but for that. */
interface Case {
  readonly name: string;
  readonly outcome: 'call' | 'clearance' | 'ruled out' | 'not yet' | 'adapt' | 'book';
  readonly answers: Answers;
}

/** One answer that must stop its patient. */
export interface Stop extends Case {
  readonly outcome: Exclude<Case['outcome'], 'adapt' | 'book'>;
}
const isStop = (one: Case): one is Stop => !['adapt', 'book'].includes(one.outcome);

const { questionnaire } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));
const placesIn = (items: readonly Item[], parents: readonly Item[] = []): readonly (readonly Item[])[] =>
  items.flatMap((item) => [[item, ...parents], ...placesIn(item.items, [item, ...parents])]);
const places = new Map(placesIn(questionnaire!.items).map((place) => [place[0]!.linkId, place]));
const itemAt = (linkId: string) => places.get(linkId)![0]!;

const rawItems = (items: readonly Json[]): readonly Json[] =>
  items.flatMap((item) => [item, ...rawItems(item.item ?? [])]);
const rulesOf = (json: Json): readonly Json[] =>
  ((json.extension ?? []) as readonly Json[]).filter(({ url }) => url.endsWith('/screening-outcome'));

/** A rule as it is written: fields by name, its services as a list. */
function fieldsOf(rule: Json): Json {
  const fields: Json = { services: [], except: [] };
  for (const { url, ...rest } of rule.extension) {
    const [value] = Object.entries(rest)
      .filter(([key]) => key.startsWith('value'))
      .map(([, found]) => found);
    if (Array.isArray(fields[url])) fields[url].push(value);
    else fields[url] = value;
  }
  return fields;
}

/** What a rule alone does to a visit; undefined where it does not concern it. */
function outcomeOf(
  { outcome, services, except, ruleOut, notBeforeDays = 0 }: Json,
  visit: Visit,
): Case['outcome'] | undefined {
  if (services.length > 0 && !services.some((code: string) => visit.services.includes(code))) return undefined;
  if (except.some((code: string) => visit.services.includes(code))) return undefined;
  if (outcome === 'call') return 'call';
  if (ruleOut) return 'ruled out';
  if (outcome === 'clearance') return 'clearance';
  return addDays(visit.today, notBeforeDays) > visit.on ? 'not yet' : outcome === 'adapt' ? 'adapt' : 'book';
}

/** An answer that a rule of a whole question looks at. */
function within({ min, max, withinDays, beforeDays, ageUnder }: Json, visit: Visit): AnswerValue {
  if (ageUnder !== undefined) return addDays(visit.on, -365 * (ageUnder - 1));
  if (withinDays !== undefined) return addDays(visit.on, -withinDays);
  if (beforeDays !== undefined) return addDays(visit.on, -beforeDays - 1);
  return min ?? max ?? visit.today;
}

/** Everything that stops somebody from this visit. */
export const stopsFor = (visit: Visit): readonly Stop[] => casesFor(visit).filter(isStop);

/** What somebody may say and come all the same, or come once a doctor has agreed. */
export function passesFor(visit: Visit): readonly Case[] {
  const cases = casesFor(visit);
  const named = (outcomes: readonly string[]) =>
    new Set(cases.filter(({ outcome }) => outcomes.includes(outcome)).map(({ name }) => name));
  const stops = named(['call', 'ruled out', 'not yet']);
  const waits = named(['clearance']);
  const passes = cases.filter(({ answers }) => !said(answers).some((name) => stops.has(name)));
  return [...new Map(passes.map((one) => [one.name, one])).values()].map((one) => ({
    ...one,
    outcome: said(one.answers).some((name) => waits.has(name)) ? 'clearance' : one.outcome,
  }));
}

const nameOf = (linkId: string, value: AnswerValue | undefined) =>
  `${linkId}: ${typeof value === 'object' ? value.code : value}`;
const said = (answers: Answers) => Object.entries(answers).map(([linkId, [value]]) => nameOf(linkId, value));

const casesFor = (visit: Visit): readonly Case[] =>
  rawItems(defaultChecklist.item as Json).flatMap((item: Json) => {
    const candidates = [
      ...rulesOf(item).map((rule) => ({
        rule,
        value: itemAt(item.linkId).options[0]?.value ?? within(fieldsOf(rule), visit),
      })),
      ...((item.answerOption ?? []) as readonly Json[]).flatMap((option) =>
        rulesOf(option).map((rule) => ({ rule, value: option.valueCoding ?? option.valueString })),
      ),
    ];
    return candidates.flatMap(({ rule, value }): Case | readonly Case[] => {
      const outcome = outcomeOf(fieldsOf(rule), visit);
      if (!outcome) return [];
      const answers = answersWith(item.linkId, value, visit);
      return answers ? { name: nameOf(item.linkId, value), outcome, answers } : [];
    });
  });

/** The answers of somebody who is well, but for this one; undefined where the visit is not asked about it. */
export function answersWith(linkId: string, value: AnswerValue, visit: Visit): Answers | undefined {
  const answers: Record<string, readonly AnswerValue[]> = {};
  const opens = (id: string) => {
    for (const { conditions } of places.get(id)!)
      for (const { question, operator, answer } of conditions) {
        if (operator !== '=' || answers[question]?.length) continue;
        answers[question] = [answer];
        opens(question);
      }
  };
  opens(linkId);
  answers[linkId] = [value];
  const complete = well(visit, answers);
  return evaluate(questionnaire!, complete, visit).enabled.has(linkId) ? complete : undefined;
}

/** Answers whatever is still asked with "none of these", or else with the first answer that no rule looks at. */
export function well(visit: Visit, begun: Answers = {}): Answers {
  const answers: Record<string, readonly AnswerValue[]> = { ...begun };
  for (;;) {
    const [linkId] = evaluate(questionnaire!, answers, visit).missing;
    if (linkId === undefined) return answers;
    const { type, options } = itemAt(linkId);
    const mild = options.find(({ exclusive }) => exclusive) ?? options.find(({ rules }) => rules.length === 0);
    const other = type === 'integer' ? 2 : type === 'date' ? '2026-06-20' : 'A quiet hour';
    answers[linkId] = [mild?.value ?? options[0]?.value ?? other];
  }
}
