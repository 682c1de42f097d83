import type { Answers, Questionnaire } from '../../src/domain/checklist/index.ts';
import {
  choice,
  exclusive,
  extension,
  loaded,
  option,
  rule,
  when,
  type Json,
} from '../domain/checklist/questionnaires.ts';

const control = (code: string) =>
  extension('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code }] } });
const group = (linkId: string, text: string, item: readonly Json[]): Json => ({ linkId, type: 'group', text, item });
const required = (linkId: string, type: string, text: string, more: Json = {}): Json => ({
  linkId,
  type,
  text,
  required: true,
  ...more,
});
const call = (urgency: string, patientText: string) => rule({ outcome: 'call', urgency, patientText });
const yesNo = (linkId: string, text: string, yes: readonly Json[], more: Json = {}) =>
  choice(linkId, [option('Yes', ...yes), option('No'), option('Not sure', ...yes)], { text, required: true, ...more });
const places = [option('Left knee'), option('Right knee')];

const rightNow = group('now', 'Right now', [
  yesNo('chest', 'Do you have new chest pain?', [call('emergency', 'New chest pain needs a doctor right away.')]),
  choice(
    'head',
    [
      option('No'),
      option('A very bad headache', call('same-day', 'Let a doctor look at it today.')),
      option('I hurt my head and feel drowsy', call('emergency', 'Call emergency services now.')),
      option('Not sure', call('clinic', 'Please talk to us about your head.')),
    ],
    { text: 'Did you hurt your head?', required: true },
  ),
]);

const surgery = group('surgery-page', 'Surgery', [
  yesNo('surgery', 'Have you had surgery?', [
    rule({ outcome: 'clearance', patientText: 'Please ask your surgeon first.' }),
  ]),
  required('surgery-date', 'date', 'When was it?', {
    enableWhen: [when('surgery', '=', { answerCoding: { code: 'Yes' } })],
    extension: [extension('maxValue', { valueDate: '2026-11-23' })],
  }),
  yesNo('fever', 'Do you have a fever?', [
    rule({ outcome: 'book', notBeforeDays: 8, patientText: 'Pick a day after you are well.' }),
  ]),
]);

const conditions = group('conditions', 'Conditions', [
  choice(
    'any',
    [
      option('A rash', rule({ outcome: 'adapt', patientText: 'We keep away from it.' })),
      option(
        'Numb feet',
        rule({ outcome: 'book', ruleOut: true, services: 'hot', patientText: 'No heat on numb skin.' }),
      ),
      option('Fresh wound', call('clinic', 'Please call us about the wound.')),
      option('None of these', exclusive),
    ],
    { text: 'Do you have any of these?', required: true, repeats: true, extension: [control('check-box')] },
  ),
]);

const everyKind = group('kinds', 'About you', [
  { linkId: 'intro', type: 'display', text: 'Only a few left.' },
  required('smoker', 'boolean', 'Do you smoke?'),
  choice('side', [option('Left'), option('Right')], {
    text: 'On which side?',
    required: true,
    extension: [control('drop-down')],
  }),
  choice('oil', [option('Almond'), option('None of these', exclusive)], {
    text: 'What are you allergic to?',
    type: 'open-choice',
    required: true,
    repeats: true,
  }),
  required('weight', 'decimal', 'How much do you weigh?', {
    item: [{ linkId: 'weight-help', type: 'display', text: 'About is enough.', extension: [control('help')] }],
    extension: [
      extension('questionnaire-unit', { valueCoding: { code: 'kg', display: 'kg' } }),
      extension('minValue', { valueDecimal: 20 }),
      extension('maxValue', { valueDecimal: 300 }),
    ],
  }),
  required('pain', 'integer', 'How bad is the pain? 0 is none, 10 the worst.', {
    extension: [
      control('slider'),
      extension('minValue', { valueInteger: 0 }),
      extension('maxValue', { valueInteger: 10 }),
    ],
  }),
  group('body', 'Your body', [
    choice('area', places, { text: 'Where does it hurt?', required: true, repeats: true }),
    { linkId: 'goal', type: 'text', text: 'What do you hope for?' },
  ]),
]);

/** Four pages with every kind of question, and every outcome. */
export const checklist: Questionnaire = loaded([rightNow, surgery, conditions, everyKind]);

/** Everything answered in the mildest way, as the element keeps it. */
export const healthy: Answers = {
  chest: [{ system: 'urn:test', code: 'No' }],
  head: [{ system: 'urn:test', code: 'No' }],
  surgery: [{ system: 'urn:test', code: 'No' }],
  fever: [{ system: 'urn:test', code: 'No' }],
  any: [{ system: 'urn:test', code: 'None of these' }],
  smoker: [false],
  side: [{ system: 'urn:test', code: 'Left' }],
  oil: [{ system: 'urn:test', code: 'None of these' }],
  weight: [70],
  pain: [4],
  area: [{ system: 'urn:test', code: 'Left knee' }],
};
