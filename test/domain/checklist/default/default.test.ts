import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { QuestionnaireResource, QuestionnaireResponse } from '../../../../src/contract/index.ts';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import { evaluate, screen, toResponse, type Answers } from '../../../../src/domain/checklist/index.ts';
import { pagesOf } from '../../../../src/elements/intake-checklist/pages.ts';
import { answersOf, checklist, items, today, toldOnly, type Told } from './patient.ts';

const rulesOf = (item: (typeof items)[number]) => [...item.rules, ...item.options.flatMap(({ rules }) => rules)];

describe('the default checklist', () => {
  it('is a Questionnaire of the contract, and says that it is a draft', () => {
    expect(v.is(QuestionnaireResource, defaultChecklist)).to.equal(true);
    expect(checklist.status).to.equal('draft');
  });

  it('never asks with "!=", which readers of FHIR understand in different ways', () =>
    expect(items.flatMap(({ conditions }) => conditions).filter(({ operator }) => operator === '!=')).to.eql([]));

  it('lets everybody say "none of these", alone', () => {
    for (const item of items.filter((each) => each.repeats && each.options.some(({ rules }) => rules.length > 0)))
      expect(
        item.options.filter(({ exclusive }) => exclusive),
        item.linkId,
      ).to.have.length(1);
  });

  it('lets everybody say "not sure" where an answer can stop them', () => {
    const grave = items.filter(
      (each) => each.type === 'choice' && rulesOf(each).some(({ outcome }) => outcome === 'call'),
    );
    expect(grave.length).to.be.above(10);
    for (const item of grave)
      expect(
        item.options.filter(({ value }) => typeof value === 'object' && value.code === 'not-sure'),
        item.linkId,
      ).to.have.length(1);
  });

  it('tells the therapist about every rule, and the patient about every one that changes something', () => {
    for (const item of items)
      for (const { outcome, therapistText, patientText, source } of rulesOf(item)) {
        expect(therapistText, item.linkId).not.to.equal('');
        expect(source, item.linkId).not.to.equal('');
        if (outcome !== 'book') expect(patientText, item.linkId).not.to.equal('');
      }
  });

  it('offers every ticked condition a rule, or a question that follows', () => {
    const conditions = items.find(({ linkId }) => linkId === 'conditions');
    const followed = new Set(
      items.flatMap((item) => item.conditions.map(({ answer }) => (typeof answer === 'object' ? answer.code : ''))),
    );
    for (const { value, rules, exclusive } of conditions?.options ?? [])
      if (typeof value === 'object')
        expect(exclusive || rules.length > 0 || followed.has(value.code), value.code).to.equal(true);
  });

  const everything = items
    .find(({ linkId }) => linkId === 'conditions')!
    .options.flatMap(({ value, exclusive }) => (typeof value === 'object' && !exclusive ? value.code! : []));
  const screens: readonly (readonly [string, readonly string[], Told, number])[] = [
    ['nothing to tell, any massage', ['all', 'relax'], {}, 4],
    ['nothing to tell, hot stones', ['all', 'hot'], {}, 4],
    ['nothing to tell, physiotherapy', ['pt'], {}, 3],
    ['massage and physiotherapy in one visit', ['all', 'deep', 'pt'], {}, 4],
    ['a new knee', ['all', 'scar'], { surgery: 'yes', 'surgery-closed': 'yes', 'surgery-agreed': 'no' }, 4],
    ['high blood pressure', ['all', 'relax'], { conditions: ['pressure'] }, 5],
    ['warfarin, a weak heart, worn knees', ['all', 'relax'], { conditions: ['bleeding', 'heart', 'worn'] }, 6],
    ['everything that there is', ['all', 'deep'], { conditions: everything }, 10],
  ];
  for (const [who, services, told, count] of screens)
    it(`asks ${count} screens of who has ${who}`, () => {
      const { enabled } = evaluate(checklist, toldOnly(told), { services });
      expect(pagesOf(checklist, enabled)).to.have.length(count);
    });

  it('asks on the first screen what cannot wait', () => {
    const [first] = pagesOf(checklist, evaluate(checklist, {}, { services: ['all', 'pt'] }).enabled);
    const urgent = items.filter((item) => rulesOf(item).some(({ urgency }) => urgency === 'emergency'));
    const inside = new Set(first!.flatMap((page) => page.items.map(({ linkId }) => linkId)));
    for (const { linkId } of urgent) expect(inside, linkId).to.include(linkId);
  });

  for (const [who, told] of [
    ['had no surgery', { surgery: 'no' }],
    ['is not sure about surgery', { surgery: 'not-sure' }],
    ['had surgery on the belly', { surgery: 'yes', 'surgery-limb': 'no' }],
    ['had surgery on the shoulder', { surgery: 'yes', 'surgery-limb': 'yes' }],
  ] as const)
    it(`asks about a swelling of any leg or arm whoever ${who}`, () => {
      const { enabled } = evaluate(checklist, toldOnly(told), { services: ['pt'] });
      const asked = items.filter(({ linkId }) => linkId.startsWith('rf-leg') && enabled.has(linkId));
      expect(asked).to.have.length(1);
      const { text, options } = asked[0]!;
      expect([text, ...options.map(({ label }) => label)].join('\n')).to.match(
        /leg or arm (is )?newly swollen, or painful with warmth or redness, for no reason (you|I) know\??$/m,
      );
    });

  it('lets several answers be true at once where they are', () => {
    for (const linkId of ['bleeding', 'diabetes', 'heart', 'injury', 'organ', 'pressure'])
      expect(items.find((item) => item.linkId === linkId)?.repeats, linkId).to.equal(true);
  });

  it('names the graver answer first where only one can be given', () => {
    const severity = ['book', 'adapt', 'clearance', 'clinic', 'same-day', 'emergency'];
    const plain = ['yes', 'maybe', 'no', 'not-sure'];
    const single = items.filter((item) => item.type === 'choice' && !item.repeats && rulesOf(item).length > 0);
    expect(single.length).to.be.above(20);
    for (const { linkId, options } of single) {
      const order = options
        .filter(({ value }) => typeof value === 'object' && !plain.includes(value.code!))
        .map(({ rules }) => Math.max(0, ...rules.map(({ outcome, urgency = outcome }) => severity.indexOf(urgency))));
      expect(order, linkId).to.eql(order.toSorted((one, other) => other - one));
    }
    expect(items.find(({ linkId }) => linkId === 'rf-head')!.options[0]!.rules[0]!.urgency).to.equal('emergency');
  });

  it('leaves it to the patient to ask a doctor', () =>
    expect(
      items
        .flatMap(rulesOf)
        .map(({ patientText }) => patientText)
        .filter((text) => /\bwe ask\b/i.test(text)),
    ).to.eql([]));

  it('books nobody who leaves any question open', () => {
    const services = ['all', 'deep'];
    const answers = answersOf(
      { conditions: ['heart', 'pregnant'], heart: 'stable', pregnant: 'yes', 'due-date': '2027-02-01' },
      services,
    );
    for (const linkId of Object.keys(answers))
      expect(screen(checklist, { ...answers, [linkId]: [] }, { services, today }).outcome, linkId).to.equal(
        'incomplete',
      );
  });

  const asksWhere = (said: Answers) => {
    const { enabled } = evaluate(checklist, said, { services: ['all'] });
    return items.flatMap(({ linkId }) => (/^area(?!-avoid)/.test(linkId) && enabled.has(linkId) ? linkId : []));
  };
  const chosen = (code: string): Answers => ({ 'chosen-area': [{ code }] });

  it('asks only which knee of who has picked a treatment by "Knee or hip", and of the rest if they say so', () => {
    expect(asksWhere({})).to.eql(['area']);
    expect(asksWhere(chosen('knee-hip'))).to.eql(['area-knee-hip']);
    expect(asksWhere({ ...chosen('knee-hip'), ...toldOnly({ 'area-knee-hip': ['left-knee', 'elsewhere'] }) })).to.eql([
      'area-knee-hip',
      'area',
    ]);
  });

  it('asks where it hurts of who has picked a symptom, or an area that it does not know', () => {
    for (const code of ['stress', 'elbow', '']) {
      expect(asksWhere(chosen(code))).to.eql(['area']);
      expect(
        evaluate(checklist, { ...answersOf({}, ['all']), ...chosen(code) }, { services: ['all'] }),
      ).to.deep.include({
        missing: [],
        errors: [],
      });
    }
  });

  it('writes down where the patient has said that it hurts', () => {
    const services = ['all', 'relax'];
    const answers = {
      ...answersOf({}, services),
      ...chosen('knee-hip'),
      ...toldOnly({ 'area-knee-hip': ['left-hip'] }),
    };
    const { item: pages } = toResponse(checklist, answers, { services });
    const written = pages
      .at(-1)!
      .item!.flatMap(({ linkId, answer = [] }) =>
        linkId.includes('area') ? answer.map(({ valueCoding }) => [linkId, valueCoding?.code]) : [],
      );
    expect(written).to.eql([
      ['chosen-area', 'knee-hip'],
      ['area-knee-hip', 'left-hip'],
    ]);
  });

  it('makes a response that the contract lets through', () => {
    const services = ['all', 'deep'];
    const response = toResponse(
      checklist,
      answersOf(
        { surgery: 'yes', 'surgery-agreed': 'yes', 'surgery-closed': 'yes', 'surgery-date': '2026-05' },
        services,
      ),
      { services },
    );
    expect(v.parse(QuestionnaireResponse, response)).to.eql(response);
    expect(response.status).to.equal('completed');
  });
});
