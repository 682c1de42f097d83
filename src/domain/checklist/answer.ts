/** What one answer is: whether it fits its question, whether two are the same, from when to when it reaches. */
import type { Coding } from '../../contract/response.ts';
import { addDays, addMonths, isDay } from '../day.ts';
import type { Answers, AnswerValue, Item, Option } from './questionnaire.ts';

export const isCoding = (value: unknown): value is Coding => typeof value === 'object' && value !== null;

/** The same answer. Codings are the same by code and system; where one names no system, by code alone, never by display. */
export function same(a: AnswerValue, b: AnswerValue): boolean {
  if (!isCoding(a) || !isCoding(b)) return a === b;
  return !!a.code && a.code === b.code && (!a.system || !b.system || a.system === b.system);
}

export const picked = (options: readonly Option[], value: AnswerValue) =>
  options.filter((option) => same(option.value, value));

/** First and last day that a date may mean: `2026-05` is any day in May. */
export const firstDay = (date: string) => date + '-01-01'.slice(date.length - 4);
export const lastDay = (date: string) =>
  date.length > 7 ? date : addDays(`${addMonths(`${date}-12`.slice(0, 7), 1)}-01`, -1);

export const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) && isDay(firstDay(value));

/** Least and greatest that a value may mean; only a partial date may mean more than one. */
export const least = (value: AnswerValue) => (isDate(value) ? firstDay(value) : (value as number));
export const greatest = (value: AnswerValue) => (isDate(value) ? lastDay(value) : (value as number));

/** Whether a question of this type can have such an answer. */
export function fits({ type, options, fixed = [] }: Item, value: AnswerValue): boolean {
  if (picked(options, value).length > 0 || fixed.includes(value)) return true;
  if (type === 'boolean') return typeof value === type;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'decimal') return Number.isFinite(value);
  if (type === 'date') return isDate(value);
  return typeof value === 'string' && type !== 'choice';
}

/** What was answered to a question, blanks left out. */
export function given(answers: Answers, { linkId, fixed = [] }: Item): readonly AnswerValue[] {
  const values: unknown = answers[linkId];
  const some: readonly AnswerValue[] = Array.isArray(values) ? values : fixed;
  return some.filter((value) => value != null && (typeof value !== 'string' || value.trim()));
}
