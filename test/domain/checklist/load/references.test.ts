import { choice, option, when, type Json } from '../questionnaires.ts';
import { refuses, type Refusal } from '../refusals.ts';

const flag = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'boolean', text: linkId, ...more });

describe('a Questionnaire is refused for', () => {
  const asks = (condition: Json, question: Json = flag('a')) => [question, flag('q', { enableWhen: [condition] })];

  refuses([
    ['STU3 hasAnswer', asks({ question: 'a', hasAnswer: true }), 'hasAnswer'],
    ['a condition on nothing', asks(when('z', '=', { answerBoolean: true })), 'enableWhen z'],
    [
      'a condition on a group',
      [
        { linkId: 'a', type: 'group', item: [flag('b')] },
        ...asks(when('a', 'exists', { answerBoolean: true }), flag('c')),
      ],
      'enableWhen a',
    ],
    ['an unknown operator', asks(when('a', '~', { answerBoolean: true })), 'enableWhen a'],
    ['an operator that is a name of objects', asks(when('a', 'toString', { answerBoolean: true })), 'enableWhen a'],
    ['exists with another answer', asks(when('a', 'exists', { answerString: 'yes' })), 'enableWhen a'],
    ['a condition without an answer', asks(when('a', '=', {})), 'enableWhen a'],
    ['an answer of another type', asks(when('a', '=', { answerString: 'true' })), 'enableWhen a'],
    ['a number for a date', asks(when('a', '>', { answerInteger: 3 }), { linkId: 'a', type: 'date' }), 'enableWhen a'],
    [
      'a code for a text',
      asks(when('a', '=', { answerCoding: { code: 'x' } }), { linkId: 'a', type: 'string' }),
      'enableWhen a',
    ],
    [
      'an answer that is not offered',
      asks(when('a', '=', { answerCoding: { code: 'z' } }), choice('a', [option('x')])),
      'enableWhen a',
    ],
    [
      'a quantity',
      asks(when('a', '>', { answerQuantity: { value: 3 } }), { linkId: 'a', type: 'integer' }),
      'answerQuantity',
    ],
    ...['boolean', 'string', 'text'].map((type): Refusal => [
      `> on a ${type}`,
      asks(when('a', '>', type === 'boolean' ? { answerBoolean: true } : { answerString: 'x' }), { linkId: 'a', type }),
      'enableWhen a',
    ]),
    [
      '> on a choice',
      asks(when('a', '>', { answerCoding: { code: 'x' } }), choice('a', [option('x')])),
      'enableWhen a',
    ],
    [
      'two conditions without a word how',
      [flag('a'), flag('q', { enableWhen: [1, 2].map(() => when('a', '=', { answerBoolean: true })) })],
      'enableBehavior',
    ],
    ['a condition on itself', [flag('q', { enableWhen: [when('q', '=', { answerBoolean: true })] })], 'enableWhen'],
    [
      'a circle',
      [
        flag('q', { enableWhen: [when('b', '=', { answerBoolean: true })] }),
        flag('b', { enableWhen: [when('q', '=', { answerBoolean: true })] }),
      ],
      'enableWhen',
    ],
    [
      'a condition on what stands inside',
      [{ linkId: 'q', type: 'group', enableWhen: [when('b', '=', { answerBoolean: true })], item: [flag('b')] }],
      'enableWhen',
    ],
  ]);
});
