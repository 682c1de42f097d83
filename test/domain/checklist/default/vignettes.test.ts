import { expect } from '@open-wc/testing';
import type { Screening } from '../../../../src/domain/checklist/index.ts';
import { screening, type Told } from './patient.ts';

const deep = ['all', 'deep'];
const relax = ['all', 'relax'];
const drainage = ['all', 'mld'];
const scar = ['all', 'scar'];
const prenatal = ['all', 'prenatal'];
const hot = ['all', 'hot'];
const physio = ['pt'];

/** What a clinician would expect of a person; `urgency` stands for a call. */
interface Expected extends Partial<Pick<Screening, 'notBefore' | 'ruledOut' | 'sites'>> {
  readonly outcome: string;
}
const book = { outcome: 'book' };
const adapt = { outcome: 'adapt' };
const clearance = { outcome: 'clearance' };
const clinic = { outcome: 'clinic' };
const sameDay = { outcome: 'same-day' };
const emergency = { outcome: 'emergency' };

const knee = { surgery: 'yes', 'surgery-limb': 'yes', 'surgery-closed': 'yes', 'surgery-area': 'right-knee' };
const agreed = { ...knee, 'surgery-agreed': 'yes' };
const asking = { ...knee, 'surgery-agreed': 'no' };
const has = (...conditions: readonly string[]) => ({ conditions });

