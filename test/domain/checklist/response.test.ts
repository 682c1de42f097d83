import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { fromResponse, screen, toResponse, type Answers } from '../../../src/domain/checklist/index.ts';
import { choice, code, exclusive, loaded, onlyFor, option, when, type Json } from './questionnaires.ts';

const everything: readonly Json[] = [
  {
    linkId: 'page',
    type: 'group',
    text: 'A page',
    item: [
      { linkId: 'note', type: 'display', text: 'Read me' },
      { linkId: 'flag', type: 'boolean', text: 'Flag?', item: [{ linkId: 'why', type: 'text' }] },
      { linkId: 'count', type: 'integer' },
      { linkId: 'share', type: 'decimal' },
    ],
  },
  { linkId: 'day', type: 'date' },
  choice('one', [option('a'), option('b')]),
  choice('many', [option('a'), option('b'), option('none', exclusive)], { repeats: true }),
  choice('own', [option('a')], { type: 'open-choice' }),
  choice('plain', [{ valueString: 'x' }, { valueInteger: 3 }], { repeats: true }),
  { linkId: 'then', type: 'string', enableWhen: [when('flag', '=', { answerBoolean: true })] },
  { linkId: 'heat', type: 'string', extension: [onlyFor('hot')] },
];
const questionnaire = loaded(everything);
const answers: Answers = {
  flag: [false],
  why: ['because'],
  count: [0],
  share: [2],
  day: ['2026-05'],
  one: [code('a')],
  many: [code('b'), code('a')],
  own: ['my own'],
  plain: [3, 'x'],
  then: ['left behind'],
  heat: ['left behind'],
};
const all = { services: ['all'] };

describe('a response', () => {
  const response = toResponse(questionnaire, answers, { ...all, authored: '2026-11-23T10:00:00Z' });
  const system = 'urn:test';

  it('mirrors the Questionnaire, without what is not asked', () =>
    expect(response).to.eql({
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://clinic.example/fhir/Questionnaire/q|3',
      status: 'completed',
      authored: '2026-11-23T10:00:00Z',
      item: [
        {
          linkId: 'page',
          text: 'A page',
          item: [
            {
              linkId: 'flag',
              text: 'Flag?',
              answer: [{ valueBoolean: false, item: [{ linkId: 'why', answer: [{ valueString: 'because' }] }] }],
            },
            { linkId: 'count', answer: [{ valueInteger: 0 }] },
            { linkId: 'share', answer: [{ valueDecimal: 2 }] },
          ],
        },
        { linkId: 'day', answer: [{ valueDate: '2026-05' }] },
        { linkId: 'one', text: 'one', answer: [{ valueCoding: { system, code: 'a' } }] },
        {
          linkId: 'many',
          text: 'many',
          answer: [{ valueCoding: { system, code: 'b' } }, { valueCoding: { system, code: 'a' } }],
        },
        { linkId: 'own', text: 'own', answer: [{ valueString: 'my own' }] },
        { linkId: 'plain', text: 'plain', answer: [{ valueInteger: 3 }, { valueString: 'x' }] },
      ],
    }));

  it('is what the contract lets through', () => expect(v.parse(QuestionnaireResponse, response)).to.eql(response));

  it('is read back as the same answers, without what was not asked', () => {
    const { then, heat, ...rest } = answers;
    expect([then, heat]).to.eql([['left behind'], ['left behind']]);
    expect(fromResponse(questionnaire, response)).to.eql(rest);
  });

  it('keeps what stands inside a question without an answer', () =>
    expect(toResponse(questionnaire, { why: ['because'] }, all).item).to.eql([
      {
        linkId: 'page',
        text: 'A page',
        item: [
          {
            linkId: 'flag',
            text: 'Flag?',
            answer: [{ item: [{ linkId: 'why', answer: [{ valueString: 'because' }] }] }],
          },
        ],
      },
    ]));

  it('is in progress while an answer is missing or wrong', () => {
    const status = (given: Answers) =>
      toResponse(loaded([{ linkId: 'q', type: 'integer', required: true }]), given, all).status;
    expect([status({}), status({ q: ['x'] }), status({ q: [3] })]).to.eql(['in-progress', 'in-progress', 'completed']);
  });

  it('says nothing about a text that nobody can answer', () =>
    expect(toResponse(questionnaire, { note: ['x'], page: ['x'] }, all).item).to.eql([]));

  it('is empty where nothing was answered', () => expect(toResponse(questionnaire, {}, all).item).to.eql([]));
});

describe('a response of somebody else', () => {
  const read = (item: QuestionnaireResponse['item']) => fromResponse(questionnaire, { item });

  it('may ask what this Questionnaire does not', () =>
    expect(
      read([
        { linkId: 'other', answer: [{ valueString: 'x' }] },
        { linkId: '__proto__', answer: [{ valueString: 'x' }] },
      ]),
    ).to.eql({}));

  it('may answer twice, which is an error here', () => {
    const twice = read([
      { linkId: 'count', answer: [{ valueInteger: 1 }] },
      { linkId: 'count', answer: [{ valueInteger: 2 }] },
    ]);
    expect(twice).to.eql({ count: [1, 2] });
    expect(screen(questionnaire, twice, { ...all, today: '2026-11-23' })).to.deep.include({
      outcome: 'incomplete',
      missing: ['count'],
    });
  });

  it('may leave answers empty', () =>
    expect(read([{ linkId: 'count', answer: [{}, { item: [] }] }, { linkId: 'flag' }])).to.eql({}));
});
