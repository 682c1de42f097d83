import { expect } from '@open-wc/testing';
import type { IntakeChecklist } from '../../../src/elements/intake-checklist/intake-checklist.ts';
import { loadQuestionnaire } from '../../../src/domain/checklist/index.ts';
import { open, patient } from '../../helpers/checklist-page.ts';
import auditC from '../../fixtures/questionnaires/audit-c.json' with { type: 'json' };
import record from '../../fixtures/questionnaires/lforms-test-enablewhen.json' with { type: 'json' };
import phq9 from '../../fixtures/questionnaires/phq-9.json' with { type: 'json' };

/** Without the score, which a page would have to calculate itself. */
const drinks = { ...auditC, item: auditC.item.filter(({ linkId }) => linkId !== 'auditc.totalScore') };

const own = { services: [], clinic: undefined, leadDays: 0, today: '' } as const;

/** Answers page after page with the first answer there is, and goes on. */
async function fillsIn(element: IntakeChecklist) {
  const done: Event[] = [];
  element.addEventListener('myo-checklist-complete', (event) => done.push(event));
  for (let page = 0; page < 20 && done.length === 0; page++) {
    for (const question of element.shadowRoot!.querySelectorAll('[part~=question]')) {
      const [first, ...rest] = question.querySelectorAll<HTMLInputElement>('input, textarea');
      if (first?.matches('[type=radio], [type=checkbox]')) first.click();
      else
        for (const field of first ? [first, ...rest] : []) {
          field.value = '10';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
    }
    await element.updateComplete;
    await patient(element).presses('Continue');
  }
  return done.length;
}

describe('<myo-intake-checklist>, alone on a page', () => {
  for (const [name, questionnaire] of Object.entries({ record, drinks }))
    it(`asks a FHIR Questionnaire as it is (${name}), and gives the answers to whoever reads its value`, async () => {
      const element = await open({ ...own, questionnaire: questionnaire as never });
      expect(element.shadowRoot!.querySelector('h2')!.textContent).to.equal(questionnaire.title);
      expect(patient(element).reads).not.to.match(/massage/i);
      await expect(element).to.be.accessible();
      expect(element.value!.status).to.equal('in-progress');
      const details: unknown[] = [];
      for (const type of ['myo-checklist-change', 'myo-checklist-complete'])
        element.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
      expect(await fillsIn(element)).to.equal(1);
      expect(element.value).to.include({ resourceType: 'QuestionnaireResponse', status: 'completed' });
      expect(element.value!.item.length).to.be.greaterThan(0);
      expect(JSON.stringify(details), 'no event carries an answer').not.to.match(/valueCoding|valueInteger|linkId/);
    });

  it('asks nothing of a Questionnaire that it does not understand whole, and says to call', async () => {
    const element = await open({ ...own, questionnaire: phq9 as never });
    expect(patient(element).reads).to.include('The checklist cannot be shown').and.to.include('Please call us');
    expect(element.shadowRoot!.querySelector('input')).to.equal(null);
    expect(element.value).to.equal(undefined);
    element.questionnaire = drinks as never;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('h2')!.textContent, 'another may be').to.equal(drinks.title);
  });

  for (const [what, given] of Object.entries({
    'JSON as text': JSON.stringify(drinks),
    nothing: {},
    'an error': { error: 'not found' },
    'a list': [],
    'one without its type': { ...drinks, resourceType: undefined },
  }))
    it(`says to call where it is given ${what}`, async () => {
      const element = await open({ ...own, questionnaire: given as never });
      expect(patient(element).reads).to.include('The checklist cannot be shown');
      const { questionnaire } = loadQuestionnaire(drinks);
      element.questionnaire = questionnaire!;
      await element.updateComplete;
      expect(patient(element).reads, 'and asks what it is given then').not.to.include('cannot be shown');
    });

  it('asks of every treatment where nobody says which', async () => {
    const element = await open({ questionnaire: drinks as never });
    expect(new (element.constructor as typeof IntakeChecklist)().services).to.deep.equal(['all']);
  });

  it('reckons from this device’s day where nobody says which it is', async () => {
    const element = await open({ ...own, questionnaire: drinks as never });
    expect(element.today).to.equal(new Intl.DateTimeFormat('sv').format());
  });

  it('has a line of the page’s own below the heading', async () => {
    const element = await open({ ...own, questionnaire: drinks as never });
    element.innerHTML = '<p slot="hint">Two weeks back.</p>';
    const slot = element.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=hint]')!;
    expect(slot.assignedElements()[0]!.textContent).to.equal('Two weeks back.');
  });
});
