import { fixture, html } from '@open-wc/testing';
import { IntakeChecklist } from '../../src/elements/intake-checklist/intake-checklist.ts';
import { checklist } from './fixture-checklist.ts';
import { catalog } from './fixture-clinic.ts';
import { wordsOf } from './in-words.ts';

if (!customElements.get('myo-intake-checklist')) customElements.define('myo-intake-checklist', IntakeChecklist);

/** A checklist of the fixture clinic, on its own on a page. */
export async function open(properties: Partial<IntakeChecklist> = {}) {
  const element = await fixture<IntakeChecklist>(html`<myo-intake-checklist lang="en-US"></myo-intake-checklist>`);
  element.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  Object.assign(element, {
    questionnaire: checklist,
    services: ['all', 'deep'],
    today: '2026-11-23',
    leadDays: 3,
    clinic: catalog.clinic,
    ...properties,
  });
  await element.updateComplete;
  return element;
}

/** What a patient sees of a checklist and does with it, in their own words. */
export function patient(element: IntakeChecklist) {
  const root = element.shadowRoot!;
  const all = <T extends Element>(selector: string, within: ParentNode = root) => [
    ...within.querySelectorAll<T>(selector),
  ];
  const named = <T extends Element>(selector: string, words: string, within?: ParentNode) => {
    const found = all<T>(selector, within).find((each) => wordsOf(each).startsWith(words));
    if (!found) throw new Error(`No "${words}" among: ${all(selector, within).map(wordsOf).join(' | ')}`);
    return found;
  };
  /** The question itself: its words stand in a legend or a label. */
  const asked = (question: string) =>
    named<HTMLElement>('[part~=question] > * > [part~=label]', question).closest<HTMLElement>('[part~=question]')!;
  const settled = async () => {
    await element.updateComplete;
    await element.updateComplete;
  };
  const types = async (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  };
  const chooses = async (question: string, answer: string) => {
    const select = asked(question).querySelector('select')!;
    select.value = answer;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  };
  return {
    /** Everything on screen. */
    get reads() {
      return all('.stack, [part~=note]').map(wordsOf)[0] ?? '';
    },
    /** What stands above the questions: which page this is. */
    get page() {
      return wordsOf(root.querySelector('h3'));
    },
    /** The questions on screen. */
    get isAsked() {
      return all('[part~=question] > * > [part~=label]').map(wordsOf);
    },
    /** Everything that is picked, on this page. */
    get picked() {
      return all('[part~=answer][part~=selected]').map(wordsOf);
    },
    /** The notes on screen: what the answers mean. */
    get isTold() {
      return all('[part~=note]').map(wordsOf);
    },
    get links() {
      return all<HTMLAnchorElement>('a').map((link) => `${wordsOf(link)} -> ${link.getAttribute('href')}`);
    },
    /** Where the keyboard is. */
    get at() {
      return root.activeElement;
    },
    question: asked,
    /** What is wrong with an answer, as it is read with the question. */
    error: (question: string) => {
      const described = asked(question).querySelector('[aria-describedby]')?.getAttribute('aria-describedby') ?? '';
      return described
        .split(' ')
        .filter((id) => id.endsWith('-error'))
        .map((id) => wordsOf(root.getElementById(id)))
        .join();
    },
    /** What is said right below a question. */
    noteBelow: (question: string) => wordsOf(asked(question).querySelector('[part~=note]')),
    answers: async (question: string, ...answers: string[]) => {
      if (asked(question).querySelector('select')) return chooses(question, answers[0]!);
      for (const answer of answers) named<HTMLElement>('[part~=answer]', answer, asked(question)).click();
      await settled();
    },
    types: (question: string, value: string, part = '') =>
      types(asked(question).querySelector<HTMLInputElement>(`:is(input, textarea)${part && `[id$=${part}]`}`)!, value),
    chooses,
    presses: async (words: string) => {
      named<HTMLElement>('button', words).click();
      await settled();
    },
  };
}
