import type { QuestionnaireItem } from './fhir.ts';
import { answer, anyOf, date, massage, notSure, places, when, yesNo } from './questions.ts';
import { adapt, butFor, callClinic, clearance, sameDay, wrongYear } from './rules.ts';

const clot = sameDay(
  'This can be a blood clot. Please get medical help today, and do not rub it.',
  'Possible blood clot in a leg or arm.',
  'unverified',
);
const woundOpen = callClinic(
  'The wound has to close first. Please call us before you book.',
  'Wound after surgery may be open.',
  'regulator',
);
const unsureOfSurgery = clearance(
  'Please ask your doctor first.',
  'Not sure about surgery in the last 12 months.',
  'unverified',
  {
    for: massage,
  },
);

const surgeonFirst = 'Please ask your surgeon first. We give you a page for them.';
const callFirst = 'Please call us, so that we can ask your surgeon together.';
const underTwoWeeks = { withinDays: 13 };
const twoToSix = { beforeDays: 13, withinDays: 41, for: massage };
const sixToTwelve = { beforeDays: 41, withinDays: 83, for: massage };
const overTwelve = { beforeDays: 83, for: massage, site: 'surgery-area' };

const askSurgeon = clearance(surgeonFirst, 'Surgery 2 to 6 weeks before the visit.', 'unverified', twoToSix);
const oldScar = adapt(
  'We go gently around the scar.',
  'Surgery more than 12 weeks before the visit.',
  'unverified',
  overTwelve,
);

/** It was to be in the last 12 months. */
const tooLongAgo = wrongYear(365, { for: massage });

const tooFresh = 'Surgery less than 2 weeks before the visit.';

/** A date is about when; with the surgeon's consent some weeks count less, yet never fewer than six without the surgeon's own word. */
const agreedBands = [
  ...butFor(['scar', 'mld'], (kinds) => callClinic(callFirst, tooFresh, 'regulator', { ...underTwoWeeks, ...kinds })),
  clearance(surgeonFirst, tooFresh, 'unverified', { ...underTwoWeeks, for: massage }),
  askSurgeon,
  adapt(
    'We keep away from the scar.',
    'Surgery 6 to 12 weeks before the visit. Patient says the surgeon agreed.',
    'unverified',
    {
      ...sixToTwelve,
      site: 'surgery-area',
    },
  ),
  oldScar,
  ...tooLongAgo,
];
const notAgreedBands = [
  callClinic(callFirst, 'Surgery less than 2 weeks before the visit, surgeon not asked.', 'regulator', {
    ...underTwoWeeks,
    for: massage,
  }),
  askSurgeon,
  clearance(surgeonFirst, 'Surgery 6 to 12 weeks before the visit, surgeon not asked.', 'unverified', sixToTwelve),
  oldScar,
  ...tooLongAgo,
];

const about = 'When was your latest surgery? About when is enough.';

/** Surgery comes before the question about swelling, whose wording depends on it. */
export const surgery: readonly QuestionnaireItem[] = [
  yesNo('surgery', 'Have you had surgery in the last 12 months? Teeth, eyes and small skin spots do not count.', {
    notSure: [unsureOfSurgery],
  }),
  yesNo('surgery-limb', 'Was any of it on a leg, hip, arm or shoulder, in the last 12 weeks?', {
    when: when('surgery', 'yes'),
  }),
  yesNo('rf-leg', 'Is one leg or arm newly swollen, or painful with warmth or redness, for no reason you know?', {
    yes: [clot],
    when: [...when('surgery', 'no', 'not-sure'), ...when('surgery-limb', 'no', 'not-sure')],
  }),
  anyOf(
    'rf-leg-after',
    'Some swelling and warmth are normal where you had surgery. Do you have any of these?',
    [
      answer('worse', 'It is much worse there than my surgeon told me to expect', clot),
      answer('calf', 'Pain or redness in the calf', clot),
      answer(
        'other',
        'Another leg or arm is newly swollen, or painful with warmth or redness, for no reason I know',
        clot,
      ),
      notSure(clot),
    ],
    { when: when('surgery-limb', 'yes') },
  ),
  yesNo('surgery-closed', 'Is every wound from surgery fully closed and dry?', {
    yes: [],
    no: [woundOpen],
    notSure: [woundOpen],
    when: when('surgery', 'yes'),
  }),
  yesNo('surgery-agreed', 'Has your surgeon agreed to massage?', { when: when('surgery', 'yes'), for: massage }),
  date('surgery-date', about, agreedBands, { when: when('surgery-agreed', 'yes'), for: massage }),
  date('surgery-date-asking', about, notAgreedBands, { when: when('surgery-agreed', 'no', 'not-sure'), for: massage }),
  places('surgery-area', 'Where was the surgery? Choose every place.', { when: when('surgery', 'yes'), for: massage }),
];
