import { fitsPattern } from '../pattern.ts';
import { greatest, least, same } from './answer.ts';
import type { Asked } from './asked.ts';
import type { AnswerError, AnswerValue, Item } from './questionnaire.ts';

/** The longest text that a response may carry. */
const longest = 4000;

const isExclusive = ({ options }: Item, value: AnswerValue) =>
  options.some((option) => option.exclusive && same(option.value, value));

type Broken = (item: Item, value: AnswerValue) => boolean;

/** Limits of one answer. A partial date breaks one only when every day that it may mean does. */
const limits: readonly (readonly [AnswerError['limit'], Broken])[] = [
  ['min', ({ min = -Infinity }, value) => greatest(value) < min],
  ['max', ({ max = Infinity }, value) => least(value) > max],
  [
    'length',
    ({ minLength = 0, maxLength = longest }, value) =>
      typeof value === 'string' && (value.length < minLength || value.length > maxLength),
  ],
  ['pattern', ({ pattern }, value) => !!pattern && !fitsPattern(pattern, `${value}`)],
];

/** The first limit that the answers of a question break. */
export function brokenLimit({ item, values, misfit }: Asked): AnswerError['limit'] | undefined {
  const { minOccurs = 0, maxOccurs = Infinity, repeats, options } = item;
  if (misfit) return options.length > 0 ? 'option' : 'type';
  if (values.length > 1 && values.some((value) => isExclusive(item, value))) return 'exclusive';
  if (values.length > (repeats ? maxOccurs : 1) || (values.length > 0 && values.length < minOccurs)) return 'occurs';
  return limits.find(([, isBroken]) => values.some((value) => isBroken(item, value)))?.[0];
}
