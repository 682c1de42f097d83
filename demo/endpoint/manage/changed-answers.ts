import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { same } from '../../../src/domain/checklist/answer.ts';
import { fromResponse, type AnswerValue } from '../../../src/domain/checklist/index.ts';
import type { BookingBody } from '../db/schema.ts';
import type { Asking } from '../routes/asked.ts';
import { clearancesIn } from '../routes/clearances.ts';

/**
 * linkIds whose answer was changed after a doctor had to be asked, now or before: the therapist is told, however mild the
 * answers have become since.
 */
export function changedAnswers(
  { endpoint, language }: Asking,
  { request, screenings }: BookingBody,
  answers: QuestionnaireResponse,
): readonly string[] {
  const { changedAnswers: before = [], checklist } = request;
  if (!checklist || clearancesIn(screenings).length === 0) return before;
  const questionnaire = endpoint.checklist.questionnaireIn(language);
  const [was, is] = [checklist, answers].map((response) => fromResponse(questionnaire, response));
  const changed = Object.keys(was!).filter((linkId) => !sameAnswers(was![linkId], is![linkId]));
  return [...new Set([...before, ...changed])];
}

/** The same answers, in whatever order and in the words of whatever language. */
export const sameAnswers = (one: readonly AnswerValue[] = [], other: readonly AnswerValue[] = []): boolean =>
  one.length === other.length && one.every((value) => other.some((each) => same(value, each)));
