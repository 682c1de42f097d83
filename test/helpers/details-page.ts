import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { PatientDetails } from '../../src/elements/patient-details/patient-details.ts';
import { inWords, wordsOf } from './in-words.ts';

/** The details step, alone on a page. */
export async function open(properties: Partial<PatientDetails> = {}, lang = 'en-US') {
  const details = await fixture<PatientDetails>(html`<myo-patient-details lang=${lang}></myo-patient-details>`);
  details.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  Object.assign(details, { today: '2026-11-23', ...properties });
  await details.updateComplete;
  return details;
}

/** What a patient sees of the details step and does with it, in their own words. */
export function patient(details: PatientDetails) {
  const { root, all, named, settled, press } = inWords(details);
  /** Where something is typed, by the words above it. */
  const field = (label: string) =>
    named<HTMLLabelElement>('label[for]', label).control as HTMLInputElement | HTMLTextAreaElement;
  return {
    field,
    /** The words above the fields, in order. */
    get isAsked() {
      return all('label[for], legend').map(wordsOf);
    },
    /** Everything on screen. */
    get reads() {
      return wordsOf(root.querySelector('.stack'));
    },
    /** Everything that is said to be wrong. */
    get errors() {
      return all('[part~=error]').map(wordsOf);
    },
    /** The words above the field where the keyboard is. */
    get at() {
      return wordsOf((root.activeElement as HTMLInputElement | null)?.labels?.[0]);
    },
    /** What is wrong with a field, as it is read with the field. */
    error: (label: string) => {
      const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids
        .filter((id) => id.endsWith('-error'))
        .map((id) => wordsOf(root.getElementById(id)))
        .join(' ');
    },
    /** Whether an answer with these words is picked. */
    picked: (words: string) => named<HTMLLabelElement>('label', words).querySelector('input')!.checked,
    types: async (label: string, words: string) => {
      field(label).focus();
      field(label).value = words;
      field(label).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled();
    },
    leaves: async (label: string) => {
      field(label).blur();
      await settled();
    },
    picks: async (words: string, under = '') => {
      const labels = under ? [...named('fieldset', under).querySelectorAll('label')] : all('label');
      const found = labels.find((label) => wordsOf(label) === words);
      if (!found) throw new Error(`There is no "${words}"`);
      await press(found);
    },
    presses: (words: string) => press(named('button', words)),
    settled,
  };
}
