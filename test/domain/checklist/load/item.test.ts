import { expect } from '@open-wc/testing';
import { choice, extension, hidden, option, problemsOf, resource, rule, type Json } from '../questionnaires.ts';
import { refuses, type Refusal } from '../refusals.ts';

const flag = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'boolean', text: linkId, ...more });
const concepts = { system: 'urn:test', concept: [{ code: 'a', display: 'A' }, { code: 'b' }] };
const valueSet = (content: Json): Json => ({ contained: [{ resourceType: 'ValueSet', id: 'vs', ...content }] });
const fromValueSet: Json = { linkId: 'q', type: 'choice', answerValueSet: '#vs' };

describe('an item is refused for', () => {
  const expression = (name: string) => ({
    url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`,
    valueExpression: {},
  });
  const screens = (more: Json = {}) => choice('q', [option('a', rule({ outcome: 'adapt' })), option('b')], more);
  const integer = (more: Json) => ({ linkId: 'q', type: 'integer', ...more });

  refuses([
    ...['attachment', 'reference', 'quantity', 'dateTime', 'time', 'url', 'question', 'toString'].map(
      (type): Refusal => [`type ${type}`, [{ linkId: 'q', type }], `type ${type}`],
    ),
    ['no type', [{ linkId: 'q' }], 'type undefined'],
    ...['enableWhenExpression', 'calculatedExpression', 'answerExpression', 'answerOptionsToggleExpression'].map(
      (name): Refusal => [name, [flag('q', { extension: [expression(name)] })], new RegExp(`^extension .*${name}`)],
    ),
    ...['questionnaire-constraint', 'targetConstraint', 'cqf-expression', 'rendering-criticalExtension'].map(
      (name): Refusal => [name, [flag('q', { extension: [extension(name, {})] })], new RegExp(`^extension .*${name}`)],
    ),
    [
      'cqf-expression inside a limit',
      [
        integer({
          extension: [
            extension('minValue', { valueInteger: 0, _valueInteger: { extension: [extension('cqf-expression', {})] } }),
          ],
        }),
      ],
      /^extension .*cqf-expression/,
    ],
    [
      'cqf-expression inside a text',
      [flag('q', { _text: { extension: [extension('cqf-expression', {})] } })],
      /^extension .*cqf-expression/,
    ],
    ['modifierExtension', [flag('q', { modifierExtension: [] })], 'modifierExtension'],
    [
      'modifierExtension on an option',
      [choice('q', [{ ...option('a'), modifierExtension: [{}] }])],
      'modifierExtension',
    ],
    [
      'initialExpression on a screening question',
      [screens({ extension: [expression('initialExpression')] })],
      'initial',
    ],
    ['initial on a screening question', [screens({ initial: [{ valueCoding: { code: 'a' } }] })], 'initial'],
    [
      'initialSelected on a screening question',
      [choice('q', [option('a', rule({ outcome: 'adapt' })), { ...option('b'), initialSelected: true }])],
      'initial',
    ],
    [
      'a remote value set',
      [{ linkId: 'q', type: 'choice', answerValueSet: 'http://loinc.org/vs/LL358-3' }],
      'answerOption',
    ],
    ['a value set that is not there', [fromValueSet], 'answerOption'],
    ['a choice without answers', [{ linkId: 'q', type: 'choice' }], 'answerOption'],
    ['both kinds of answers', [choice('q', [option('a')], { answerValueSet: '#vs' })], 'answerValueSet'],
    ['answers of another type', [choice('q', [{ valueDate: '2026-01-01' }])], 'valueDate'],
    ['an answer without a code', [choice('q', [{ valueCoding: { display: 'A' } }])], 'answerOption'],
    ['answers on a text', [{ linkId: 'q', type: 'string', answerOption: [{ valueString: 'a' }] }], 'answerOption'],
    ['STU3 option', [{ linkId: 'q', type: 'choice', option: [] }], 'option'],
    ['a misspelt field', [flag('q', { enablewhen: [] })], 'enablewhen'],
    ['a field of a wrong kind', [flag('q', { required: 'yes' })], 'required'],
    ['items that are no items', [{ linkId: 'q', type: 'group', item: ['x'] }], 'item'],
    ['an empty group', [{ linkId: 'q', type: 'group' }], 'item'],
    ['a display with items', [{ linkId: 'q', type: 'display', item: [flag('b')] }], 'item'],
    ['a repeating group', [{ linkId: 'q', type: 'group', repeats: true, item: [flag('b')] }], 'repeats'],
    ['a repeating text', [{ linkId: 'q', type: 'string', repeats: true }], 'repeats'],
    ['a repeating question with items', [choice('q', [option('a')], { repeats: true, item: [flag('b')] })], 'repeats'],
    [
      'minOccurs without repeats',
      [choice('q', [option('a')], { extension: [extension('questionnaire-minOccurs', { valueInteger: 2 })] })],
      'minOccurs',
    ],
    ['required yet hidden', [flag('q', { required: true, extension: [hidden] })], 'hidden'],
    [
      'required yet hidden, with a start that says nothing',
      [flag('q', { required: true, extension: [hidden], initial: [{}] })],
      'hidden',
    ],
    ['screening yet hidden', [screens({ extension: [hidden] })], 'hidden'],
    [
      'screening inside a hidden group',
      [{ linkId: 'g', type: 'group', extension: [hidden], item: [screens()] }],
      'hidden',
    ],
    ['screening yet read-only', [screens({ readOnly: true })], 'hidden'],
    ['a linkId twice', [flag('q'), { linkId: 'g', type: 'group', item: [flag('q')] }], 'linkId'],
    ['a text for a least number', [integer({ extension: [extension('minValue', { valueString: '3' })] })], 'minValue'],
    [
      'a least number for a text',
      [{ linkId: 'q', type: 'string', extension: [extension('minValue', { valueInteger: 3 })] }],
      'minValue',
    ],
    [
      'no such last day',
      [{ linkId: 'q', type: 'date', extension: [extension('maxValue', { valueDate: '2026-02-30' })] }],
      'maxValue',
    ],
    [
      'a pattern that is none',
      [{ linkId: 'q', type: 'string', extension: [extension('regex', { valueString: '(' })] }],
      'regex',
    ],
    [
      'a pattern that never ends',
      [{ linkId: 'q', type: 'string', extension: [extension('regex', { valueString: '(a|a)*b' })] }],
      'regex',
    ],
  ]);

  const partly: readonly (readonly [string, Json])[] = [
    ['a filter', { compose: { include: [{ system: 'urn:test', filter: [{}] }] } }],
    ['another value set', { compose: { include: [{ ...concepts, valueSet: ['urn:x'] }] } }],
    ['a whole code system', { compose: { include: [concepts, { system: 'urn:other' }] } }],
    ['exceptions', { compose: { include: [concepts], exclude: [{}] } }],
    ['nothing', {}],
  ];
  for (const [name, content] of partly)
    it(`a contained ValueSet with ${name}`, () =>
      expect(problemsOf(resource([fromValueSet], valueSet(content)))[0]?.reason).to.match(/^answerOption$/));

  it('implicitRules, and a modifierExtension of the whole', () => {
    const problems = problemsOf(resource([flag('q')], { implicitRules: 'urn:x', modifierExtension: [{}] }));
    expect(problems.map(({ reason }) => reason)).to.have.members(['implicitRules', 'modifierExtension']);
  });

  it('saying everything at once', () => {
    const problems = problemsOf(
      resource([flag('a', { type: 'time' }), flag('b', { option: [] }), flag('q', { type: 'url' }), flag('a')]),
    );
    expect(problems.map(({ linkId }) => linkId)).to.eql(['a', 'b', 'q', 'a']);
  });
});
