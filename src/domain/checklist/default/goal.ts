import { atLeast, page, places, scale, words, yesNo } from './questions.ts';
import { callClinic, note } from './rules.ts';

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

/** What the visit is for; the only page that everybody likes to fill in, so it comes last. */
export const goal = page('goal-page', 'What may we do for you?', [
  places('area', 'Where does it hurt, or where should we work?'),
  places('area-avoid', 'Is there a place that we should not touch?', { required: false }),
  scale('pain', 'How bad is the pain today? 0 is no pain, 10 is the worst.'),
  yesNo('pain-new', 'Is this pain new, or getting worse?', { yes: severe, when: atLeast('pain', 8) }),
  words('goal', 'What do you hope for?'),
  yesNo('referred', 'Did a doctor or therapist send you to us?', { required: false }),
]);
