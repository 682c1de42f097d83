import { expect } from '@open-wc/testing';
import { itemsOf } from '../../../src/domain/checklist/asked.ts';
import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import { loadQuestionnaire, type Item } from '../../../src/domain/checklist/index.ts';
import { open, patient } from '../../helpers/checklist-page.ts';

const { questionnaire } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));
const wantsDoctor = ({ rules, options }: Item) =>
  [...rules, ...options.flatMap((option) => option.rules)].some(({ outcome }) => outcome === 'clearance');
const dates = ['2024-01-10', '2026-10-19', '2027-08-01'];
const doctor = /\b(ask|see|let) (your|a) (doctor|surgeon|cancer team)/i;

/** A question of the default checklist by itself, with one answer. */
const asked = (item: Item, value: Item['options'][number]['value']) =>
  open({
    questionnaire: { ...questionnaire!, status: 'active', items: [{ ...item, conditions: [], items: [] }] },
    answers: { [item.linkId]: [value] },
    services: ['all', 'mld'],
    phoneFirst: [item.linkId],
  });

describe('<myo-intake-checklist>, where a therapist phones first', () => {
  const questions = itemsOf(questionnaire!.items).filter(wantsDoctor);

  it('is tried with every question that may want a doctor', () => expect(questions.length).to.be.above(15));

  for (const item of questions)
    it(`sends nobody to a doctor all the same: ${item.text}`, async () => {
      let wanted = 0;
      for (const value of item.type === 'date' ? dates : item.options.map((option) => option.value)) {
        const element = await asked(item, value);
        if (element.screening?.outcome !== 'clearance') continue;
        wanted++;
        expect(patient(element).isTold.join(' ')).to.include('Your therapist phones you first').and.not.match(doctor);
        element.phoneFirst = [];
        await element.updateComplete;
        expect(patient(element).isTold.join(' ')).to.match(doctor);
      }
      expect(wanted).to.be.above(0);
    });

  it('says all the rest: what the therapist does, and that a year may be wrong', async () => {
    const find = (linkId: string) => itemsOf(questionnaire!.items).find((item) => item.linkId === linkId)!;
    const date = await asked(find('surgery-date'), '2024-01-10');
    expect(patient(date).isTold.join(' ')).to.match(
      /We go gently around the scar\.\s*Please check the year of this date\./,
    );
  });
});
