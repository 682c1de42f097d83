import type { Condition, Operator } from '../questionnaire.ts';
import { readValue } from './options.ts';
import { keyOf, listOf, type Json, type Reader } from './reader.ts';

const shape = {
  id: '',
  extension: 'list',
  modifierExtension: '',
  question: 'string',
  operator: 'string',
  answerBoolean: 'boolean',
  answerInteger: 'number',
  answerDecimal: 'number',
  answerDate: 'string',
  answerString: 'string',
  answerCoding: '',
} as const;

/** A condition with what is looked at once all items are known: whose it is, and of which type its answer is. */
export interface ReadCondition extends Condition {
  readonly linkId: string;
  /** The end of `answer[x]`. */
  readonly kind: string;
}

const operators: readonly string[] = ['exists', '=', '!=', '>', '<', '>=', '<='] satisfies Operator[];

export const readConditions = (json: Json, reader: Reader): readonly Condition[] =>
  listOf(json.enableWhen).map((each, _, { length }) => {
    reader.check(each, shape);
    const key = keyOf(each, 'answer');
    const answer = readValue({ value: each[key] });
    if (!operators.includes(`${each.operator}`)) reader.report(`operator "${each.operator}" is not supported`);
    if (length > 1 && !['all', 'any'].includes(`${json.enableBehavior}`))
      reader.report('several conditions need enableBehavior');
    const condition = { question: `${each.question}`, operator: each.operator as Operator, answer: answer ?? '' };
    reader.conditions.push({ ...condition, linkId: reader.linkId, kind: key.slice('answer'.length) });
    return condition;
  });
