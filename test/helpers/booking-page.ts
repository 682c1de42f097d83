import { aTimeout, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.ts';
import type { BookingFlow } from '../../src/elements/booking/booking.ts';
import { choice, option, resource, rule } from '../domain/checklist/questionnaires.ts';
import { booking, otherSlot, slot } from './booking-states.ts';
import { catalog } from './fixture-clinic.ts';
import { wordsOf } from './in-words.ts';
import type { BookingEndpoint } from '../../src/endpoint/endpoint.ts';
import { ScriptedEndpoint } from './scripted-endpoint.ts';

/** One question: fine, or the clinic has to be called. */
export const checklist = resource([
  choice(
    'fever',
    [option('No'), option('Yes', rule({ outcome: 'call', urgency: 'clinic', patientText: 'Get well.' }))],
    {
      text: 'Do you have a fever?',
      required: true,
    },
  ),
]);

const realNow = Date.now;

/** It is the morning of Monday 23 November 2026 at the clinic, nothing is remembered, and time passes as it does. */
export function beginsTheDay() {
  const ahead = Date.parse('2026-11-23T16:00:00Z') - realNow();
  Date.now = () => realNow() + ahead;
  sessionStorage.clear();
}
export const endsTheDay = () => void (Date.now = realNow);

type Page = (endpoint: BookingEndpoint) => TemplateResult;
const empty: Page = (endpoint) => html`<myo-booking lang="en-US" .adapter=${endpoint}></myo-booking>`;

/** A booking on a page, and the endpoint whose answers a test decides. */
export async function open(page = empty) {
  const script = new ScriptedEndpoint();
  const flow = await fixture<BookingFlow>(page(script.endpoint));
  flow.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  await settled(flow);
  return { flow, script };
}

/** A booking whose clinic and checklist have arrived. */
export async function ready(page?: Page) {
  const { flow, script } = await open(page);
  await script.last('catalog').answer(catalog);
  await script.last('checklist').answer(checklist);
  await settled(flow);
  return { flow, script };
}

/** A booking that the patient has brought as far as a step. */
export async function comesTo(step: 'checklist' | 'calendar' | 'details' | 'review' | 'confirmed', page?: Page) {
  const { flow, script } = await ready(page);
  const maria = patient(flow);
  const ways = {
    checklist: () => maria.picks('Hot stone massage'),
    calendar: () => maria.picks('No'),
    details: async () => {
      await script.last('availability').answer({ timeZone: 'America/Denver', slots: [hour, laterHour], next: null });
      await settled(flow);
      await maria.presses('9:00 AM');
      await script.last('hold').answer(hold());
    },
    review: async () => {
      await maria.types('Full name', 'Maria Santos');
      await maria.types('Mobile phone', '303 555 0100');
    },
  };
  for (const [name, goes] of Object.entries(ways)) {
    await goes();
    await maria.presses('Continue');
    if (name === 'calendar') flow.store.send({ type: 'month-changed', month: '2026-12' }); // Where the times below are.
    await settled(flow);
    if (name === step) return { flow, script };
  }
  await maria.agrees();
  await maria.presses('Confirm booking');
  await script.last('book').answer(booking);
  await settled(flow);
  return { flow, script };
}

const ofHotStones = (one: typeof slot) => ({
  ...one,
  appointments: one.appointments.map((appointment) => ({ ...appointment, serviceId: 's8' })),
});

/** Two free times on Tuesday, December 1, at nine and at a quarter past ten. */
export const [hour, laterHour] = [ofHotStones(slot), ofHotStones(otherSlot)];

export const hold = (expiresIn = 600, extensions = 10, token = 'hold-1') => ({
  token,
  expiresIn,
  extensions,
  slots: [hour],
});

/** Waits until everything that follows from the last thing is on screen. */
export async function settled(flow: BookingFlow) {
  for (let round = 0; round < 3; round++) {
    await flow.updateComplete;
    await aTimeout(0);
  }
}

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? wordsOf(element);

/** What a patient sees of the whole booking and does with it, in their own words. */
export function patient(flow: BookingFlow) {
  /** What is on screen, in the flow's own root and in those of its steps. */
  const all = <T extends HTMLElement>(selector: string) =>
    roots(flow)
      .flatMap((root) => [...root.querySelectorAll<T>(selector)])
      .filter((element) => element.checkVisibility());
  const named = <T extends HTMLElement>(selector: string, words: string) => {
    const found = all<T>(selector).find((element) => nameOf(element).startsWith(words));
    if (!found) throw new Error(`There is no "${words}" among: ${all(selector).map(nameOf).join(' | ')}`);
    return found;
  };
  const press = async (element: HTMLElement) => {
    element.click();
    await settled(flow);
  };
  const types = async (label: string, words: string) => {
    const field = named<HTMLLabelElement>('label', label).control as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(flow);
  };
  return {
    /** Everything on screen, but for the side panel. */
    get reads() {
      return all('h2, h3, p, b, small, label, button, dd').map(nameOf).join(' · ');
    },
    /** The heading of the step. */
    get heading() {
      return all('h2').map(wordsOf).join(' · ');
    },
    /** How far the patient is, in words. */
    get progress() {
      return wordsOf(flow.shadowRoot!.querySelector('[part~=head] small'));
    },
    /** The panel that says what was chosen so far. */
    get side() {
      return all('aside').map(wordsOf).join().replace(/\s/g, ' ');
    },
    /** What went wrong, as it is said aloud. */
    get troubles() {
      return all('[role=alert]').map(wordsOf);
    },
    /** What was said aloud by the booking itself. */
    get hears() {
      return [...flow.shadowRoot!.querySelectorAll('[role=status]')].map(wordsOf).join();
    },
    /** What the keyboard is on, through all roots. */
    get at() {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at ? nameOf(at) : '';
    },
    get buttons() {
      return all('button').map(nameOf);
    },
    canUse: (words: string) => named('button', words).ariaDisabled !== 'true',
    field: (label: string) => named<HTMLLabelElement>('label', label).control as HTMLInputElement,
    picks: (words: string) => press(named('label', words)),
    presses: (words: string) => press(named('button', words)),
    types,
    /** Ticks the consent, and signs it. */
    agrees: async () => {
      await press(named('label', 'I agree'));
      await types('Sign here', 'Maria Santos');
    },
  };
}

function roots(host: Element): ParentNode[] {
  const within = host.shadowRoot ?? host;
  const inner = [...within.querySelectorAll('*'), ...host.children].filter((element) => element.shadowRoot);
  return [within, ...(host.shadowRoot ? [host] : []), ...inner.flatMap(roots)];
}
