import { alone, answer, anyOf, choice, massage, notSure, page, places, when, yesNo } from './questions.ts';
import { adapt, askDoctor, callClinic, clearance, noHeat, note, ruleOut, sameDay } from './rules.ts';

const light = 'We use light pressure.';
const today = 'Please let a doctor look at it today.';
const noDeep = ruleOut(
  ['deep'],
  'Deep tissue massage is not for weak bones.',
  'Weak bones: no deep work.',
  'unverified',
);

const diabetesUnsure = clearance(askDoctor, 'Diabetes with trouble elsewhere, or not sure.', 'unverified');
const openSore = [
  adapt('We keep away from the sore.', 'Diabetes with an open sore under treatment.', 'unverified', {
    site: 'diabetes-sore-area',
  }),
  ruleOut(['hot'], 'Heat is not for open or sore skin.', 'Diabetes with an open sore: no heat.', 'unverified'),
];

/** Illnesses that change how, or where, a massage is given. */
export const illnesses = page(
  'illness-page',
  'A little more about your health',
  [
    anyOf(
      'diabetes',
      'Does your diabetes cause any of these?',
      [
        answer('sore', 'An open sore'),
        answer('organs', 'Trouble with kidneys, heart or blood vessels', diabetesUnsure),
        answer(
          'numb',
          'Numb feet or hands',
          adapt(light, 'Diabetes with numb feet or hands.', 'regulator'),
          noHeat('Numb feet or hands: no heat.'),
        ),
        notSure(diabetesUnsure, noHeat('May have numb feet or hands: no heat.')),
        alone('none', 'None of these', note('', 'Diabetes, no numbness.', 'unverified')),
      ],
      { when: when('conditions', 'diabetes') },
    ),
    yesNo('diabetes-sore', 'Is a doctor or nurse treating the sore?', {
      yes: openSore,
      no: [sameDay(today, 'Diabetes with an open sore that nobody treats.', 'unverified')],
      notSure: [sameDay(today, 'Diabetes with an open sore that nobody may treat.', 'unverified')],
      when: when('diabetes', 'sore'),
    }),
    places('diabetes-sore-area', 'Where is the sore?', { when: when('diabetes-sore', 'yes') }),
    choice(
      'bone',
      'How weak are your bones?',
      [
        answer(
          'severe',
          'A lot, or a bone has broken easily',
          clearance(askDoctor, 'Very weak bones.', 'unverified'),
          noDeep,
        ),
        answer(
          'mild',
          'A little, and none has broken easily',
          adapt(light, 'Weak bones: light pressure, mind the ribs.', 'unverified'),
          noDeep,
        ),
        notSure(clearance(askDoctor, 'Weak bones, not sure how weak.', 'unverified'), noDeep),
      ],
      { when: when('conditions', 'bone') },
    ),
    choice(
      'joints',
      'Are your joints hot or swollen now?',
      [
        answer(
          'many',
          'Several joints, or one and a fever',
          callClinic(
            'Please call us: we wait until it is over.',
            'Several joints flared up, or a fever.',
            'unverified',
          ),
        ),
        answer(
          'one',
          'One joint, and no fever',
          adapt('We keep off that joint.', 'One joint flared up.', 'unverified', { site: 'joints-area' }),
        ),
        answer('calm', 'No, all calm', note('', 'Rheumatoid arthritis, lupus or gout, calm.', 'arthritisStudy')),
        notSure(
          callClinic(
            'Please call us: we find out together whether your joints are calm.',
            'Not sure whether joints are flared up.',
            'unverified',
          ),
        ),
      ],
      { when: when('conditions', 'joints') },
    ),
    places('joints-area', 'Which joint?', { when: when('joints', 'one') }),
  ],
  { when: when('conditions', 'diabetes', 'bone', 'joints'), for: massage },
);