/** Who, for which service, what they tell beside "no", what is expected, and on which day they come. It is 23 November 2026. */
const persons: readonly (readonly [string, readonly string[], Told, Expected, string?])[] = [
  ['well, tense shoulders', relax, {}, book],
  ['well, wants a check of the knee', physio, {}, book],
  ['chest pain since this morning', deep, { 'rf-chest': 'yes' }, emergency],
  ['not sure whether breathing is harder', relax, { 'rf-chest': 'not-sure' }, emergency],
  ['arm went weak for an hour on Friday', physio, { 'rf-stroke': 'yes' }, emergency],
  ['back pain, numb between the legs', physio, { 'rf-cauda': ['numb'] }, emergency],
  ['hit the head on Monday, feels fine', relax, { 'rf-head': 'injury' }, sameDay],
  ['hit the head, takes apixaban', relax, { 'rf-head': 'injury-warning' }, emergency],
  ['not sure about the headache', relax, { 'rf-head': 'not-sure' }, sameDay],
  ['left calf swollen since a flight', deep, { 'rf-leg': 'yes' }, sameDay],
  ['calf swollen and chest pain', deep, { 'rf-leg': 'yes', 'rf-chest': 'yes' }, emergency],
  ['wakes each night from new pain', relax, { 'rf-night': ['night'] }, clearance],
  ['pregnant and bleeding, wants physiotherapy', physio, { 'rf-pregnant': 'yes' }, sameDay],

  ['flu', relax, { fever: 'yes' }, { ...book, notBefore: '2026-11-25' }],
  ['flu, comes in ten days', relax, { fever: 'yes' }, { ...book, notBefore: '2026-11-25' }, '2026-12-03'],
  [
    'fever and new back pain',
    physio,
    { fever: 'yes', 'fever-with': ['back'] },
    { ...sameDay, notBefore: '2026-11-25' },
  ],
  ['cold sore', relax, { 'skin-contagious': 'small', 'skin-contagious-area': 'head' }, { ...adapt, sites: ['head'] }],
  ['shingles', physio, { 'skin-contagious': 'large' }, clinic],

  ['new knee 10 days ago, surgeon not asked', drainage, { ...asking, 'surgery-date-asking': '2026-11-13' }, clinic],
  ['new knee 10 days ago, surgeon agrees, drainage', drainage, { ...agreed, 'surgery-date': '2026-11-13' }, clearance],
  ['new knee 10 days ago, surgeon agrees, deep tissue', deep, { ...agreed, 'surgery-date': '2026-11-13' }, clinic],
  ['new knee 10 days ago, comes in 5 days', deep, { ...agreed, 'surgery-date': '2026-11-13' }, clearance, '2026-11-28'],
  ['new knee 5 weeks ago, surgeon agrees', scar, { ...agreed, 'surgery-date': '2026-10-19' }, clearance],
  ['new knee in October, about', scar, { ...agreed, 'surgery-date': '2026-10' }, clearance],
  [
    'new knee 8 weeks ago, surgeon agrees',
    scar,
    { ...agreed, 'surgery-date': '2026-09-28' },
    { ...adapt, sites: ['right-knee'] },
  ],
  ['new knee 8 weeks ago, surgeon not asked', scar, { ...asking, 'surgery-date-asking': '2026-09-28' }, clearance],
  [
    'new knee in May, swells a little',
    scar,
    { ...asking, 'surgery-limb': 'no', 'surgery-date-asking': '2026-05' },
    { ...adapt, sites: ['right-knee'] },
  ],
  ['new knee 5 weeks ago, calf hurts', physio, { ...knee, 'rf-leg-after': 'yes' }, sameDay],
  ['new knee 5 weeks ago, physiotherapy', physio, knee, book],
  ['wound still weeps, physiotherapy', physio, { ...knee, 'surgery-closed': 'no' }, clinic],

  [
    'sprained ankle yesterday',
    relax,
    { injury: 'sprain', 'injury-date': '2026-11-22', 'injury-area': 'left-leg' },
    { ...adapt, notBefore: '2026-11-25', sites: ['left-leg'] },
  ],
  [
    'sprained ankle two weeks ago',
    relax,
    { injury: 'sprain', 'injury-date': '2026-11-09', 'injury-area': 'left-leg' },
    { ...adapt, sites: ['left-leg'] },
  ],
  ['broken wrist, seen, massage', relax, { injury: 'fracture', 'injury-seen': 'yes' }, clearance],
  ['broken wrist, seen, physiotherapy', physio, { injury: 'fracture', 'injury-seen': 'yes' }, book],
  ['crash, no doctor yet', physio, { injury: 'accident' }, clearance],

  ['clot two years ago', relax, { ...has('clot'), clot: 'over-6-months' }, adapt],
  ['clot two years ago, drainage', drainage, { ...has('clot'), clot: 'over-6-months' }, clearance],
  ['clot in summer', relax, { ...has('clot'), clot: 'under-6-months' }, clearance],
  [
    'takes warfarin, wants deep tissue',
    deep,
    { ...has('bleeding'), bleeding: 'thinner' },
    { ...adapt, ruledOut: ['deep'] },
  ],
  ['haemophilia', relax, { ...has('bleeding'), bleeding: 'disorder' }, { ...clearance, ruledOut: ['deep'] }],
  ['stent, all well, medical massage', relax, { ...has('heart'), heart: 'stable' }, adapt],
  ['stent, all well, drainage', drainage, { ...has('heart'), heart: 'stable' }, clearance],
  ['weak heart, swollen legs, drainage', drainage, { ...has('heart'), heart: 'swelling' }, clinic],
  ['chest tight on stairs since last week', relax, { ...has('heart'), heart: 'effort' }, sameDay],
  ['blood pressure under control', relax, { ...has('pressure'), pressure: 'yes' }, book],
  ['blood pressure 185 over 112', relax, { ...has('pressure'), pressure: 'very-high' }, sameDay],
  ['mini-stroke in October', relax, { ...has('stroke'), stroke: 'under-6-months' }, clearance],

  [
    '20 weeks pregnant, prenatal',
    prenatal,
    { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-04-12' },
    { ...adapt, ruledOut: ['deep', 'hot'] },
  ],
  ['14 weeks on the day', prenatal, { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-05-24' }, adapt],
  ['a day short of 14 weeks', prenatal, { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-05-25' }, clearance],
  [
    '9 weeks now, 14 when she comes',
    prenatal,
    { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-06-28' },
    adapt,
    '2026-12-28',
  ],
  ['due in May, about', prenatal, { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-05' }, clearance],
  [
    'may be pregnant, hot stones',
    hot,
    { ...has('pregnant'), pregnant: 'maybe' },
    { ...clearance, ruledOut: ['deep', 'hot'] },
  ],
  [
    '30 weeks, preeclampsia',
    prenatal,
    { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-02-01', 'pregnancy-risk': ['pressure'] },
    clearance,
  ],
  [
    '30 weeks, bleeding',
    prenatal,
    { ...has('pregnant'), pregnant: 'yes', 'due-date': '2027-02-01', 'pregnancy-risk': ['now'] },
    sameDay,
  ],

  ['breast cancer ten years ago', relax, { ...has('cancer'), cancer: 'past' }, adapt],
  ['chemotherapy now', relax, { ...has('cancer'), cancer: 'now', medicines: ['chemo'] }, clearance],
  [
    'known lymphoedema, drainage',
    drainage,
    { ...has('lymph'), lymph: 'known', 'lymph-area': 'left-arm' },
    { ...adapt, ruledOut: ['hot'], sites: [] },
  ],
  [
    'known lymphoedema, relaxing',
    relax,
    { ...has('lymph'), lymph: 'known', 'lymph-area': 'left-arm' },
    { ...adapt, ruledOut: ['hot'], sites: ['left-arm'] },
  ],
  ['arm newly swollen after surgery on the breast', drainage, { ...has('lymph'), lymph: 'new' }, sameDay],
  ['diabetes, numb feet, hot stones', hot, { ...has('diabetes'), diabetes: 'numb' }, { ...adapt, ruledOut: ['hot'] }],
  [
    'diabetes, open sore, nobody looks at it',
    relax,
    { ...has('diabetes'), diabetes: 'sore', 'diabetes-sore': 'no' },
    sameDay,
  ],
  ['weak bones, broke a rib coughing', relax, { ...has('bone'), bone: 'severe' }, { ...clearance, ruledOut: ['deep'] }],
  [
    'rheumatoid arthritis, one hot wrist',
    relax,
    { ...has('joints'), joints: 'one', 'joints-area': 'right-arm' },
    { ...adapt, sites: ['right-arm'] },
  ],
  ['gout in many joints', relax, { ...has('joints'), joints: 'many' }, clinic],
  ['pacemaker, relaxing', relax, { ...has('device'), 'implant-area': 'chest' }, { ...adapt, sites: ['chest'] }],
  ['pacemaker, hot stones', hot, { ...has('device'), 'implant-area': 'chest' }, clearance],
  ['dialysis, drainage', drainage, { ...has('organ'), organ: 'severe' }, clinic],
  ['faints now and then', relax, { ...has('seizure'), seizure: 'uncontrolled' }, clearance],
  ['hot red vein', relax, { ...has('veins'), veins: 'hot' }, sameDay],
  [
    'foot feels less for years',
    relax,
    { ...has('numb'), numb: 'known', 'numb-area': 'left-leg' },
    { ...adapt, ruledOut: ['hot'], sites: ['left-leg'] },
  ],
  [
    'sunburn',
    hot,
    { ...has('skin'), 'skin-open-area': 'upper-back' },
    { ...adapt, ruledOut: ['hot'], sites: ['upper-back'] },
  ],
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

describe('persons', () => {
  for (const [who, services, told, { outcome, notBefore, ruledOut = [], sites }, on] of persons)
    it(`${who} (${services.at(-1)}): ${outcome}`, () => {
      const found = screening(told, services, on);
      expect(found.urgency ?? found.outcome).to.equal(outcome);
      expect(found.notBefore).to.equal(notBefore);
      expect(found.ruledOut).to.include.members([...ruledOut]);
      if (sites) expect(found.sites).to.eql(sites);
      expect(found.missing).to.eql([]);
    });
});
