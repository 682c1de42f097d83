import { expect } from '@open-wc/testing';
import { screen, type Answers, type AnswerValue } from '../../../src/domain/checklist/index.ts';
import { choice, code, loaded, option, rule, type Json } from './questionnaires.ts';

const today = '2026-11-23';
const all = { services: ['all'], today };

describe('fields of a rule', () => {
  const number = (fields: Json, type = 'integer') => ({
    linkId: 'q',
    type,
    extension: [rule({ outcome: 'adapt', ...fields })],
  });
  const date = (fields: Json) => number(fields, 'date');

  /** What it is, the item, its answer, on which day the appointment is, and whether the rule applies. */
  const cases: readonly (readonly [string, Json, AnswerValue, string | undefined, boolean])[] = [
    ['any number', number({}), 0, undefined, true],
    ['min, below', number({ min: 8 }), 7, undefined, false],
    ['min, at', number({ min: 8 }), 8, undefined, true],
    ['max, at', number({ max: 3 }), 3, undefined, true],
    ['max, above', number({ max: 3 }), 4, undefined, false],
    ['between', number({ min: 2, max: 3 }), 4, undefined, false],
    ['decimals', number({ min: 37.5 }, 'decimal'), 37.5, undefined, true],
    ['any date', date({}), '2020', undefined, true],
    ['withinDays, today', date({ withinDays: 13 }), today, undefined, true],
    ['withinDays, last day', date({ withinDays: 13 }), '2026-11-10', undefined, true],
    ['withinDays, a day too old', date({ withinDays: 13 }), '2026-11-09', undefined, false],
    ['withinDays, by the appointment', date({ withinDays: 13 }), '2026-11-10', '2026-11-24', false],
    ['withinDays, after the appointment', date({ withinDays: 13 }), '2026-12-24', '2026-12-01', true],
    ['beforeDays, at', date({ beforeDays: 13 }), '2026-11-10', undefined, false],
    ['beforeDays, a day older', date({ beforeDays: 13 }), '2026-11-09', undefined, true],
    ['beforeDays, by the appointment', date({ beforeDays: 13 }), '2026-11-10', '2026-11-24', true],
    ['a band, inside', date({ beforeDays: 13, withinDays: 41 }), '2026-11-01', undefined, true],
    ['a band, too young', date({ beforeDays: 13, withinDays: 41 }), '2026-11-11', undefined, false],
    ['a band, too old', date({ beforeDays: 13, withinDays: 41 }), '2026-10-01', undefined, false],
    ['a month that ends inside', date({ withinDays: 25 }), '2026-10', undefined, true],
    ['a month that ends outside', date({ withinDays: 22 }), '2026-10', undefined, false],
    ['a month that begins before', date({ beforeDays: 50 }), '2026-10', undefined, true],
    ['a month that begins after', date({ beforeDays: 53 }), '2026-10', undefined, false],
    ['this year, taken at its end', date({ withinDays: 13 }), '2026', undefined, true],
    ['a year ago', date({ withinDays: 13 }), '2025', undefined, false],
    ['a day to come, far', date({ withinDays: -183 }), '2027-05-25', undefined, true],
    ['a day to come, near', date({ withinDays: -183 }), '2027-05-24', undefined, false],
    ['ageUnder, the day before the birthday', date({ ageUnder: 18 }), '2008-11-24', undefined, true],
    ['ageUnder, on the birthday', date({ ageUnder: 18 }), '2008-11-23', undefined, false],
    ['ageUnder, grown up by the appointment', date({ ageUnder: 18 }), '2008-11-24', '2026-11-24', false],
    ['ageUnder, a year taken at its end', date({ ageUnder: 18 }), '2008', undefined, true],
    ['ageUnder, a leap day', date({ ageUnder: 18 }), '2008-02-29', '2026-03-01', false],
    ['ageUnder, before a leap day', date({ ageUnder: 18 }), '2008-02-29', '2026-02-28', true],
  ];
  for (const [name, item, value, on, applies] of cases)
    it(name, () =>
      expect(screen(loaded([item]), { q: [value] }, { ...all, on }).outcome).to.equal(applies ? 'adapt' : 'book'),
    );

  it('a partial date in bands takes the worst band that it may lie in', () => {
    const bands = [
      rule({ outcome: 'call', urgency: 'clinic', withinDays: 13 }),
      rule({ outcome: 'clearance', beforeDays: 13, withinDays: 41 }),
      rule({ outcome: 'adapt', beforeDays: 41 }),
    ];
    const outcome = (value: string) =>
      screen(loaded([{ linkId: 'q', type: 'date', extension: bands }]), { q: [value] }, all).outcome;
    expect(['2026-11', '2026-10', '2026-09', '2025'].map(outcome)).to.eql(['call', 'clearance', 'adapt', 'adapt']);
  });

  it('without a day to count from, every band applies and nothing that waits is let through', () => {
    const bands = [
      rule({ outcome: 'call', urgency: 'clinic', withinDays: 13 }),
      rule({ outcome: 'adapt', beforeDays: 13 }),
    ];
    const surgery = loaded([{ linkId: 'q', type: 'date', extension: bands }]);
    const sick = loaded([choice('q', [option('yes', rule({ notBeforeDays: 2 })), option('no')])]);
    for (const [noToday, on] of [
      ['', undefined],
      ['soon', undefined],
      [today, ''],
      [today, 'tomorrow'],
    ] as const) {
      const context = { services: ['all'], today: noToday, on };
      expect(screen(surgery, { q: ['2020-01-01'] }, context).outcome, `${noToday} ${on}`).to.equal('call');
      expect(screen(loaded([date({ ageUnder: 18 })]), { q: ['1950-01-01'] }, context).outcome).to.equal('adapt');
    }
    const without = (answer: string) => screen(sick, { q: [code(answer)] }, { services: ['all'], today: '' });
    expect(without('yes')).to.include({ outcome: 'book', notBefore: '9999-12-31' });
    expect(without('no').outcome).to.equal('book');
  });

  const notBefore = (item: Json, value: AnswerValue, on?: string) => {
    const screening = screen(loaded([item]), { q: [value] }, { ...all, on });
    return [screening.outcome, screening.notBefore, screening.reasons.length];
  };
  const waits = (fields: Json) => choice('q', [option('no'), option('yes', rule(fields))]);
  it('notBeforeDays counts from today, or from the date that was answered', () => {
    expect(notBefore(waits({ notBeforeDays: 2 }), code('yes'))).to.eql(['book', '2026-11-25', 1]);
    expect(notBefore(waits({ notBeforeDays: 2 }), code('no'))).to.eql(['book', undefined, 0]);
    expect(notBefore(date({ notBeforeDays: 3 }), '2026-11-22')).to.eql(['adapt', '2026-11-25', 1]);
    expect(notBefore(date({ notBeforeDays: 3 }), '2026-11')).to.eql(['adapt', '2026-12-03', 1]);
  });

  it('notBeforeDays stays a limit of the calendar once there is an appointment', () =>
    expect(notBefore(waits({ notBeforeDays: 2 }), code('yes'), '2026-11-24')).to.eql(['book', '2026-11-25', 1]));

  it('notBeforeDays is over once its day has come, but another outcome is not', () => {
    expect(notBefore(date({ outcome: 'book', notBeforeDays: 3 }), '2026-11-20')).to.eql(['book', undefined, 0]);
    expect(notBefore(date({ notBeforeDays: 3 }), '2026-11-20')).to.eql(['adapt', undefined, 1]);
  });

  it('notBefore is the latest of all', () => {
    const items = [5, 9, 2].map((days, at) => choice(`q${at}`, [option('yes', rule({ notBeforeDays: days }))]));
    const answers = { q0: [code('yes')], q1: [code('yes')], q2: [code('yes')] };
    expect(screen(loaded(items), answers, all).notBefore).to.equal('2026-12-02');
  });

  it('services: a rule concerns only what it names', () => {
    const item = choice('q', [
      option('yes', rule({ outcome: 'adapt' }), rule({ outcome: 'clearance', services: ['mld', 'deep'] })),
    ]);
    const outcome = (...services: readonly string[]) =>
      screen(loaded([item]), { q: [code('yes')] }, { services, today }).outcome;
    expect([outcome('all', 'relax'), outcome('all', 'mld'), outcome('pt')]).to.eql(['adapt', 'clearance', 'adapt']);
  });

  it('except: a rule spares what it names, whatever else the visit is', () => {
    const item = choice('q', [
      option('yes', rule({ outcome: 'clearance', services: ['all'], except: ['mld', 'scar'] })),
    ]);
    const outcome = (...services: readonly string[]) =>
      screen(loaded([item]), { q: [code('yes')] }, { services, today }).outcome;
    expect([outcome('all'), outcome('all', 'deep'), outcome('all', 'mld'), outcome('pt')]).to.eql([
      'clearance',
      'clearance',
      'book',
      'book',
    ]);
  });

  it('ruleOut: every code that is out, a reason only for what was chosen', () => {
    const fields = { ruleOut: true, patientText: 'No heat.' };
    const item = choice('q', [
      option('yes', rule({ ...fields, services: ['hot'] }), rule({ ...fields, services: ['deep', 'hot'] })),
      option('no'),
    ]);
    const screening = (...services: readonly string[]) =>
      screen(loaded([item]), { q: [code('yes')] }, { services, today });
    expect(screening('all', 'relax')).to.deep.include({ outcome: 'book', ruledOut: ['hot', 'deep'], reasons: [] });
    expect(screening('all', 'deep').reasons).to.have.length(1);
    expect(screening('all', 'deep').reasons[0]).to.include({ ruleOut: true, outcome: 'book' });
    expect(screen(loaded([item]), { q: [code('no')] }, all).ruledOut).to.eql([]);
  });

  it('site: every place named, once', () => {
    const areas = ['knee', 'neck', 'hand'].map((name) => option(name));
    const place = (linkId: string) => choice(linkId, areas, { repeats: true });
    const marks = (linkId: string) =>
      choice(`q-${linkId}`, [option('yes', rule({ outcome: 'adapt', site: linkId })), option('no')]);
    const items = [place('a'), place('b'), marks('a'), marks('b')];
    const answers: Answers = {
      a: [code('knee'), code('neck')],
      b: [code('neck'), code('hand')],
      'q-a': [code('yes')],
      'q-b': [code('yes')],
    };
    expect(screen(loaded(items), answers, all).sites).to.eql(['knee', 'neck', 'hand']);
    expect(screen(loaded(items), { ...answers, 'q-b': [code('no')] }, all).sites).to.eql(['knee', 'neck']);
    expect(screen(loaded(items), { ...answers, a: [] }, all).sites).to.eql(['neck', 'hand']);
  });

  it('texts: what patient and therapist read, and where it comes from', () => {
    const texts = { patientText: 'Gently.', therapistText: 'Old clot.', source: 'NYSED' };
    const { reasons } = screen(loaded([waits({ outcome: 'adapt', ...texts })]), { q: [code('yes')] }, all);
    expect(reasons[0]).to.include({ linkId: 'q', ...texts });
  });
});
