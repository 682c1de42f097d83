import { answer, atLeast, choice, page, places, scale, when, words, yesNo } from './questions.ts';
import { adapt, callClinic, note } from './rules.ts';
import { where } from './where.ts';

const severe = [
  callClinic(
    'Please call us before you book, so that we find what helps.',
    'Pain of 8 or more, new or getting worse.',
    'painScale',
    {
      for: ['all'],
    },
  ),
  note('', 'Pain of 8 or more, new or getting worse.', 'painScale', { for: ['pt'] }),
];

/** Where nobody's hands should go, for whatever reason. */
const offLimits = adapt('We keep off that place.', 'Does not want to be touched there.', 'unverified', {
  site: 'area-avoid',
});

/** What the visit is for; the only page that everybody likes to fill in, so it comes last. */
export const goal = page('goal-page', 'What may we do for you?', [
  ...where,
  choice('avoid', 'Is there a place that we should not touch?', [answer('yes', 'Yes'), answer('no', 'No')]),
  places('area-avoid', 'Which place is it?', { when: when('avoid', 'yes'), rules: [offLimits] }),
  scale(
    'pain',
    'How bad is the pain today? 0 is no pain, 1 to 3 is mild, 4 to 6 is hard to forget, 7 to 9 is bad, 10 is the worst.',
  ),
  yesNo('pain-new', 'Is this pain new, or getting worse?', { yes: severe, when: atLeast('pain', 8) }),
  choice(
    'pain-since',
    'How long have you had the pain?',
    [
      answer('days', 'Some days'),
      answer('weeks', 'Some weeks'),
      answer('months', 'Some months'),
      answer('years', 'A year or longer'),
    ],
    { required: false, when: atLeast('pain', 1) },
  ),
  words('better', 'What makes it better?', { when: atLeast('pain', 1) }),
  words('goal', 'What do you hope for?'),
  yesNo('referred', 'Did a doctor or therapist send you to us?', { required: false }),
  words('referrer', 'Who sent you?', { when: when('referred', 'yes') }),
]);
