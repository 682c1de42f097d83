/**
 * People whom the draft stops though a clinician who knew them would not: the price of asking in a few plain questions.
 * Each is counted as a false stop; a clinic that reviews the checklist decides whether it wants to pay it.
 */
import { adapt, book, deep, drainage, has, physio, relax, type Person } from './person.ts';

/** As a person; the outcome that a clinician would expect, and last the one that the draft comes to. */
export const cautious: readonly (readonly [Person, drawn: string])[] = [
  [['lump that her doctor has found harmless', relax, { 'rf-night': ['lump'] }, book], 'clearance'],
  [['frozen shoulder wakes him at night, doctor knows', physio, { 'rf-night': ['night'] }, book], 'clearance'],
  [
    ['clot 20 years ago, runs marathons, deep tissue', deep, { ...has('clot'), clot: 'over-6-months' }, adapt],
    'clearance',
  ],
  [['stent ten years ago, plays tennis, drainage', drainage, { ...has('heart'), heart: 'stable' }, adapt], 'clearance'],
  [['fainted at a blood test in spring', relax, { ...has('seizure'), seizure: 'under-1-year' }, adapt], 'clearance'],
  [
    ['pregnant in week 13, all well', relax, { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-05-26' }, adapt],
    'clearance',
  ],
  [
    [
      'crash last week that hurt the neck, doctor found nothing',
      deep,
      {
        'rf-head': 'yes',
        injury: 'accident',
        'injury-seen': 'yes',
        'injury-when': '2026-11-16',
        'injury-area': 'neck',
      },
      book,
    ],
    'same-day',
  ],
  [['bumped the head on a shelf, no pain', relax, { 'rf-head': 'yes' }, book], 'same-day'],
  [['not sure whether gout is calm, no joint hurts', relax, { ...has('joints'), joints: 'not-sure' }, adapt], 'clinic'],
  [
    [
      'gallbladder out 5 weeks ago, healed, neck massage',
      relax,
      {
        surgery: 'yes',
        'surgery-limb': 'no',
        'surgery-closed': 'yes',
        'surgery-agreed': 'yes',
        'surgery-date': '2026-10-19',
        'surgery-area': 'belly',
      },
      adapt,
    ],
    'clearance',
  ],
  [
    [
      'broken toe 5 weeks ago, healed, back massage',
      deep,
      { injury: 'fracture', 'injury-seen': 'yes', 'injury-when': '2026-10-19', 'injury-area': 'left-leg' },
      adapt,
    ],
    'clearance',
  ],
];
