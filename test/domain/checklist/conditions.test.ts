import { expect } from '@open-wc/testing';
import { evaluate } from '../../../src/domain/checklist/index.ts';
import type { AnswerValue } from '../../../src/domain/checklist/index.ts';
import { choice, code, loaded, option, when, type Json } from './questionnaires.ts';

const questions: Readonly<Record<string, Json>> = {
  boolean: { linkId: 'q', type: 'boolean' },
  integer: { linkId: 'q', type: 'integer' },
  decimal: { linkId: 'q', type: 'decimal' },
  date: { linkId: 'q', type: 'date' },
  string: { linkId: 'q', type: 'string' },
  text: { linkId: 'q', type: 'text' },
  choice: choice('q', [option('a'), option('b'), { valueString: 'text' }, { valueInteger: 3 }]),
  several: choice('q', [option('a'), option('b'), option('c')], { repeats: true }),
  'open-choice': choice('q', [option('a')], { type: 'open-choice' }),
};
const none: readonly AnswerValue[] = [];

/** Type of the question, operator and what it asks for, answers, and whether the item is then asked. */
const cases: readonly (readonly [string, string, Json, readonly AnswerValue[], boolean])[] = [
  ['boolean', 'exists', { answerBoolean: true }, [false], true],
  ['boolean', 'exists', { answerBoolean: true }, none, false],
  ['boolean', 'exists', { answerBoolean: false }, none, true],
  ['string', 'exists', { answerBoolean: true }, [''], false],
  ['string', 'exists', { answerBoolean: true }, ['  '], false],
  ['string', 'exists', { answerBoolean: false }, ['x'], false],
  ['several', 'exists', { answerBoolean: true }, [code('a')], true],
  ['boolean', '=', { answerBoolean: true }, [true], true],
  ['boolean', '=', { answerBoolean: true }, [false], false],
  ['boolean', '=', { answerBoolean: false }, [false], true],
  ['boolean', '=', { answerBoolean: false }, none, false],
  ['boolean', '!=', { answerBoolean: true }, [false], true],
  ['boolean', '!=', { answerBoolean: true }, [true], false],
  ['boolean', '!=', { answerBoolean: true }, none, true],
  ['integer', '=', { answerInteger: 3 }, [3], true],
  ['integer', '=', { answerDecimal: 3.5 }, [3], false],
  ['integer', '!=', { answerInteger: 3 }, [4], true],
  ['integer', '>', { answerInteger: 3 }, [3], false],
  ['integer', '>', { answerDecimal: 2.5 }, [3], true],
  ['integer', '<', { answerInteger: 10 }, [9], true],
  ['integer', '<', { answerInteger: 10 }, none, false],
  ['integer', '>=', { answerInteger: 3 }, [3], true],
  ['integer', '<=', { answerInteger: 3 }, [4], false],
  ['integer', '<=', { answerInteger: 0 }, none, false],
  ['decimal', '=', { answerInteger: 3 }, [3], true],
  ['decimal', '>', { answerDecimal: 37.5 }, [37.6], true],
  ['decimal', '<', { answerDecimal: 37.5 }, [37.5], false],
  ['decimal', '>=', { answerDecimal: 37.5 }, [37.5], true],
  ['decimal', '<=', { answerDecimal: 37.5 }, [37.5], true],
  ['date', '=', { answerDate: '2026-05-04' }, ['2026-05-04'], true],
  ['date', '=', { answerDate: '2026-05-04' }, ['2026-05-05'], false],
  ['date', '=', { answerDate: '2026-05-04' }, ['2026-05'], true],
  ['date', '=', { answerDate: '2026-05' }, ['2026-06'], false],
  ['date', '!=', { answerDate: '2026-05-04' }, ['2026-05-04'], false],
  ['date', '!=', { answerDate: '2026-05-04' }, ['2026'], true],
  ['date', '>', { answerDate: '2026-05-04' }, ['2026-05-05'], true],
  ['date', '>', { answerDate: '2026-05-04' }, ['2026-05-04'], false],
  ['date', '>', { answerDate: '2026-05-04' }, ['2026-05'], true],
  ['date', '>', { answerDate: '2026-05-04' }, ['2026-04'], false],
  ['date', '<', { answerDate: '2026-05-04' }, ['2026'], true],
  ['date', '<', { answerDate: '2026-05-04' }, ['2027'], false],
  ['date', '>=', { answerDate: '2026-05-31' }, ['2026-05'], true],
  ['date', '<=', { answerDate: '2026-04-30' }, ['2026-05'], false],
  ['date', '>', { answerDate: '2026-05-04' }, ['not a day'], false],
  ['string', '=', { answerString: 'x' }, ['x'], true],
  ['string', '=', { answerString: 'x' }, ['X'], false],
  ['string', '!=', { answerString: 'x' }, ['y'], true],
  ['text', '=', { answerString: 'x' }, ['x'], true],
  ['choice', '=', { answerCoding: { system: 'urn:test', code: 'a' } }, [code('a')], true],
  ['choice', '=', { answerCoding: { system: 'urn:test', code: 'a', display: 'Other words' } }, [code('a')], true],
  ['choice', '=', { answerCoding: { system: 'urn:test', code: 'a' } }, [code('b')], false],
  ['choice', '=', { answerCoding: { code: 'a' } }, [code('a')], true],
  ['choice', '=', { answerCoding: { code: 'a' } }, [{ system: 'urn:other', code: 'a' }], false],
  ['choice', '!=', { answerCoding: { code: 'a' } }, [code('b')], true],
  ['choice', '!=', { answerCoding: { code: 'a' } }, [code('a')], false],
  ['choice', '!=', { answerCoding: { code: 'a' } }, none, true],
  ['choice', '=', { answerString: 'text' }, ['text'], true],
  ['choice', '=', { answerInteger: 3 }, [3], true],
  ['several', '=', { answerCoding: { code: 'a' } }, [code('b'), code('a')], true],
  ['several', '!=', { answerCoding: { code: 'a' } }, [code('b'), code('a')], false],
  ['open-choice', '=', { answerCoding: { code: 'a' } }, [code('a')], true],
  ['open-choice', '=', { answerString: 'my own' }, ['my own'], true],
];

describe('conditions', () => {
  for (const [type, operator, answer, given, isAsked] of cases)
    it(`${type} ${JSON.stringify(given)} ${operator} ${JSON.stringify(answer)}: ${isAsked ? 'asked' : 'not asked'}`, () => {
      const then = { linkId: 'then', type: 'string', enableWhen: [when('q', operator, answer)] };
      const questionnaire = loaded([questions[type] ?? {}, then]);
      expect(evaluate(questionnaire, { q: given }, { services: [] }).enabled.has('then')).to.equal(isAsked);
    });

  const both = [when('a', '=', { answerBoolean: true }), when('b', '=', { answerBoolean: true })];
  const flags = ['a', 'b'].map((linkId) => ({ linkId, type: 'boolean' }));
  for (const [enableBehavior, a, b, isAsked] of [
    ['all', true, true, true],
    ['all', true, false, false],
    ['any', true, false, true],
    ['any', false, false, false],
  ] as const)
    it(`${enableBehavior} of ${a} and ${b}`, () => {
      const questionnaire = loaded([...flags, { linkId: 'then', type: 'string', enableBehavior, enableWhen: both }]);
      expect(evaluate(questionnaire, { a: [a], b: [b] }, { services: [] }).enabled.has('then')).to.equal(isAsked);
    });
});
