import { expect } from '@open-wc/testing';
import { explain } from '../../../src/domain/checklist/index.ts';
import {
  choice,
  code,
  exclusive,
  extension,
  hidden,
  loaded,
  option,
  problemsOf,
  resource,
  rule,
  when,
  type Json,
} from './questionnaires.ts';

const flag = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'boolean', text: linkId, ...more });
const concepts = { system: 'urn:test', concept: [{ code: 'a', display: 'A' }, { code: 'b' }] };
const valueSet = (content: Json): Json => ({ contained: [{ resourceType: 'ValueSet', id: 'vs', ...content }] });
const fromValueSet: Json = { linkId: 'q', type: 'choice', answerValueSet: '#vs' };
const control = (name: string) =>
  extension('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system: 'urn:x', code: name }] } });
const translated = (texts: Readonly<Record<string, string>>): Json => ({
  extension: Object.entries(texts).map(([lang, content]) =>
    extension('translation', {
      extension: [
        { url: 'lang', valueCode: lang },
        { url: 'content', valueString: content },
      ],
    }),
  ),
});

describe('loading a Questionnaire', () => {
  it('names it, and reads its items whole', () => {
    const help = { linkId: 'help', type: 'display', text: 'About when is enough.', extension: [control('help')] };
    const limits = [extension('minValue', { valueInteger: 0 }), extension('maxValue', { valueInteger: 10 })];
    const unit = extension('questionnaire-unit', { valueCoding: { code: 'wk', display: 'weeks' } });
    const item = {
      linkId: 'q',
      type: 'integer',
      text: 'How long?',
      required: true,
      prefix: '1',
      extension: [control('slider'), unit, ...limits],
      item: [help],
    };
    const questionnaire = loaded([item], { title: 'Intake', language: 'en' });
    expect(questionnaire).to.include({
      canonical: 'https://clinic.example/fhir/Questionnaire/q|3',
      title: 'Intake',
      status: 'active',
    });
    expect(questionnaire.items[0]).to.deep.include({
      linkId: 'q',
      type: 'integer',
      text: 'How long?',
      help: 'About when is enough.',
      required: true,
      control: 'slider',
      min: 0,
      max: 10,
      unit: 'weeks',
      items: [],
    });
  });

  it('reads options with their rules', () => {
    const [item] = loaded([
      choice('q', [
        option('a', rule({ outcome: 'adapt', services: ['deep', 'hot'], site: 'q' })),
        option('none', exclusive),
      ]),
    ]).items;
    expect(item?.options.map(({ label, exclusive: alone }) => [label, alone])).to.eql([
      ['a', false],
      ['none', true],
    ]);
    expect(item?.options[0]?.rules).to.eql([
      {
        outcome: 'adapt',
        services: ['deep', 'hot'],
        except: [],
        site: 'q',
        ruleOut: false,
        patientText: '',
        therapistText: '',
        source: '',
      },
    ]);
  });

  const contents: readonly (readonly [string, Json])[] = [
    ['listed', { compose: { include: [concepts] } }],
    [
      'expanded',
      {
        compose: { include: [{ system: 'urn:x' }] },
        expansion: { contains: concepts.concept.map((each) => ({ system: 'urn:test', ...each })) },
      },
    ],
    [
      'expanded in depth',
      {
        expansion: {
          contains: [
            {
              abstract: true,
              code: 'top',
              contains: [
                { system: 'urn:test', code: 'a', display: 'A', contains: [{ system: 'urn:test', code: 'b' }] },
              ],
            },
          ],
        },
      },
    ],
  ];
  for (const [name, content] of contents)
    it(`takes the answers of a contained ValueSet, ${name}`, () => {
      const [item] = loaded([fromValueSet], valueSet(content)).items;
      expect(item?.options.map(({ label }) => label)).to.eql(['A', 'b']);
      expect(item?.options[1]?.value).to.eql(code('b'));
    });

  it('speaks the language that was asked for, as far as it is translated', () => {
    const texts = { text: 'Pain?', _text: translated({ es: '¿Dolor?' }) };
    const yes = { valueCoding: { code: 'y', display: 'Yes', _display: translated({ es: 'Sí', 'es-MX': 'Sí pues' }) } };
    const told = rule({ outcome: 'adapt', patientText: 'Gently.' });
    const parts = told.extension as Json[];
    Object.assign(parts[1] ?? {}, { _valueString: translated({ es: 'Con cuidado.' }) });
    const items = [choice('q', [{ ...yes, extension: [told] }, option('no')], texts)];
    const read = (language: string) => {
      const [item] = loaded(items, { language: 'en' }, language).items;
      return [item?.text, item?.options[0]?.label, item?.options[1]?.label, item?.options[0]?.rules[0]?.patientText];
    };
    expect(read('es')).to.eql(['¿Dolor?', 'Sí', 'no', 'Con cuidado.']);
    expect(read('es-MX')).to.eql(['¿Dolor?', 'Sí pues', 'no', 'Con cuidado.']);
    expect(read('fr')).to.eql(['Pain?', 'Yes', 'no', 'Gently.']);
    expect(read('')).to.eql(['Pain?', 'Yes', 'no', 'Gently.']);
  });

  it('hides what stands inside something hidden, and keeps what it always says', () => {
    const inner = { linkId: 'inner', type: 'string', required: true, initial: [{ valueString: 'kg' }] };
    const [group] = loaded([{ linkId: 'g', type: 'group', extension: [hidden], item: [inner] }]).items;
    expect(group?.items[0]).to.deep.include({ hidden: true, fixed: ['kg'] });
  });

  it('keeps as a text of its own what comes and goes, or has items', () => {
    const help = { linkId: 'help', type: 'display', text: 'Help', extension: [control('help')] };
    const asking = { ...help, enableWhen: [when('a', '=', { answerBoolean: true })] };
    const [question] = loaded([{ ...flag('q'), item: [asking] }, flag('a')]).items;
    expect([question?.help, question?.items[0]?.text]).to.eql(['', 'Help']);
    expect(problemsOf(resource([flag('q', { item: [{ ...help, item: [flag('b')] }] })]))).not.to.eql([]);
  });

  it('passes over what changes nothing for an answer', () => {
    const ignored = [
      'ordinalValue',
      'questionnaire-choiceOrientation',
      'designNote',
      'rendering-style',
      'questionnaire-displayCategory',
    ];
    const item = flag('q', {
      definition: 'urn:x',
      code: [],
      id: 'x',
      extension: ignored.map((name) => extension(name, { valueString: '' })),
    });
    expect(problemsOf(resource([item], { variable: 1, meta: {} }))).to.eql([]);
  });

  it('explains to its author what to do about a refusal', () => {
    const cases: readonly (readonly [problem: string, advice: RegExp])[] = [
      ['linkId', /^q: linkId: every item needs/],
      ['type dateTime', /^q: type dateTime: .* not supported/],
      ['enableWhen vision', /^q: enableWhen vision: the condition/],
      ['screening-outcome site', /^q: screening-outcome site: this field of the rule/],
      ['SyntaxError: Invalid', /cannot be read$/],
      ['hasAnswer', /^q: hasAnswer: not supported/],
    ];
    for (const [reason, advice] of cases) expect(explain({ linkId: 'q', reason })).to.match(advice);
    expect(explain({ linkId: '', reason: 'item' })).to.match(/^Questionnaire: item: /);
  });
});
