import type { QuestionnaireItem } from './fhir.ts';
import { anyOf, answer, choice, date, massage, notSure, places, when, yesNo } from './questions.ts';
import { unexplained } from './red-flags.ts';
import { adapt, askDoctor, callClinic, clearance, note, sameDay, wait, wrongYear } from './rules.ts';

const fever = wait(
  2,
  'Please pick a day after you are well again.',
  'Said to be ill when booking: ask again.',
  'regulator',
);
const infection = sameDay('A fever with this needs a doctor today.', 'Fever with a warning sign.', 'unverified');
const spreads = callClinic(
  'So that nobody catches it, please call us before you book.',
  'Skin problem that can spread.',
  'unverified',
);

/** How the patient is these days. */
export const today: readonly QuestionnaireItem[] = [
  yesNo('fever', 'Do you have a fever, flu, a stomach bug or COVID, or do you feel sick today?', { yes: [fever] }),
  anyOf(
    'fever-with',
    'Do you have any of these as well?',
    [
      answer('surgery', 'Surgery in the last 6 weeks', infection),
      answer('back', 'New back pain', infection),
      answer('joint', 'A hot, swollen joint', infection),
      answer('immune', 'Chemotherapy, or medicine that calms the immune system', infection),
      notSure(infection),
    ],
    { when: when('fever', 'yes', 'not-sure') },
  ),
  unexplained,
  choice('skin-contagious', 'Do you have a rash or skin problem that can spread, such as ringworm or cold sores?', [
    answer('large', 'A large area, or shingles, scabies or lice', spreads),
    answer(
      'small',
      'A small spot of something else',
      adapt('We keep away from it.', 'Skin problem that can spread: gloves.', 'unverified', {
        site: 'skin-contagious-area',
      }),
    ),
    answer('none', 'No'),
    notSure(spreads),
  ]),
  places('skin-contagious-area', 'Where is it?', { when: when('skin-contagious', 'small') }),
];

const injured = clearance(askDoctor, 'Broken bone in the last 6 weeks.', 'unverified', { for: massage });
const healing = note('', 'Broken bone in the last 6 weeks.', 'regulator', { for: ['pt'] });
const unseen = clearance('Please let a doctor look at it first.', 'Injury that no doctor has seen.', 'unverified');
const sprain = adapt('We work around it.', 'Sprain in the last 6 weeks.', 'regulator', {
  for: massage,
  site: 'injury-area',
});
const restFirst = wait(3, 'Please give it 3 days of rest first.', 'Fresh sprain.', 'unverified', { for: massage });

/** What was broken or strained lately. */
export const injury: readonly QuestionnaireItem[] = [
  anyOf('injury', 'Have you had any of these in the last 6 weeks?', [
    answer('fracture', 'A broken bone', injured, healing),
    answer('accident', 'A crash or a fall', note('', 'Crash or fall in the last 6 weeks.', 'regulator')),
    answer('sprain', 'A sprain', sprain),
    notSure(unseen),
  ]),
  yesNo('injury-seen', 'Has a doctor looked at all that you broke, or hurt in the crash or fall?', {
    yes: [],
    no: [unseen],
    notSure: [unseen],
    when: when('injury', 'fracture', 'accident'),
  }),
  date('injury-date', 'When was your latest sprain?', [restFirst, ...wrongYear(180)], {
    when: when('injury', 'sprain'),
  }),
  date('injury-when', 'When was your latest break, crash or fall?', [], {
    when: when('injury', 'fracture', 'accident'),
  }),
  places('injury-area', 'Where are you hurt? Choose every place.', {
    when: when('injury', 'sprain', 'fracture', 'accident'),
  }),
];
