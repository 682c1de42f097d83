import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { BookingSummary } from '../../src/elements/booking-summary/booking-summary.ts';
import { details, slot } from './booking-states.ts';
import { catalog } from './fixture-clinic.ts';
import { inWords, wordsOf } from './in-words.ts';

const { clinic, services, therapists, policy } = catalog;

/** What Maria has chosen: an hour with Ana on Tuesday, December 1. */
export const chosen = {
  service: services[1]!,
  addOns: services[1]!.addOns,
  appointments: slot.appointments,
  therapists,
  location: clinic.locations[0]!,
  price: { amount: '107.00', currency: 'USD' },
};

/** The review of that, alone on a page; with `booking`, its confirmation. */
export async function open(properties: Partial<BookingSummary> = {}) {
  const summary = await fixture<BookingSummary>(html`<myo-booking-summary lang="en-US"></myo-booking-summary>`);
  summary.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  Object.assign(summary, {
    clinic,
    chosen,
    services,
    details,
    consents: policy.consents,
    policyText: policy.text,
    ...properties,
  });
  await summary.updateComplete;
  return summary;
}

/** What a patient sees of the review, or of the confirmation, and does with it, in their own words. */
export function patient(summary: BookingSummary) {
  const { root, all, nameOf, named, settled, press } = inWords(summary);
  return {
    /** Everything on screen. */
    get reads() {
      return wordsOf(root.querySelector('.stack'));
    },
    /** The heading. */
    get heading() {
      return wordsOf(root.querySelector('h2'));
    },
    /** Each row: "Time: Tuesday, December 1, 9:00 – 10:00 AM". */
    get rows() {
      return all('[part~=row]').map((row) => {
        const [term, fact] = [row.querySelector('dt'), row.querySelector('dd')!.cloneNode(true) as Element];
        for (const button of fact.querySelectorAll('button')) button.remove();
        return `${wordsOf(term)}: ${wordsOf(fact).replace(/\s/g, ' ')}`;
      });
    },
    /** The notes: what to know, and what happens next. */
    get notes() {
      return all('[part~=note]').map(wordsOf);
    },
    get errors() {
      return all('[part~=error]').map(wordsOf);
    },
    /** Where the keyboard is. */
    get at() {
      const at = root.activeElement as HTMLInputElement | null;
      return at ? wordsOf(at.labels?.[0]) || nameOf(at) : '';
    },
    /** The booking's number, as it is shown, and as it is read aloud. */
    get reference() {
      return [...root.querySelector('[part~=reference]')!.children].map(wordsOf);
    },
    canUse: (words: string) => named('button', words).ariaDisabled !== 'true',
    ticks: (words: string) => press(named('label', words)),
    signs: async (name: string, label = 'Sign here') => {
      const field = named<HTMLLabelElement>('label', label);
      const input = field.control as HTMLInputElement;
      input.value = name;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled();
    },
    ticked: (words: string) => named('label', words).querySelector('input')!.checked,
    presses: (words: string) => press(named('button', words)),
    settled,
  };
}
