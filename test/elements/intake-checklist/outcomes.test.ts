import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { IntakeChecklist } from '../../../src/elements/intake-checklist/intake-checklist.ts';
import { open, patient } from '../../helpers/checklist-page.ts';
import { healthy } from '../../helpers/fixture-checklist.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';

const { services, clinic } = catalog;

/** What is said, and whether the treatment can still be booked. */
interface Outcome {
  readonly answer: (element: IntakeChecklist) => Promise<void>;
  readonly page: number;
  readonly services?: readonly string[];
  readonly says: RegExp;
  readonly blocked?: boolean;
}

const outcomes: Readonly<Record<string, Outcome>> = {
  'treat with care': {
    page: 2,
    answer: (element) => patient(element).answers('Do you have any', 'A rash'),
    says: /^We keep away from it\. Is it safe/,
  },
  'ask a doctor first': {
    page: 1,
    answer: (element) => patient(element).answers('Have you had surgery?', 'Yes'),
    says: /Your doctor should agree first Please ask your surgeon first\. You can still pick a time, from Thursday, November 26 on/,
  },
  'come later': {
    page: 1,
    answer: (element) => patient(element).answers('Do you have a fever?', 'Yes'),
    says: /You can come from Tuesday, December 1 on\./,
  },
  'choose another treatment': {
    page: 2,
    services: ['all', 'hot'],
    answer: (element) => patient(element).answers('Do you have any', 'Numb feet'),
    says: /This treatment is not right for you at the moment No heat on numb skin\. You can have one of these instead: Medical massage/,
    blocked: true,
  },
  'call the clinic': {
    page: 2,
    answer: (element) => patient(element).answers('Do you have any', 'Fresh wound'),
    says: /Please call us first Please call us about the wound\. We have not booked anything\. Call us: \(303\) 555-0142 Monday – Friday: 8:00/,
    blocked: true,
  },
  'get help today': {
    page: 0,
    answer: (element) => patient(element).answers('Did you hurt your head?', 'A very bad headache'),
    says: /Please get medical help today Let a doctor look at it today\./,
    blocked: true,
  },
  'get help now': {
    page: 0,
    answer: (element) => patient(element).answers('Do you have new chest pain?', 'Yes'),
    says: /Please get help now New chest pain needs a doctor right away\. Call 911/,
    blocked: true,
  },
};

describe('<myo-intake-checklist>, what an answer means', () => {
  it('says that a therapist phones first where the clinic rather does', async () => {
    const element = await open({ page: 1, services: ['all', 'deep'], phoneFirst: ['surgery'] });
    await patient(element).answers('Have you had surgery?', 'Yes');
    expect(patient(element).isTold).to.deep.equal([
      'Your therapist phones you first You can still pick a time, from Thursday, November 26 on. We keep it for you until then.',
    ]);
    await expect(element).to.be.accessible();
  });

  for (const [name, { page, services: codes = ['all', 'deep'], answer, says, blocked = false }] of Object.entries(
    outcomes,
  ))
    it(`${name}: is said at once, and is accessible`, async () => {
      const element = await open({
        page,
        services: codes,
        alternatives: services.filter(({ screening }) => !screening.includes('hot')),
      });
      const before = patient(element);
      expect(before.isTold).to.deep.equal([]);
      await answer(element);
      expect(`${before.isTold.join(' ')} ${before.reads}`.replace(/\s/g, ' ')).to.match(says);
      expect(element.blocked).to.equal(blocked);
      await expect(element).to.be.accessible();
    });

  it('goes away with the answer', async () => {
    const element = await open({ page: 2 });
    await patient(element).answers('Do you have any', 'Fresh wound');
    await patient(element).answers('Do you have any', 'Fresh wound', 'None of these');
    expect(patient(element).isTold).to.deep.equal([]);
    expect(element.blocked).to.equal(false);
  });

  it('keeps nobody who may book from going on', async () => {
    const element = await open({ answers: healthy, page: 3 });
    expect(element.screening?.outcome).to.equal('book');
    expect(element.reportValidity()).to.equal(true);
    expect(element.next()).to.equal(false);
  });

  it('says how long the doctor has only once', async () => {
    const element = await open({ page: 1 });
    await patient(element).answers('Have you had surgery?', 'Yes');
    expect(patient(element).isTold.filter((note) => note.includes('You can still pick a time'))).to.have.length(1);
  });

  it('offers another treatment, each name once, and tells only its id', async () => {
    const element = await open({ page: 2, services: ['all', 'hot'], alternatives: services.slice(0, 3) });
    await patient(element).answers('Do you have any', 'Numb feet');
    const picked: unknown[] = [];
    element.addEventListener('myo-service-select', ({ detail }) => picked.push(detail.serviceId));
    const names = [...element.shadowRoot!.querySelectorAll('#outcome button')].map((button) => button.textContent);
    expect(names).to.deep.equal(['Medical massage', 'Scar and post-surgery massage']);
    await patient(element).presses('Scar and');
    expect(picked).to.deep.equal(['s6']);
  });

  it('offers what the answers leave open even where the massage needs a call', async () => {
    const hurt = await open({ page: 2, alternatives: [{ id: 's10', name: 'First assessment', screening: ['pt'] }] });
    await patient(hurt).answers('Do you have any', 'Fresh wound');
    expect(patient(hurt).isTold.join()).not.to.include('First assessment'); // The rule concerns every service.
    const questionnaire = {
      ...hurt.questionnaire!,
      items: JSON.parse(
        JSON.stringify(hurt.questionnaire!.items).replaceAll(
          '"urgency":"clinic","services":[]',
          '"urgency":"clinic","services":["all"]',
        ),
      ),
    };
    hurt.questionnaire = questionnaire;
    await hurt.updateComplete;
    expect(patient(hurt).isTold.join()).to.include('First assessment');
  });

  for (const urgency of ['same-day', 'emergency'])
    it(`offers nothing instead where medical help comes first: ${urgency}`, async () => {
      const element = await open({ page: 2, alternatives: [{ id: 's9', name: 'Physiotherapy', screening: ['pt'] }] });
      element.questionnaire = {
        ...element.questionnaire!,
        items: JSON.parse(
          JSON.stringify(element.questionnaire!.items).replaceAll(
            '"urgency":"clinic","services":[]',
            `"urgency":"${urgency}","services":["all"]`,
          ),
        ),
      };
      await patient(element).answers('Do you have any', 'Fresh wound');
      expect(element.screening?.urgency).to.equal(urgency);
      expect(patient(element).reads).not.to.include('Physiotherapy');
    });

  it('offers the physiotherapy of a visit alone where its massage waits for a doctor', async () => {
    const parts = [
      { id: 's9', name: 'Physiotherapy', screening: ['pt'], part: true },
      { id: 's3', name: 'Relaxation massage', screening: ['all'] },
    ];
    const element = await open({ page: 1, services: ['all', 'deep', 'pt'], alternatives: parts });
    await patient(element).answers('Have you had surgery?', 'Yes');
    expect(element.screening?.outcome).not.to.equal('call');
    const offered = [...element.shadowRoot!.querySelectorAll('[part~=note] [part~=button]')].map(
      (one) => one.textContent,
    );
    expect(offered).to.deep.equal(element.screenFor(['pt'])?.outcome === 'clearance' ? [] : ['Physiotherapy']);
    await expect(element).to.be.accessible();
  });

  it('asks for nothing more once the patient has to call', async () => {
    const element = await open();
    element.reportValidity();
    await patient(element).answers('Did you hurt your head?', 'A very bad headache');
    expect(patient(element).reads).not.to.include('Please answer');
    await patient(element).answers('Did you hurt your head?', 'No');
    expect(patient(element).error('Do you have new chest pain?')).to.equal('Please answer this question.');
  });

  it('shows a stop on every other page too, with a way back to the answer', async () => {
    const element = await open({ page: 2 });
    await patient(element).answers('Do you have any', 'Fresh wound');
    element.previous();
    await element.updateComplete;
    expect(patient(element).page).to.include('Page 2 of 4');
    expect(patient(element).isTold.join()).to.include('Please call us about the wound.');
    expect(element.reportValidity()).to.equal(false);
    await aTimeout(0);
    expect(patient(element).at?.id).to.equal('outcome');
    await patient(element).presses('I answered by mistake');
    expect(patient(element).page).to.include('Page 3 of 4');
    expect(patient(element).question('Do you have any').contains(patient(element).at)).to.equal(true);
    await patient(element).answers('Do you have any', 'Fresh wound', 'None of these');
    expect(element.blocked).to.equal(false);
  });
});

