import { greatest, isDate, least, same } from './answer.ts';
import type { AnswerValue, Condition, Operator } from './questionnaire.ts';

type Comparison = (answer: AnswerValue, expected: AnswerValue) => boolean;

const reaches: Comparison = (answer, expected) => greatest(answer) >= least(expected);

/** A date that may lie on either side holds: showing a question too many is safer than one too few. */
const comparisons: Readonly<Record<Exclude<Operator, 'exists' | '!='>, Comparison>> = {
  '=': (answer, expected) =>
    same(answer, expected) ||
    (isDate(answer) && isDate(expected) && reaches(answer, expected) && reaches(expected, answer)),
  '>': (answer, expected) => greatest(answer) > least(expected),
  '<': (answer, expected) => least(answer) < greatest(expected),
  '>=': reaches,
  '<=': (answer, expected) => reaches(expected, answer),
};

/** Whether a condition holds for the answers of its question; for a question that is not asked there are none. */
export function holds({ operator, answer: expected }: Condition, values: readonly AnswerValue[]): boolean {
  if (operator === 'exists') return values.length > 0 === expected;
  if (operator === '!=') return !values.some((value) => same(value, expected));
  return values.some((value) => comparisons[operator](value, expected));
}
