/** People with aches, medicines and wishes, and several things at once. */
import { deep, relax, physio, book, adapt, clearance, clinic, has, type Person } from './person.ts';

const knee = { surgery: 'yes', 'surgery-limb': 'yes', 'surgery-closed': 'yes', 'surgery-area': 'right-knee' };
const asking = { ...knee, 'surgery-agreed': 'no' };

export const everyday: readonly Person[] = [
  ['worn hands (hand arthritis), garden work', relax, has('worn'), book],
  ['worn knee (knee osteoarthritis), medical massage', deep, { ...has('worn'), area: ['left-knee'], pain: 5 }, book],
  ['healthy runner, tight calves', deep, { area: ['left-leg', 'right-leg'], pain: 2 }, book],
  [
    'does not want the feet touched',
    relax,
    { avoid: 'yes', 'area-avoid': ['left-leg', 'right-leg'] },
    { ...adapt, sites: ['left-leg', 'right-leg'] },
  ],
  ['sees a doctor for the thyroid', relax, { 'other-care': 'yes' }, adapt],
  ['comes from a party', relax, { mind: 'yes' }, clinic],
  ['aching back since spring, sent by the doctor', physio, { pain: 6, 'pain-since': 'months', referred: 'yes' }, book],
  ['worn knees', relax, has('worn'), book],
  ['fibromyalgia', deep, has('fibro'), adapt],
  ['not sure about the list', relax, has('not-sure'), clearance],

  ['prednisone for years', deep, { medicines: ['steroid'] }, { ...adapt, ruledOut: ['deep'] }],
  ['allergic to nuts and latex', relax, { allergy: ['nuts', 'latex'] }, adapt],
  ['pain 9 of 10, getting worse, massage', deep, { pain: 9, 'pain-new': 'yes' }, clinic],
  ['pain 9 of 10, getting worse, physiotherapy', physio, { pain: 9, 'pain-new': 'yes' }, book],
  ['pain 9 of 10 for years', deep, { pain: 9 }, book],

  [
    'warfarin, old clot, worn knees, 70',
    deep,
    { ...has('bleeding', 'clot', 'worn'), bleeding: 'thinner', clot: 'over-6-months' },
    { ...clearance, ruledOut: ['deep'] },
  ],
  [
    'massage with physiotherapy after it, surgery 3 weeks ago',
    ['all', 'deep', 'pt'],
    { ...asking, 'surgery-date-asking': '2026-11-02' },
    clearance,
  ],
];
