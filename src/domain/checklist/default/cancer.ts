import { answer, choice, massage, notSure, page, places, when } from './questions.ts';
import { adapt, butFor, clearance, ruleOut, sameDay } from './rules.ts';

const teamFirst = 'Please ask your cancer team first. We give you a page for them.';
const cancerNow = clearance(teamFirst, 'Cancer now, in the last 3 months, or not sure.', 'cancerCharities');
const newSwelling = sameDay(
  'Please let a doctor look at it today.',
  'Lymph swelling that is new or hot.',
  'unverified',
);

/** Cancer and what may follow from it. */
export const cancer = page(
  'cancer-page',
  'Cancer and lymph',
  [
    choice(
      'cancer',
      'How is it with the cancer now?',
      [
        answer('bone', 'It has spread to my bones', clearance(teamFirst, 'Cancer in the bones.', 'cancerCharities')),
        answer('now', 'I have it, or had treatment in the last 3 months', cancerNow),
        answer(
          'past',
          'It is over, and I have no treatment now',
          adapt(
            'We use light pressure.',
            'Cancer in the past: avoid nodes, radiation field, ports.',
            'cancerCharities',
          ),
        ),
        notSure(cancerNow),
      ],
      { when: when('conditions', 'cancer') },
    ),
    choice(
      'lymph',
      'How is the swelling?',
      [
        answer('new', 'It is new, or hot', newSwelling),
        answer(
          'known',
          'I know it well, it is as always',
          adapt('A trained therapist treats you.', 'Known lymphoedema: no deep work there.', 'cancerCharities'),
          ...butFor(['mld'], (kinds) =>
            adapt('We keep off that limb.', 'Known lymphoedema.', 'cancerCharities', { ...kinds, site: 'lymph-area' }),
          ),
          ruleOut(['hot'], 'Heat is not for a swollen limb.', 'Lymphoedema: no heat.', 'unverified'),
        ),
        notSure(newSwelling),
      ],
      { when: when('conditions', 'lymph') },
    ),
    places('lymph-area', 'Where is the swelling?', { when: when('lymph', 'known') }),
  ],
  { when: when('conditions', 'cancer', 'lymph'), for: massage },
);
