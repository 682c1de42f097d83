import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import { loadQuestionnaire } from '../../../src/domain/checklist/index.ts';
import type { IntakeChecklist } from '../../../src/elements/intake-checklist/intake-checklist.ts';
import { open, patient } from '../../helpers/checklist-page.ts';
import { checklist, healthy } from '../../helpers/fixture-checklist.ts';

/** Lets the keyboard focus arrive: the element moves it after it has rendered. */
const settled = async (element: IntakeChecklist) => {
  await element.updateComplete;
  await aTimeout(0);
};

describe('<myo-intake-checklist>, its pages', () => {
  for (const page of [0, 1, 2, 3])
    it(`is accessible on page ${page + 1}, also when something is missing`, async () => {
      const element = await open({ page });
      await expect(element).to.be.accessible();
      element.reportValidity();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

  it('is accessible with the checklist that clinics start from', async () => {
    const { questionnaire } = loadQuestionnaire(defaultChecklist);
    const element = await open({ questionnaire });
    const pages = Number(/ of (\d+)/.exec(patient(element).page ?? '')?.[1]);
    for (let page = 1; page <= pages; page++) {
      expect(patient(element).page).to.match(new RegExp(`^Page ${page} of ${pages}`));
      expect(patient(element).isAsked).not.to.deep.equal([]);
      await expect(element).to.be.accessible();
      element.next();
      await element.updateComplete;
    }
    expect(pages).to.equal(4, 'as many as are asked of who has nothing to tell');
  });

  it('shows one group at a time, and says which', async () => {
    const element = await open();
    expect(patient(element).page).to.equal('Page 1 of 4: Right now');
    expect(patient(element).isAsked).to.deep.equal(['Do you have new chest pain?', 'Did you hurt your head?']);
    expect(element.next()).to.equal(true);
    await settled(element);
    expect(patient(element).page).to.equal('Page 2 of 4: Surgery');
    expect(patient(element).at?.textContent?.trim()).to.equal('Page 2 of 4: Surgery');
    expect(element.previous()).to.equal(true);
    expect(element.previous()).to.equal(false);
  });

  it('keeps every answer while pages are turned', async () => {
    const element = await open();
    await patient(element).answers('Do you have new chest pain?', 'No');
    await patient(element).answers('Did you hurt your head?', 'No');
    element.next();
    await element.updateComplete;
    await patient(element).answers('Have you had surgery?', 'Yes');
    await patient(element).answers('Do you have a fever?', 'No');
    element.previous();
    await element.updateComplete;
    expect(patient(element).picked).to.deep.equal(['No', 'No']);
    const ticked = [...element.shadowRoot!.querySelectorAll('input')].filter((input) => input.checked);
    expect(ticked).to.have.length(2);
    element.next();
    await element.updateComplete;
    expect([...element.shadowRoot!.querySelectorAll('input')].filter((input) => input.checked)).to.have.length(2);
    expect(patient(element).picked).to.deep.equal(['Yes', 'No']);
  });

  it('goes to the first question that lacks an answer, and says so there', async () => {
    const element = await open();
    await patient(element).answers('Do you have new chest pain?', 'No');
    expect(element.reportValidity()).to.equal(false);
    await settled(element);
    expect(patient(element).error('Did you hurt your head?')).to.equal('Please answer this question.');
    expect(patient(element).error('Do you have new chest pain?')).to.equal('');
    expect(patient(element).question('Did you hurt your head?').contains(patient(element).at)).to.equal(true);
    await patient(element).answers('Did you hurt your head?', 'No');
    expect(patient(element).error('Did you hurt your head?')).to.equal('');
    expect(element.reportValidity()).to.equal(true);
  });

  it('goes back from its end to a page that lacks an answer', async () => {
    const { fever: _, ...rest } = healthy;
    const element = await open({ answers: rest, page: 3 });
    expect(element.reportValidity()).to.equal(true);
    expect(element.next()).to.equal(true);
    await settled(element);
    expect(patient(element).page).to.include('Page 2 of 4');
    expect(patient(element).error('Do you have a fever?')).to.equal('Please answer this question.');
    expect(patient(element).question('Do you have a fever?').contains(patient(element).at)).to.equal(true);
  });

  it('stays on its last page when another treatment asks fewer questions', async () => {
    const element = await open({ page: 3 });
    element.questionnaire = { ...checklist, items: checklist.items.slice(0, 2) };
    await element.updateComplete;
    expect(patient(element).page).to.include('Page 2 of 2');
    expect(element.reportValidity()).to.equal(false);
  });

  it('alone on a page turns its own pages, and says when it is done', async () => {
    const element = await open({ answers: healthy });
    const steps: string[] = [];
    element.addEventListener('myo-checklist-complete', ({ type }) => steps.push(type));
    for (const page of [2, 3, 4]) {
      await patient(element).presses('Continue');
      expect(patient(element).page).to.include(`Page ${page} of 4`);
    }
    await patient(element).presses('Continue');
    expect(steps).to.deep.equal(['myo-checklist-complete']);
    await patient(element).presses('Back');
    expect(patient(element).page).to.include('Page 3 of 4');
  });

  it('can be filled in with the keyboard alone', async () => {
    const element = await open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
    };
    await press('Tab', 'ArrowDown'); // Chest pain: the first arrow picks "No".
    await press('Tab', 'Space'); // Head: "No" comes first.
    await press('Tab', 'Enter'); // Continue.
    await settled(element);
    expect(patient(element).page).to.include('Page 2 of 4');
    await press('Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter');
    await settled(element);
    expect(patient(element).page).to.include('Page 3 of 4');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter');
    await settled(element);
    expect(patient(element).page).to.include('Page 4 of 4');
    expect(element.screening?.reasons).to.deep.equal([]);
  });
});

describe('<myo-intake-checklist>, what it keeps to itself', () => {
  it('ticks nothing beforehand', async () => {
    for (const page of [0, 1, 2, 3]) {
      const element = await open({ page });
      expect(patient(element).picked).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector(':checked:not(option)')).to.equal(null);
    }
  });

  it('tells that an answer changed, and when all are there, but never which', async () => {
    const { chest: _, ...rest } = healthy;
    const element = await open({ answers: rest });
    const told: unknown[] = [];
    element.addEventListener('myo-checklist-change', ({ detail }) => told.push(detail));
    await patient(element).answers('Did you hurt your head?', 'Not sure');
    await patient(element).answers('Do you have new chest pain?', 'No');
    expect(told).to.deep.equal([{ complete: false }, { complete: true }]);
  });

  it("gives a page's form nothing, and no browser anything to remember", async () => {
    const element = await open({ answers: healthy, page: 3 });
    const form = document.createElement('form');
    document.body.append(form);
    form.append(element);
    await element.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([]);
    const fields = [...element.shadowRoot!.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')];
    expect(fields).not.to.deep.equal([]);
    for (const field of fields) expect(field.getAttribute('autocomplete')).to.equal('off');
    form.remove();
  });

  it('warns whoever builds the page of a draft, once, and not the patient', async () => {
    const real = console.warn;
    const warned: string[] = [];
    console.warn = (words: string) => warned.push(words);
    const element = await open({ questionnaire: { ...checklist, status: 'draft' } });
    await patient(element).answers('Do you have new chest pain?', 'No');
    console.warn = real;
    expect(warned.filter((words) => words.includes('draft'))).to.have.length(1);
    expect(patient(element).reads).not.to.match(/draft|review/i);
  });
});

describe('<myo-intake-checklist> without a checklist', () => {
  it('waits in words', async () => {
    const element = await open({ questionnaire: undefined });
    expect(element.shadowRoot!.textContent).to.include('One moment');
    await expect(element).to.be.accessible();
  });

  it('tries again when the wire failed', async () => {
    const element = await open({ questionnaire: undefined, trouble: { kind: 'offline' } });
    let retried = 0;
    element.addEventListener('myo-retry', () => retried++);
    await patient(element).presses('Try again');
    expect(retried).to.equal(1);
  });

  it('asks for a call where the checklist cannot be used, and lets nobody book', async () => {
    const element = await open({ questionnaire: undefined, trouble: { kind: 'unusable' } });
    expect(patient(element).links).to.deep.equal(['Call us: (303) 555-0142 -> tel:+13035550142']);
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    expect(element.screening).to.equal(undefined);
    await expect(element).to.be.accessible();
  });
});
