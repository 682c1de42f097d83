import { expect } from '@open-wc/testing';
import { screen, type AnswerValue, type Screening } from '../../../src/domain/checklist/index.ts';
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

const today = '2026-11-23';
const all = { services: ['all'], today };
const outcomes: Readonly<Record<string, Json>> = {
  book: { outcome: 'book' },
  adapt: { outcome: 'adapt' },
  clearance: { outcome: 'clearance' },
  clinic: { outcome: 'call', urgency: 'clinic' },
  'same-day': { outcome: 'call', urgency: 'same-day' },
  emergency: { outcome: 'call', urgency: 'emergency' },
};
const names = Object.keys(outcomes);
const several = choice(
  'q',
  [...names.map((name) => option(name, rule({ ...outcomes[name], patientText: name }))), option('none', exclusive)],
  {
    repeats: true,
  },
);
const said = ({ outcome, urgency }: Screening) => urgency ?? outcome;

describe('the worst outcome wins', () => {
  const questionnaire = loaded([several]);
  for (const [at, worse] of names.entries())
    for (const milder of names.slice(0, at + 1))
      it(`${worse} over ${milder}, in any order`, () => {
        for (const order of [
          [worse, milder],
          [milder, worse],
        ]) {
          const screening = screen(questionnaire, { q: [...new Set(order)].map(code) }, all);
          expect(said(screening)).to.equal(worse);
          expect(screening.reasons.map(({ patientText }) => patientText)).to.eql([...new Set([worse, milder])]);
        }
      });

  it('keeps every reason, worst first', () => {
    const { reasons } = screen(questionnaire, { q: names.map(code) }, all);
    expect(reasons.map(({ patientText }) => patientText)).to.eql(names.toReversed());
    expect(reasons[0]).to.deep.include({ linkId: 'q', outcome: 'call', urgency: 'emergency' });
  });

  it('is "book" without any reason', () =>
    expect(screen(questionnaire, { q: [code('none')] }, all)).to.eql({
      outcome: 'book',
      ruledOut: [],
      sites: [],
      reasons: [],
      missing: [],
    }));

  it('scores "none" beside another answer as the other answer', () =>
    expect(said(screen(questionnaire, { q: [code('none'), code('clearance')] }, all))).to.equal('clearance'));
});

describe('no answer', () => {
  const yesNo = (linkId: string, fields: Json, more: Json = {}) =>
    choice(linkId, [option('no'), option('yes', rule(fields))], more);
  const items = [
    yesNo('a', { outcome: 'call', urgency: 'clinic' }),
    yesNo('b', { outcome: 'adapt' }),
    yesNo('c', { outcome: 'clearance' }),
  ];
  const questionnaire = loaded(items);
  const values: readonly (readonly AnswerValue[] | undefined)[] = [undefined, [], [code('no')], [code('yes')]];

  it('is never "no": whatever is left out, the outcome is incomplete or a call', () => {
    for (const a of values)
      for (const b of values)
        for (const c of values) {
          const answers = Object.fromEntries(
            Object.entries({ a, b, c }).flatMap(([id, value]) => (value ? [[id, value]] : [])),
          );
          const screening = screen(questionnaire, answers, all);
          const open = ['a', 'b', 'c'].filter((id) => !answers[id]?.length);
          expect(screening.missing).to.eql(open);
          if (a === values[3]) expect(screening.outcome).to.equal('call');
          else if (open.length > 0) expect(screening.outcome).to.equal('incomplete');
          else expect(screening.outcome).not.to.equal('incomplete');
        }
  });

  it('keeps the reasons that are known already', () => {
    const { outcome, reasons } = screen(questionnaire, { b: [code('yes')] }, all);
    expect([outcome, reasons.length]).to.eql(['incomplete', 1]);
  });

  it('is as good as an answer that is none', () => {
    const pain = {
      linkId: 'pain',
      type: 'integer',
      extension: [rule({ outcome: 'clearance', min: 8 }), extension('maxValue', { valueInteger: 10 })],
    };
    for (const wrong of [[11], ['3'], [3.5], [3, 4]]) {
      const screening = screen(loaded([pain]), { pain: wrong }, all);
      expect([screening.outcome, screening.missing], `${wrong}`).to.eql(['incomplete', ['pain']]);
    }
  });

  it('counts for nothing once its question is not asked, and again when it is', () => {
    const follow = yesNo(
      'f',
      { outcome: 'call', urgency: 'emergency' },
      { enableWhen: [when('b', '=', { answerCoding: { code: 'yes' } })] },
    );
    const answers = { a: [code('no')], b: [code('no')], c: [code('no')], f: [code('yes')] };
    expect(screen(loaded([...items, follow]), answers, all).outcome).to.equal('book');
    expect(said(screen(loaded([...items, follow]), { ...answers, b: [code('yes')] }, all))).to.equal('emergency');
  });

  it('is not wanted for other services', () => {
    const heat = yesNo('h', { outcome: 'clearance' }, { extension: [onlyFor('hot')] });
    expect(screen(loaded([heat]), {}, all).outcome).to.equal('book');
    expect(screen(loaded([heat]), { h: [code('yes')] }, all).outcome).to.equal('book');
    expect(screen(loaded([heat]), {}, { services: ['all', 'hot'], today }).outcome).to.equal('incomplete');
  });
});
