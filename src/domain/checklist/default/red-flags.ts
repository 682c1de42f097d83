import type { QuestionnaireItem } from './fhir.ts';
import { anyOf, answer, choice, notSure, yesNo } from './questions.ts';
import { clearance, emergency, sameDay } from './rules.ts';

const callNow = 'Please call emergency services now. We have not booked anything.';

const chest = emergency(callNow, 'Chest pain or hard to breathe.', 'unverified');
const stroke = emergency(callNow, 'Possible stroke.', 'unverified');
const cauda = emergency(
  'Please go to an emergency room today. We have not booked anything.',
  'Possible cauda equina syndrome.',
  'caudaLeaflet',
);
const head = sameDay(
  'Please let a doctor look at you today.',
  'Sudden headache, or injury of head or neck.',
  'unverified',
);
const headNow = emergency(callNow, 'Sudden headache, or injury of head or neck, with a warning sign.', 'unverified');
const bleeding = sameDay(
  'Please call your midwife or doctor today.',
  'Pregnant, with bleeding or strong belly pain.',
  'unverified',
);

/** What needs help now, whatever was to be booked. */
export const redFlags: readonly QuestionnaireItem[] = [
  yesNo('rf-chest', 'Do you have new or worse chest pain now, or is it much harder to breathe than usual?', {
    yes: [chest],
  }),
  yesNo(
    'rf-stroke',
    'Now or in the last week, even if it went away: a drooping face, a weak arm, or mixed-up speech that is new for you?',
    { yes: [stroke] },
  ),
  choice(
    'rf-head',
    'In the last 2 weeks, did you have the worst sudden headache of your life, or a fall, blow or crash that hurt your head or neck? Your usual migraine does not count.',
    [
      answer('warning', 'Yes, and I take a blood thinner, feel drowsy or throw up', headNow),
      answer('yes', 'Yes, but none of that', head),
      answer('no', 'No'),
      notSure(head),
    ],
  ),
  anyOf('rf-cauda', 'Is any of these new for you, together with back or leg pain?', [
    answer('numb', 'Numb between my legs', cauda),
    answer('pee', 'I cannot start or hold my pee', cauda),
    answer('bowels', 'I lose control of my bowels (more than being constipated)', cauda),
    answer('legs', 'Both legs are weak', cauda),
    notSure(cauda),
  ]),
  yesNo('rf-pregnant', 'Are you pregnant, and bleeding or in strong belly pain now?', { yes: [bleeding], for: ['pt'] }),
];

const doctorFirst = (what: string) => clearance('Please see a doctor about it first.', what, 'unverified');

/** What a doctor should look at before anybody treats it. */
export const unexplained = anyOf('rf-night', 'Have you noticed any of these?', [
  answer('night', 'New pain that wakes me each night', doctorFirst('New pain at night.')),
  answer('weight', 'I lost weight and cannot say why', doctorFirst('Weight loss without a reason.')),
  answer('lump', 'A new lump', doctorFirst('New lump: do not treat it.')),
  notSure(doctorFirst('Not sure about night pain, weight loss or a lump.')),
]);
