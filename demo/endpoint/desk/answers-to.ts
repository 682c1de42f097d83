import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { fromResponse, type AnswerValue, type Item } from '../../../src/domain/checklist/index.ts';
import type { Checklist } from '../clinic/load-checklist.ts';

/** A question, and what was answered to it in words. */
export interface Answered {
  readonly question: string;
  readonly answers: readonly string[];
}

/** What somebody has answered, in the words of a language; in those that they read where the questions are others by now. */
export function answersTo(
  { canonical, questionnaireIn }: Checklist,
  response: QuestionnaireResponse,
  language: string,
): readonly Answered[] {
  if (response.questionnaire !== canonical) return response.item.flatMap(asWritten);
  const questionnaire = questionnaireIn(language);
  const answers = fromResponse(questionnaire, response);
  return questionnaire.items.flatMap(withInner).flatMap((item) => {
    const given = answers[item.linkId] ?? [];
    return given.length > 0 ? [{ question: item.text, answers: given.map((value) => inWords(item, value)) }] : [];
  });
}

type ResponseItem = QuestionnaireResponse['item'][number];

/** A response says what was asked, and how the answers read, even where nobody has its Questionnaire any more. */
function asWritten({ linkId, text = linkId, answer = [], item = [] }: ResponseItem): readonly Answered[] {
  const answers = answer.flatMap(({ item: _inner, ...value }) => Object.values(value).map(plainly));
  const inner = [...item, ...answer.flatMap((one) => one.item ?? [])].flatMap(asWritten);
  return [...(answers.length > 0 ? [{ question: text, answers }] : []), ...inner];
}

/** An answer without its question. */
function plainly(value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? (value.display ?? value.code ?? '') : `${value}`;
}

/** An item and all that stands inside it, in order. */
export const withInner = (item: Item): readonly Item[] => [item, ...item.items.flatMap(withInner)];

function inWords({ options, unit = '' }: Item, value: AnswerValue): string {
  const label = options.find((option) => codeOf(option.value) === codeOf(value))?.label;
  return label || `${plainly(value)} ${unit}`.trim();
}

const codeOf = (value: AnswerValue) => (typeof value === 'object' ? value.code : value);

/** What was written in the patient's own words. No rule reads it, so the therapist must. */
export const writtenIn = ({ item }: QuestionnaireResponse): readonly { linkId: string; text: string }[] =>
  item.flatMap(written);

const written = ({ linkId, answer = [], item = [] }: ResponseItem): readonly { linkId: string; text: string }[] => [
  ...answer.flatMap(({ valueString = '' }) => (valueString.trim() ? { linkId, text: valueString } : [])),
  ...[...item, ...answer.flatMap((one) => one.item ?? [])].flatMap(written),
];
