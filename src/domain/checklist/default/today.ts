import { anyOf, answer, choice, date, massage, notSure, page, places, when, yesNo } from './questions.ts';
import { unexplained } from './red-flags.ts';
import { adapt, callClinic, clearance, sameDay, wait } from './rules.ts';

const fever = wait(
  2,
  'Please pick a day after you are well again.',
  'Said to be ill when booking: ask again.',
  'regulator',
);
const infection = sameDay('A fever with this needs a doctor today.', 'Fever with a warning sign.', 'unverified');
const spreads = callClinic('Please call us before you book.', 'Skin problem that can spread.', 'unverified');

/** How the patient is these days. */
export const today = page('today', 'How are you today?', [
  yesNo('fever', 'Do you have a fever, flu, a stomach bug or COVID, or do you feel sick today?', { yes: [fever] }),
  anyOf(
    'fever-with',
    'Do you have any of these as well?',
    [
      answer('surgery', 'Surgery in the last 6 weeks', infection),
      answer('back', 'New back pain', infection),
      answer('joint', 'A hot, swollen joint', infection),
      notSure(infection),
    ],
    { when: when('fever', 'yes', 'not-sure') },
  ),
  unexplained,
  choice('skin-contagious', 'Do you have a rash or skin problem that can spread, such as ringworm or cold sores?', [
    answer('none', 'No'),
    answer(
      'small',
      'A small spot',
      adapt('We keep away from it.', 'Skin problem that can spread: gloves.', 'unverified', {
        site: 'skin-contagious-area',
      }),
    ),
    answer('large', 'A large area, or shingles, scabies or lice', spreads),
    notSure(spreads),
  ]),
  places('skin-contagious-area', 'Where is it?', { when: when('skin-contagious', 'small') }),
]);

const injured = clearance(
  'We ask your doctor first. You can still pick a time.',
  'Broken bone in the last 6 weeks.',
  'unverified',
  {
    for: massage,
  },
);
const unseen = clearance(
  'Please let a doctor look at it first. You can still pick a time.',
  'Injury that no doctor has seen.',
  'unverified',
);
const sprain = adapt('We work around it.', 'Sprain in the last 6 weeks.', 'regulator', {
  for: massage,
  site: 'injury-area',
});

/** What was broken or strained lately. */
export const injury = page('injury-page', 'Injuries', [
  choice('injury', 'Have you broken a bone, sprained something or had an accident in the last 6 weeks?', [
    answer('none', 'No'),
    answer('sprain', 'A sprain', sprain),
    answer('fracture', 'A broken bone', injured),
    answer('accident', 'A crash or a fall'),
    notSure(unseen),
  ]),
  yesNo('injury-seen', 'Has a doctor looked at it?', {
    yes: [],
    no: [unseen],
    notSure: [unseen],
    when: when('injury', 'fracture', 'accident'),
  }),
  date(
    'injury-date',
    'When did it happen?',
    [wait(3, 'Please give it 3 days of rest first.', 'Fresh sprain.', 'unverified')],
    {
      when: when('injury', 'sprain'),
    },
  ),
  places('injury-area', 'Where is the injury?', { when: when('injury', 'sprain', 'fracture', 'accident') }),
]);
