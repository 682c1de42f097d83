import type { QuestionnaireItem } from './fhir.ts';
import { anyOf, answer, date, notSure, places, when, words } from './questions.ts';
import { adapt, ruleOut, wait, wrongYear } from './rules.ts';

const light = (what: string) =>
  adapt('We use light pressure. Do not take extra pills because of the massage.', what, 'medicines');
const thinSkin = ruleOut(
  ['deep'],
  'Deep tissue massage is not for skin that steroids made thin.',
  'Long steroids: no deep work.',
  'medicines',
);
const change = (what: string) => adapt('We change the oil, gloves or tape.', what, 'unverified');
const keepOff = (what: string) => adapt('We keep off that spot.', what, 'unverified', { site: 'injection-area' });
const twoDays = 'Please wait 2 days after botox or a filler.';

export const medicines: readonly QuestionnaireItem[] = [
  anyOf('medicines', 'Do you take any of these?', [
    answer('opioid', 'Strong pain pills (opioids)', light('Strong pain pills: cannot judge pain.')),
    answer('steroid', 'Steroid pills or cream for more than 3 months', light('Long steroids: thin skin.'), thinSkin),
    answer('chemo', 'Chemotherapy', light('Chemotherapy.')),
    answer('immune', 'Medicine that calms the immune system', light('Immune medicine: infections.')),
    notSure(light('Not sure about medicines: ask.'), thinSkin),
  ]),
  words('medicines-names', 'What are they called? Leave it empty if you do not know.', {
    when: when('medicines', 'opioid', 'steroid', 'chemo', 'immune'),
  }),
  anyOf('allergy', 'Are you allergic to any of these?', [
    answer('nuts', 'Nuts', change('Allergic to nuts.')),
    answer('oils', 'Oils or creams', change('Allergic to oils or creams.')),
    answer('scents', 'Scents', change('Allergic to scents.')),
    answer('latex', 'Latex', change('Allergic to latex.')),
    answer('wool', 'Wool', change('Allergic to wool.')),
    answer('tape', 'Tape or plasters', change('Allergic to tape or plasters.')),
    notSure(change('Not sure about allergies: ask.')),
  ]),
  words('allergy-more', 'What happens, and to what exactly?', {
    when: when('allergy', 'nuts', 'oils', 'scents', 'latex', 'wool', 'tape'),
  }),
  anyOf('injection', 'Have you had a shot or an injection in the last 3 weeks?', [
    answer('steroid', 'Steroid (cortisone)', keepOff('Steroid shot in the last 3 weeks.')),
    answer('botox', 'Botox or a filler'),
    answer('vaccine', 'A vaccine'),
    notSure(
      adapt('Tell us where it was. We keep off that spot.', 'Not sure about a shot: ask where.', 'unverified'),
      wait(2, twoDays, 'May have had a filler these days: ask again.', 'unverified'),
    ),
  ]),
  date(
    'botox-date',
    'When was your latest botox or filler?',
    [wait(2, twoDays, 'Fresh botox or filler.', 'unverified'), ...wrongYear(180)],
    {
      when: when('injection', 'botox'),
    },
  ),
  date(
    'vaccine-date',
    'When was your latest vaccine?',
    [
      adapt('We keep off that spot.', 'Vaccine less than 3 days before the visit.', 'unverified', {
        site: 'injection-area',
        withinDays: 2,
      }),
    ],
    { when: when('injection', 'vaccine') },
  ),
  places('injection-area', 'Where was the shot?', { when: when('injection', 'steroid', 'botox', 'vaccine') }),
];
