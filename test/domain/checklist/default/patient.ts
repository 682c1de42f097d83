/** A person in a line: what they answer beside "no" and "none of these". */
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import {
  evaluate,
  loadQuestionnaire,
  screen,
  type Answers,
  type AnswerValue,
  type Item,
  type Questionnaire,
  type Screening,
} from '../../../../src/domain/checklist/index.ts';

export const today = '2026-11-23';

const load = (): Questionnaire => {
  const { questionnaire, problems } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));
  if (!questionnaire) throw new Error(JSON.stringify(problems));
  return questionnaire;
};
export const checklist = load();

const all = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...all(item.items)]);
export const items = all(checklist.items);

/** Codes of answers by linkId; a list for several, a number or a date as it is. */
export type Told = Readonly<Record<string, string | number | readonly string[]>>;

/** What somebody with nothing to tell says to a question. */
const nothing = ['none', 'no'];

/** Answers as told, and no other. */
export const toldOnly = (told: Told): Record<string, readonly AnswerValue[]> =>
  Object.fromEntries(
    Object.entries(told).map(([linkId, said]) => [linkId, [said].flat().map((one) => valueOf(linkId, one))]),
  );

/** Answers as told; whatever else is asked is answered with "no", with some place on the body, or with 3 of 10. */
export function answersOf(told: Told, services: readonly string[]): Answers {
  const answers = toldOnly(told);
  for (;;) {
    const [linkId] = evaluate(checklist, answers, { services }).missing;
    if (linkId === undefined) return answers;
    answers[linkId] = [usual(linkId)];
  }
}

function valueOf(linkId: string, said: string | number): AnswerValue {
  const item = items.find((each) => each.linkId === linkId);
  if (!item) throw new Error(`No question ${linkId}`);
  if (item.options.length === 0) return said;
  const option = item.options.find(({ value }) => typeof value === 'object' && value.code === said);
  if (!option) throw new Error(`${linkId} does not offer ${said}`);
  return option.value;
}

function usual(linkId: string): AnswerValue {
  const item = items.find((each) => each.linkId === linkId);
  if (item?.type === 'integer') return 3;
  const codes = item?.options.map(({ value }) => (typeof value === 'object' ? value.code : '')) ?? [];
  const said = nothing.find((each) => codes.includes(each)) ?? (codes.includes('left-knee') ? 'left-knee' : undefined);
  if (!said) throw new Error(`This person has to say something to ${linkId}`);
  return valueOf(linkId, said);
}

export const screening = (told: Told, services: readonly string[], on?: string): Screening =>
  screen(checklist, answersOf(told, services), { services, today, on });
