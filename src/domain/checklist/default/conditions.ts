import type { QuestionnaireItem } from './fhir.ts';
import { anyOf, answer, notSure, places, when } from './questions.ts';
import { adapt, clearance, note, ruleOut } from './rules.ts';

const unsure = clearance('Please ask your doctor first.', 'Not sure about a condition.', 'unverified');
const openSkin = [
  adapt('We keep away from that spot.', 'Open or sore skin.', 'regulator', { site: 'skin-open-area' }),
  ruleOut(['hot'], 'Heat is not for open or sore skin.', 'Open or sore skin: no heat.', 'unverified'),
];
const sore = adapt(
  'We start light. Tell us if anything hurts.',
  'Pain all over: start light and short.',
  'fibromyalgiaStudy',
);
const worn = note('Massage may help.', 'Worn joints.', 'kneeStudy');
const implant = (what: string) =>
  adapt('We keep away from it. Tell us where it is.', what, 'regulator', { site: 'implant-area' });

/** One list instead of twenty questions: whatever is ticked is asked about on the pages that follow. */
export const conditions: readonly QuestionnaireItem[] = [
  anyOf('conditions', 'Do any of these apply to you, now or in the past?', [
    answer('clot', 'A blood clot in a vein or lung'),
    answer('bleeding', 'I take a blood thinner, or bleed or bruise easily'),
    answer('heart', 'Heart trouble'),
    answer('pressure', 'High blood pressure'),
    answer('stroke', 'A stroke or mini-stroke'),
    answer('pregnant', 'I am pregnant, or may be'),
    answer('cancer', 'Cancer'),
    answer('lymph', 'Swelling from lymph nodes (lymphoedema)'),
    answer('diabetes', 'Diabetes'),
    answer('bone', 'Weak bones (osteoporosis)'),
    answer('joints', 'Rheumatoid arthritis, lupus or gout'),
    answer('worn', 'Worn joints (arthritis)', worn),
    answer('fibro', 'Fibromyalgia, or pain all over', sore),
    answer('organ', 'Kidney, liver or lung disease'),
    answer('seizure', 'Seizures or fainting'),
    answer('veins', 'Bulging veins in my legs'),
    answer('numb', 'A part of my body feels less'),
    answer(
      'device',
      'A pacemaker, pump or port',
      implant('Pacemaker, pump or port.'),
      clearance(
        'Please ask your doctor before we use heat. We give you a page for them.',
        'Device: no heat without a doctor.',
        'unverified',
        { for: ['hot'] },
      ),
    ),
    answer('implant', 'A metal part, new joint, stent or shunt', implant('Implant.')),
    answer('skin', 'Open cuts, burns, sunburn, sores or fresh bruises', ...openSkin),
    notSure(unsure),
  ]),
  places('implant-area', 'Where is the implant or device?', { when: when('conditions', 'device', 'implant') }),
  places('skin-open-area', 'Where are the cuts, burns, sores or bruises?', { when: when('conditions', 'skin') }),
];
