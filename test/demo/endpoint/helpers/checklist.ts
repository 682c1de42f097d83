import type { QuestionnaireResource, QuestionnaireResponse } from '../../../../src/contract/index.ts';

const outcomeUrl = 'https://myo-booking.example/fhir/screening-outcome';

type Field = { readonly url: string; readonly [value: string]: unknown };
const code = (url: string, valueCode: string): Field => ({ url, valueCode });
const words = (url: string, valueString: string): Field => ({ url, valueString });
const days = (url: string, valueInteger: number): Field => ({ url, valueInteger });

/** A question to which "yes" has a rule. */
const question = (linkId: string, text: string, ...rule: readonly Field[]) => ({
  linkId,
  text,
  type: 'choice',
  required: true,
  answerOption: [
    { valueCoding: { code: 'no', display: 'No' } },
    { valueCoding: { code: 'yes', display: 'Yes' }, extension: [{ url: outcomeUrl, extension: rule }] },
  ],
});

/** Five questions, one for each way in which a screening can end. */
export const checklist: QuestionnaireResource = {
  resourceType: 'Questionnaire',
  url: 'https://cedar.example/Questionnaire/short',
  version: '3',
  status: 'active',
  language: 'en',
  item: [
    question(
      'chest',
      'Does your chest hurt now?',
      code('outcome', 'call'),
      code('urgency', 'emergency'),
      words('patientText', 'Call 911 now.'),
    ),
    question(
      'clot',
      'Did you have a clot?',
      code('outcome', 'clearance'),
      words('patientText', 'Your doctor has to agree.'),
    ),
    question('sore', 'Are you sore all over?', code('outcome', 'adapt'), words('therapistText', 'Start light.')),
    question('numb', 'Are your feet numb?', { url: 'ruleOut', valueBoolean: true }, code('services', 'hot')),
    question('fever', 'Do you have a fever?', days('notBeforeDays', 10)),
  ],
};

export const canonical = `${checklist.url}|${checklist.version}`;

/** Answers to all five: "no" but for those named. */
export const answers = (...yes: readonly string[]): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: canonical,
  status: 'completed',
  item: checklist.item.map(({ linkId, text }) => ({
    linkId,
    text: `${text}`,
    answer: [{ valueCoding: { code: yes.includes(linkId) ? 'yes' : 'no' } }],
  })),
});
