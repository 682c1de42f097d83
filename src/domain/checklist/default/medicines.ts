import { anyOf, answer, massage, notSure, page, when, words } from './questions.ts';
import { adapt, ruleOut } from './rules.ts';

const light = (what: string) =>
  adapt('We use light pressure. Do not take extra pills because of the massage.', what, 'medicines');
const thinSkin = ruleOut(
  ['deep'],
  'Deep tissue massage is not for skin that steroids made thin.',
  'Long steroids: no deep work.',
  'medicines',
);
const change = (what: string) => adapt('We change the oil, gloves or tape.', what, 'unverified');

export const medicines = page(
  'medicines-page',
  'Medicines and allergies',
  [
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
  ],
  { for: massage },
);
