import { expect } from '@open-wc/testing';
import { evaluate, type AnswerError, type Answers } from '../../../src/domain/checklist/index.ts';
import {
  choice,
  code,
  exclusive,
  extension,
  loaded,
  onlyFor,
  option,
  rule,
  when,
  type Json,
} from './questionnaires.ts';

const yes = (question: string) => [when(question, '=', { answerBoolean: true })];
const flag = (linkId: string, more: Json = {}) => ({ linkId, type: 'boolean', ...more });
const asked = (items: readonly Json[], answers: Answers, services: readonly string[] = []) => [
  ...evaluate(loaded(items), answers, { services }).enabled,
];
const missing = (items: readonly Json[], answers: Answers = {}) =>
  evaluate(loaded(items), answers, { services: [] }).missing;

describe('what is asked', () => {
  it('leaves out everything inside what is left out, whatever its own conditions say', () => {
    const inner = flag('inner', { enableWhen: yes('always') });
    const group = { linkId: 'group', type: 'group', enableWhen: yes('show'), item: [inner] };
    const items = [flag('always'), flag('show'), group];
    expect(asked(items, { always: [true] })).to.eql(['always', 'show']);
    expect(asked(items, { always: [true], show: [true] })).to.eql(['always', 'show', 'group', 'inner']);
  });

  it('sees no answer of a question that is not asked, along any chain', () => {
    const chain = [flag('a'), ...['b', 'c', 'd'].map((id, at) => flag(id, { enableWhen: yes('abc'[at] ?? '') }))];
    const answers = { a: [true], b: [true], c: [true], d: [true] };
    expect(asked(chain, answers)).to.eql(['a', 'b', 'c', 'd']);
    expect(asked(chain, { ...answers, a: [false] })).to.eql(['a']);
    expect(asked([...chain].reverse(), { ...answers, b: [false] })).to.eql(['b', 'a']);
  });

  it('asks what stands inside a question with that question, answered or not', () => {
    const items = [flag('outer', { enableWhen: yes('show'), item: [flag('inner')] }), flag('show')];
    expect(asked(items, {})).to.eql(['show']);
    expect(asked(items, { show: [true] })).to.eql(['outer', 'inner', 'show']);
  });

  it('asks what is meant for other services only there', () => {
    const items = [flag('always'), flag('heat', { extension: [onlyFor('hot'), onlyFor('deep')] })];
    expect(asked(items, {}, ['all'])).to.eql(['always']);
    expect(asked(items, {}, ['all', 'hot'])).to.eql(['always', 'heat']);
    expect(asked([...items, flag('then', { enableWhen: yes('heat') })], { heat: [true] }, ['all'])).to.eql(['always']);
  });

  it('reads names that every object has as unanswered', () => {
    const items = ['constructor', '__proto__', 'toString'].map((linkId) => flag(linkId, { required: true }));
    expect(missing(items)).to.eql(['constructor', '__proto__', 'toString']);
  });
});

describe('what is missing', () => {
  const screens = choice('screens', [option('no'), option('yes', rule({ outcome: 'adapt' }))]);

  it('wants what is required, and whatever can change how to book', () => {
    const date = { linkId: 'date', type: 'date', extension: [rule({ outcome: 'adapt', withinDays: 3 })] };
    expect(missing([flag('may'), flag('must', { required: true }), screens, date])).to.eql(['must', 'screens', 'date']);
    expect(missing([screens, date], { screens: [code('no')], date: ['2026-05'] })).to.eql([]);
  });

  it('wants nothing that is not asked', () => {
    const items = [flag('show'), flag('then', { required: true, enableWhen: yes('show') })];
    expect(missing(items)).to.eql([]);
    expect(missing(items, { show: [true] })).to.eql(['then']);
  });

  it('takes a blank for no answer', () => {
    const items = [{ linkId: 'words', type: 'string', required: true }];
    for (const blank of [[], [''], ['   ']]) expect(missing(items, { words: blank })).to.eql(['words']);
    expect(missing(items, { words: ['x'] })).to.eql([]);
    expect(missing([flag('no', { required: true })], { no: [false] })).to.eql([]);
  });

  it('asks for the first question of a required group that has no answer at all', () => {
    const inner = { linkId: 'inner', type: 'group', item: [flag('b')] };
    const items = [
      { linkId: 'group', type: 'group', required: true, item: [{ linkId: 't', type: 'display' }, flag('a'), inner] },
    ];
    expect(missing(items)).to.eql(['a']);
    expect(missing(items, { b: [true] })).to.eql([]);
  });
});

