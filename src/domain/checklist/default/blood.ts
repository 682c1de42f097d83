import { alone, answer, anyOf, choice, massage, notSure, page, when, words } from './questions.ts';
import { adapt, askDoctor, clearance, ruleOut } from './rules.ts';

const lightOnly = 'We use light pressure.';

const recentClot = clearance(askDoctor, 'Blood clot, less than 6 months ago or under treatment.', 'unverified');
const noDeep = ruleOut(
  ['deep'],
  'Deep tissue massage is not for people who bleed easily.',
  'Bleeds easily: no deep work.',
  'medicines',
);
const bleeds = [adapt(lightOnly, 'Blood thinner, or bleeds easily: light pressure.', 'medicines'), noDeep];
const disorder = [clearance(askDoctor, 'Bleeding disorder, or not sure.', 'unverified'), noDeep];

export const blood = page(
  'blood-page',
  'Blood and blood clots',
  [
    choice(
      'clot',
      'When did you have your latest blood clot?',
      [
        answer('treated', 'I am treated for it now', recentClot),
        answer('under-6-months', 'Less than 6 months ago', recentClot),
        answer(
          'over-6-months',
          'More than 6 months ago, and I need no treatment now',
          adapt(lightOnly, 'Old blood clot: no deep work on the legs.', 'unverified'),
          clearance(askDoctor, 'Old blood clot, with drainage or deep work.', 'unverified', { for: ['mld', 'deep'] }),
        ),
        notSure(recentClot),
      ],
      { when: when('conditions', 'clot') },
    ),
    anyOf(
      'bleeding',
      'Which of these are true for you?',
      [
        answer('disorder', 'I was told that I have a bleeding disorder', ...disorder),
        answer('thinner', 'I take a blood thinner, such as warfarin, apixaban or heparin', ...bleeds),
        answer('easily', 'I bleed or bruise easily', ...bleeds),
        notSure(...disorder),
        alone(
          'over',
          'None of these, or not any more',
          adapt(lightOnly, 'Took a blood thinner or bled easily: ask.', 'medicines'),
        ),
      ],
      { when: when('conditions', 'bleeding') },
    ),
    words('bleeding-name', 'What is the medicine called? Leave it empty if you do not know.', {
      when: when('bleeding', 'thinner'),
    }),
  ],
  { when: when('conditions', 'clot', 'bleeding'), for: massage },
);
