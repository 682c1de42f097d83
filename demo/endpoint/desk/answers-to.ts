import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { itemsOf } from '../../../src/domain/checklist/asked.ts';
import { fromResponse, type AnswerValue, type Item } from '../../../src/domain/checklist/index.ts';
import type { Checklist } from '../clinic/load-checklist.ts';
import { responseItems, type ResponseItem } from '../routes/response-items.ts';

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
  if (response.questionnaire !== canonical) return responseItems(response).flatMap(asWritten);
  const questionnaire = questionnaireIn(language);
  const answers = fromResponse(questionnaire, response);
  return itemsOf(questionnaire.items).flatMap((item) => {
    const given = answers[item.linkId] ?? [];
    return given.length > 0 ? [{ question: item.text, answers: given.map((value) => inWords(item, value)) }] : [];
  });
}

/** A response says what was asked, and how the answers read, even where nobody has its Questionnaire any more. */
function asWritten({ linkId, text = linkId, answer = [] }: ResponseItem): readonly Answered[] {
  const answers = answer.flatMap(({ item: _inner, ...value }) => Object.values(value).map(plainly));
  return answers.length > 0 ? [{ question: text, answers }] : [];
}

/** An answer without its question. */
function plainly(value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? (value.display ?? value.code ?? '') : `${value}`;
}

function inWords({ options, unit = '' }: Item, value: AnswerValue): string {
  const label = options.find((option) => codeOf(option.value) === codeOf(value))?.label;
  return label || `${plainly(value)} ${unit}`.trim();
}

const codeOf = (value: AnswerValue) => (typeof value === 'object' ? value.code : value);

/** What was written in the patient's own words. No rule reads it, so the therapist must. */
export const writtenIn = (response: QuestionnaireResponse): readonly { linkId: string; text: string }[] =>
  responseItems(response).flatMap(({ linkId, answer = [] }) =>
    answer.flatMap(({ valueString = '' }) => (valueString.trim() ? { linkId, text: valueString } : [])),
  );
