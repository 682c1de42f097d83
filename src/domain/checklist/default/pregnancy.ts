import { anyOf, answer, choice, date, massage, notSure, page, when } from './questions.ts';
import { adapt, clearance, ruleOut, sameDay } from './rules.ts';

/** 40 weeks less 14, in days: so long before the due date the second trimester begins. */
const secondTrimester = -182;

const midwifeFirst = 'Please ask your doctor or midwife first.';
const gentle = ruleOut(
  ['deep', 'hot'],
  'Please choose prenatal massage: deep tissue and heat are not for this time.',
  'Pregnant: no deep work, no heat.',
  'regulator',
);
const early = clearance(midwifeFirst, 'May be pregnant.', 'unverified');
const risk = (what: string) => clearance(midwifeFirst, what, 'unverified');
const now = sameDay(
  'Please call your midwife or doctor today.',
  'Pregnant, with bleeding or strong belly pain.',
  'unverified',
);

export const pregnancy = page(
  'pregnancy-page',
  'Pregnancy',
  [
    choice('pregnant', 'Are you pregnant?', [answer('yes', 'Yes', gentle), answer('maybe', 'I may be', early, gentle)]),
    date(
      'due-date',
      'When is the baby due? About when is enough.',
      [
        adapt(
          'You lie on your side, and we work gently.',
          'Pregnant, 14 weeks or more: side lying, light on legs and belly.',
          'pregnancyStudy',
          {
            beforeDays: secondTrimester - 1,
          },
        ),
        clearance(midwifeFirst, 'Pregnant, less than 14 weeks.', 'pregnancyStudy', { withinDays: secondTrimester - 1 }),
        clearance(midwifeFirst, 'The due date is long over: ask again.', 'unverified', { beforeDays: 20 }),
      ],
      { when: when('pregnant', 'yes') },
    ),
    anyOf('pregnancy-risk', 'Do any of these apply in this pregnancy?', [
      answer('pressure', 'High blood pressure or preeclampsia', risk('Pregnant, with high blood pressure.')),
      answer('clot', 'A blood clot', risk('Pregnant, with a blood clot.')),
      answer('high-risk', 'I was told that it is high risk', risk('High-risk pregnancy.')),
      answer('now', 'Bleeding or strong belly pain now', now),
      notSure(now),
    ]),
  ],
  { when: when('conditions', 'pregnant'), for: massage },
);