describe('limits', () => {
  const number = (type: string, more: readonly Json[]) => ({ linkId: 'q', type, extension: more });
  const minDay = extension('minValue', { valueDate: '2026-05-10' });
  const maxDay = extension('maxValue', { valueDate: '2026-05-20' });
  const scale = number('integer', [
    extension('minValue', { valueInteger: 0 }),
    extension('maxValue', { valueInteger: 10 }),
  ]);
  const several = choice('q', [option('a'), option('b'), option('c'), option('none', exclusive)], { repeats: true });
  const atMost = { ...several, extension: [extension('questionnaire-maxOccurs', { valueInteger: 2 })] };
  const atLeast = { ...several, extension: [extension('questionnaire-minOccurs', { valueInteger: 2 })] };
  const post = {
    linkId: 'q',
    type: 'string',
    maxLength: 5,
    extension: [extension('regex', { valueString: '\\d+|x' })],
  };

  const cases: readonly (readonly [string, Json, Answers[string], AnswerError['limit'] | undefined])[] = [
    ['least', scale, [0], undefined],
    ['greatest', scale, [10], undefined],
    ['below', scale, [-1], 'min'],
    ['above', scale, [11], 'max'],
    ['no whole number', scale, [1.5], 'type'],
    ['a word for a number', scale, ['3'], 'type'],
    ['not a number', number('decimal', []), [NaN], 'type'],
    ['a decimal', number('decimal', [extension('minValue', { valueDecimal: 0.5 })]), [0.25], 'min'],
    ['first day', number('date', [minDay, maxDay]), ['2026-05-10'], undefined],
    ['the day before', number('date', [minDay, maxDay]), ['2026-05-09'], 'min'],
    ['the day after', number('date', [minDay, maxDay]), ['2026-05-21'], 'max'],
    ['a month that may fit', number('date', [minDay, maxDay]), ['2026-05'], undefined],
    ['a month before', number('date', [minDay]), ['2026-04'], 'min'],
    ['a year after', number('date', [maxDay]), ['2027'], 'max'],
    ['no such day', number('date', []), ['2026-02-30'], 'type'],
    ['no such month', number('date', []), ['2026-13'], 'type'],
    ['fits the pattern whole', post, ['123'], undefined],
    ['fits the other pattern whole', post, ['x'], undefined],
    ['fits the pattern in part', post, ['12a'], 'pattern'],
    ['too long', post, ['123456'], 'length'],
    [
      'too short',
      { linkId: 'q', type: 'string', extension: [extension('minLength', { valueInteger: 3 })] },
      ['ab'],
      'length',
    ],
    ['too long for any response', { linkId: 'q', type: 'text' }, ['x'.repeat(4001)], 'length'],
    ['an answer that is not offered', several, [code('z')], 'option'],
    ['own words in a closed choice', several, ['z'], 'option'],
    ['a Coding without a system', several, [{ code: 'a' }], undefined],
    ['a Coding of another system', several, [{ system: 'urn:other', code: 'a' }], 'option'],
    ['a Coding without a code', several, [{ display: 'a' }], 'option'],
    ['none and another', several, [code('none'), code('a')], 'exclusive'],
    ['none alone', several, [code('none')], undefined],
    ['two of one', choice('q', [option('a'), option('b')]), [code('a'), code('b')], 'occurs'],
    ['too many', atMost, [code('a'), code('b'), code('c')], 'occurs'],
    ['too few', atLeast, [code('a')], 'occurs'],
    ['none where two are wanted', atLeast, [], undefined],
  ];
  for (const [name, item, answers, limit] of cases)
    it(`${name}: ${limit ?? 'fits'}`, () => {
      const { errors } = evaluate(loaded([item]), { q: answers }, { services: [] });
      expect(errors).to.eql(limit ? [{ linkId: 'q', limit }] : []);
    });
});
