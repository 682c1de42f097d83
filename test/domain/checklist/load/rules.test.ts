import { choice, onlyFor, option, rule, type Json } from '../questionnaires.ts';
import { refuses } from '../refusals.ts';

const flag = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'boolean', text: linkId, ...more });

describe('a screening rule is refused for', () => {
  const screens = (more: Json = {}, fields: Json = { outcome: 'adapt' }) =>
    choice('q', [option('a', rule(fields)), option('b')], more);
  const integer = (more: Json) => ({ linkId: 'q', type: 'integer', ...more });

  refuses([
    ['an unknown outcome', [screens({}, { outcome: 'maybe' })], 'screening-outcome outcome'],
    ['no outcome', [screens({}, { patientText: 'x' })], 'screening-outcome outcome'],
    ['an unknown field', [screens({}, { outcome: 'adapt', sevices: 'all' })], 'screening-outcome sevices'],
    ['a field twice', [screens({}, { outcome: ['adapt', 'book'] })], 'screening-outcome outcome'],
    ['a call without its urgency', [screens({}, { outcome: 'call' })], 'screening-outcome urgency'],
    ['an unknown urgency', [screens({}, { outcome: 'call', urgency: 'soon' })], 'screening-outcome urgency'],
    ['an urgency without a call', [screens({}, { outcome: 'adapt', urgency: 'clinic' })], 'screening-outcome urgency'],
    ['a rule that rules out nothing', [screens({}, { ruleOut: true })], 'screening-outcome ruleOut'],
    ['a site of a clearance', [screens({}, { outcome: 'clearance', site: 'q' })], 'screening-outcome site'],
    ['a site that is nowhere', [screens({}, { outcome: 'adapt', site: 'z' })], 'screening-outcome site'],
    ['days on an option', [screens({}, { outcome: 'adapt', withinDays: 3 })], 'screening-outcome withinDays'],
    [
      'days on a number',
      [integer({ extension: [rule({ outcome: 'adapt', beforeDays: 3 })] })],
      'screening-outcome beforeDays',
    ],
    [
      'a least number on a date',
      [{ linkId: 'q', type: 'date', extension: [rule({ outcome: 'adapt', min: 3 })] }],
      'screening-outcome min',
    ],
    [
      'an age on a number',
      [integer({ extension: [rule({ outcome: 'adapt', ageUnder: 18 })] })],
      'screening-outcome ageUnder',
    ],
    [
      'a word for days',
      [{ linkId: 'q', type: 'date', extension: [rule({ outcome: 'adapt', withinDays: '3' })] }],
      'screening-outcome withinDays',
    ],
    ['a rule on a boolean', [flag('q', { extension: [rule({ outcome: 'adapt' })] })], 'screening-outcome boolean'],
    [
      'a rule on a group',
      [{ linkId: 'q', type: 'group', extension: [rule({ outcome: 'adapt' })], item: [flag('b')] }],
      'screening-outcome group',
    ],
    [
      'a misspelt extension of ours',
      [flag('q', { extension: [{ url: 'https://myo-booking.example/fhir/screening-outcom' }] })],
      /^extension .*screening-outcom/,
    ],
    [
      'a service without a code',
      [flag('q', { extension: [{ ...onlyFor('all'), valueCode: 3 }] })],
      'screening-services',
    ],
  ]);
});
