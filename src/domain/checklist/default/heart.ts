import { alone, answer, anyOf, choice, massage, notSure, page, when } from './questions.ts';
import { adapt, askDoctor, callClinic, clearance, note, sameDay } from './rules.ts';

const drainage = { for: ['mld'] };
const pressure = clearance(askDoctor, 'Blood pressure not under control, or not sure.', 'unverified');
const recentStroke = clearance(askDoctor, 'Stroke less than 6 months ago, or not sure.', 'unverified');
const unstableHeart = clearance(askDoctor, 'Heart trouble in the last 6 months, or not sure.', 'unverified');

export const heart = page(
  'heart-page',
  'Heart and circulation',
  [
    anyOf(
      'heart',
      'Does any of these apply to your heart now?',
      [
        answer(
          'effort',
          'New chest pain when I make an effort',
          sameDay('Please let a doctor look at you today.', 'New chest pain with effort.', 'unverified'),
        ),
        answer(
          'swelling',
          'I have swollen legs or get short of breath from it',
          clearance(askDoctor, 'Heart disease with swelling or short of breath.', 'unverified'),
          callClinic(
            'Drainage may be too much for your heart now. Please call us before you book.',
            'Heart disease with swelling: no drainage.',
            'unverified',
            drainage,
          ),
        ),
        answer('recent', 'Something happened in the last 6 months', unstableHeart),
        notSure(unstableHeart),
        alone(
          'stable',
          'None of these: it is stable, and a doctor looks after it',
          adapt('We work gently.', 'Stable heart disease.', 'unverified'),
          clearance(askDoctor, 'Heart disease, with drainage.', 'unverified', drainage),
        ),
      ],
      { when: when('conditions', 'heart') },
    ),
    anyOf(
      'pressure',
      'Do any of these apply to your blood pressure?',
      [
        answer(
          'very-high',
          'It was 180 over 110 or more when last measured',
          sameDay('Please talk to a doctor today.', 'Blood pressure 180 over 110 or more.', 'unverified'),
        ),
        answer('no', 'It is often too high', pressure),
        notSure(pressure),
        alone(
          'yes',
          'None of these: it is under control',
          note('', 'High blood pressure, under control: let them get up slowly.', 'unverified'),
        ),
      ],
      { when: when('conditions', 'pressure') },
    ),
    choice(
      'stroke',
      'When was your latest stroke or mini-stroke?',
      [
        answer('under-6-months', 'Less than 6 months ago', recentStroke),
        answer(
          'over-6-months',
          'More than 6 months ago',
          adapt('We work gently around the neck.', 'Old stroke: nothing at the front of the neck.', 'unverified'),
        ),
        notSure(recentStroke),
      ],
      { when: when('conditions', 'stroke') },
    ),
  ],
  { when: when('conditions', 'heart', 'pressure', 'stroke'), for: massage },
);
