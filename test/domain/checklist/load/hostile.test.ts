import { expect } from '@open-wc/testing';
import { loadQuestionnaire } from '../../../../src/domain/checklist/index.ts';
import { choice, option, resource, rule, type Json } from '../questionnaires.ts';

const flag = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'boolean', text: linkId, ...more });

describe('hostile JSON', () => {
  const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
  let nested: Json = flag('leaf');
  for (let level = 0; level < 50; level++) nested = { linkId: `g${level}`, type: 'group', item: [nested] };
  const endless: Json = { linkId: 'q', type: 'group' };
  endless.item = [endless];

  const wrong: readonly unknown[] = [
    undefined,
    null,
    0,
    1,
    '',
    'x',
    true,
    [],
    [[]],
    {},
    [{}],
    { toString: 1 },
    { length: -1 },
    NaN,
  ];
  const whole: readonly unknown[] = [
    ...wrong,
    resource([]),
    resource([nested]),
    resource([endless]),
    { ...resource([flag('q')]), item: undefined },
    resource([flag('q')], { contained: deep(5000) }),
    resource(Array.from({ length: 2000 }, (_, at) => flag(`q${at}`))),
  ];
  it('is refused whole, and never throws', () => {
    for (const [at, json] of whole.entries()) expect(loadQuestionnaire(json).problems?.length, `${at}`).to.be.above(0);
  });

  it('cannot lend an item what it does not say', () => {
    const json =
      '{"resourceType":"Questionnaire","item":[{"linkId":"q","type":"string","__proto__":{"required":true}}]}';
    expect(loadQuestionnaire(JSON.parse(json)).questionnaire?.items[0]).to.include({ required: false });
  });

  it('may stand in any field', () => {
    const fields = [
      'linkId',
      'text',
      'enableWhen',
      'enableBehavior',
      'required',
      'repeats',
      'readOnly',
      'maxLength',
      'answerOption',
      'answerValueSet',
      'initial',
      'item',
      'extension',
      '_text',
      'type',
      'prefix',
    ];
    const bases: readonly Json[] = [
      choice('q', [option('a', rule({ outcome: 'adapt' }))]),
      flag('q'),
      { linkId: 'q', type: 'group', item: [flag('x')] },
    ];
    for (const base of bases)
      for (const field of fields) for (const value of wrong) loadQuestionnaire(resource([{ ...base, [field]: value }]));
    for (const value of wrong) {
      loadQuestionnaire(
        resource([flag('q', { enableWhen: [{ question: value, operator: value, answerCoding: value }] })]),
      );
      loadQuestionnaire(
        resource([choice('q', [{ valueCoding: value, extension: [{ url: value, extension: value }] }])]),
      );
      loadQuestionnaire(resource([choice('q', [{ valueCoding: { code: value, display: value } }])]));
      loadQuestionnaire(
        resource([
          flag('q', { extension: [{ url: 'x/screening-outcome', extension: [{ url: value, valueCode: value }] }] }),
        ]),
      );
      loadQuestionnaire(
        resource([flag('q')], { contained: value, language: value, title: value, version: value, url: value }),
      );
    }
  });
});
