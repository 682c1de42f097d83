import { fixture, html } from '@open-wc/testing';
import { ServicePicker } from '../../src/elements/service-picker/service-picker.ts';
import { catalog } from './fixture-clinic.ts';
import { wordsOf } from './in-words.ts';

if (!customElements.get('myo-service-picker')) customElements.define('myo-service-picker', ServicePicker);

/** A service picker of the fixture clinic, on its own on a page. */
export async function open(properties: Partial<ServicePicker> = {}) {
  const { clinic } = catalog;
  const picker = await fixture<ServicePicker>(html`<myo-service-picker lang="en-US"></myo-service-picker>`);
  picker.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  Object.assign(picker, {
    services: catalog.services,
    locations: clinic.locations,
    phone: clinic.phone,
    today: '2026-11-23',
    ...properties,
  });
  await picker.updateComplete;
  return picker;
}

/** What a patient sees of a service picker and does with it, in their own words. */
export function patient(picker: ServicePicker) {
  const root = picker.shadowRoot!;
  const all = <T extends HTMLElement>(selector: string) => [...root.querySelectorAll<T>(selector)];
  const shown = (elements: HTMLElement[]) => elements.filter((element) => element.checkVisibility());
  const named = (selector: string, words: string) => {
    const found = shown(all(selector)).find((element) => wordsOf(element).startsWith(words));
    if (!found) throw new Error(`There is no "${words}" among: ${shown(all(selector)).map(wordsOf).join(' | ')}`);
    return found;
  };
  const press = async (element: HTMLElement) => {
    element.click();
    await picker.updateComplete;
  };
  return {
    /** Everything on screen. */
    get reads() {
      return wordsOf(root.querySelector('.stack'));
    },
    /** The names of the treatments on screen. */
    get sees() {
      return shown(all('[part~=name]')).map(wordsOf);
    },
    /** The words of the card that is picked. */
    get picked() {
      return wordsOf(root.querySelector('[part~=service][part~=selected]'));
    },
    /** The topics that the list can be narrowed to. */
    get topics() {
      return shown(all('[part~=topics] [aria-pressed]')).map(wordsOf);
    },
    /** What was said aloud about the filter. */
    get hears() {
      return wordsOf(root.querySelector('[role=status]'));
    },
    /** The words of one treatment's card. */
    card: (name: string) => wordsOf(named('[part~=name]', name).closest('[part~=service]')),
    /** Whether something with these words is ticked. */
    ticked: (words: string) => (named('label', words) as HTMLLabelElement).querySelector('input')!.checked,
    picks: (words: string) => press(named('label', words)),
    presses: (words: string) => press(named('button', words)),
  };
}
