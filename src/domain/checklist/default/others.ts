import { alone, answer, anyOf, choice, massage, notSure, page, places, when } from './questions.ts';
import { adapt, askDoctor, callClinic, clearance, noHeat, sameDay } from './rules.ts';

const organSevere = [
  clearance(askDoctor, 'Severe kidney, liver or lung disease, or not sure.', 'unverified'),
  callClinic(
    'Drainage may be too much for you now. Please call us before you book.',
    'Severe kidney, liver or lung disease: no drainage.',
    'unverified',
    {
      for: ['mld'],
    },
  ),
];
const gently = 'We work gently.';
const organMild = (what: string) => [
  adapt(gently, what, 'unverified'),
  clearance(askDoctor, 'Kidney or liver disease, with drainage.', 'unverified', { for: ['mld'] }),
];
const seizure = clearance(askDoctor, 'Seizures in the last year, not controlled, or not sure.', 'unverified');
const hotVein = sameDay(
  'This can be a blood clot. Please get medical help today, and do not rub it.',
  'Hot, red vein.',
  'regulator',
);
const numbNoHeat = noHeat('Numb: no heat.');
const newNumb = [
  clearance('Please see a doctor about it first.', 'New numbness, or one that no doctor knows.', 'unverified'),
  numbNoHeat,
];

/** The rest of the list. */
export const others = page(
  'others-page',
  'And a few more questions',
  [
    anyOf(
      'organ',
      'How is the kidney, liver or lung disease?',
      [
        answer('severe', 'Severe, or with dialysis or swelling', ...organSevere),
        answer('mild', 'Mild, in the kidneys or liver', ...organMild('Mild kidney or liver disease.')),
        answer('lung', 'Mild, in the lungs', adapt(gently, 'Mild lung disease.', 'unverified')),
        notSure(...organSevere),
        alone('over', 'None of these, or it is over', ...organMild('Kidney, liver or lung disease, or had it: ask.')),
      ],
      { when: when('conditions', 'organ') },
    ),
    choice(
      'seizure',
      'When was the last seizure or fainting?',
      [
        answer('under-1-year', 'Less than 1 year ago', seizure),
        answer('uncontrolled', 'They are not under control', seizure),
        answer(
          'over-1-year',
          'More than 1 year ago',
          adapt('Tell us what to do if one starts.', 'Seizures, none for a year: ask for the plan.', 'unverified'),
        ),
        notSure(seizure),
      ],
      { when: when('conditions', 'seizure') },
    ),
    choice(
      'veins',
      'How are the veins in your legs?',
      [
        answer('hot', 'Hot, red, or the skin is sore', hotVein),
        answer(
          'calm',
          'None of that, though they may ache',
          adapt('We keep off those veins.', 'Varicose veins.', 'regulator', { site: 'veins-area' }),
        ),
        notSure(hotVein),
      ],
      { when: when('conditions', 'veins') },
    ),
    places('veins-area', 'Where are the veins?', { when: when('veins', 'calm') }),
    choice(
      'numb',
      'Since when does that part feel less?',
      [
        answer('new', 'It is new or has spread, or no doctor knows', ...newNumb),
        answer(
          'known',
          'For a long time, my doctor knows',
          adapt('We keep off that part.', 'Numb for a long time.', 'regulator', { site: 'numb-area' }),
          numbNoHeat,
        ),
        notSure(...newNumb),
      ],
      { when: when('conditions', 'numb') },
    ),
    places('numb-area', 'Which part feels less?', { when: when('numb', 'known') }),
  ],
  { when: when('conditions', 'organ', 'seizure', 'veins', 'numb'), for: massage },
);