describe('<myo-intake-checklist>, an emergency', () => {
  const chestPain = async (properties: Partial<IntakeChecklist> = {}) => {
    const element = await open(properties);
    await patient(element).answers('Do you have new chest pain?', 'Yes');
    return element;
  };

  it('takes the screen and the focus, and asks nothing more', async () => {
    const element = await chestPain();
    expect(patient(element).isAsked).to.deep.equal([]);
    expect(patient(element).at?.textContent).to.equal('Please get help now');
    expect(patient(element).links).to.deep.equal([
      'Call 911 -> tel:911',
      'Call us: (303) 555-0142 -> tel:+13035550142',
    ]);
    expect(element.shadowRoot!.querySelectorAll('button')).to.have.length(0);
    expect(element.reportValidity()).to.equal(false);
  });

  it('guesses no number', async () => {
    const element = await chestPain({ clinic: { ...clinic, emergencyNumber: undefined } });
    expect(patient(element).reads).to.include('Call your local emergency number');
    expect(patient(element).links.join()).not.to.match(/911|112/);
  });

  it('needs no network', async () => {
    const before = performance.getEntriesByType('resource').length;
    const real = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    await chestPain();
    globalThis.fetch = real;
    expect(performance.getEntriesByType('resource')).to.have.length(before);
  });

  it('lets arrow keys pass over its answer, and stops once the patient stays there', async () => {
    const element = await open();
    await patient(element).answers('Did you hurt your head?', 'No');
    const told: boolean[] = [];
    element.addEventListener('myo-checklist-change', () => told.push(element.passing.now));
    patient(element).question('Did you hurt your head?').querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(patient(element).picked).to.deep.equal(['I hurt my head and feel drowsy']);
    expect(patient(element).noteBelow('Did you hurt your head?')).to.match(/Please get help now.*Call 911/);
    await sendKeys({ press: 'ArrowDown' });
    expect(patient(element).picked).to.deep.equal(['Not sure']);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Tab' }); // To the number in the note, which belongs to the question.
    expect(patient(element).at?.getAttribute('href')).to.equal('tel:911');
    expect(patient(element).isAsked).to.have.length(2);
    await sendKeys({ press: 'Shift+Tab' });
    await sendKeys({ press: 'Shift+Tab' });
    await element.updateComplete;
    expect(patient(element).isAsked).to.deep.equal([]);
    expect(patient(element).at?.textContent).to.equal('Please get help now');
    expect(told).to.deep.equal([true, true, true, true, false], 'and says once more what was meant');
  });
});
