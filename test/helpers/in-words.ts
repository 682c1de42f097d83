import { aTimeout } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** The words of an element, as somebody reads them. */
export const wordsOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What every page object starts from: an element's parts, found by the words that they are called by, and pressed. */
export function inWords(element: LitElement, read: (part: Element) => string = wordsOf) {
  const root = element.shadowRoot!;
  const all = <T extends HTMLElement>(selector: string) => [...root.querySelectorAll<T>(selector)];
  /** What something is called: its label, else its words. */
  const nameOf = (part: Element) => part.getAttribute('aria-label') ?? read(part);
  const named = <T extends HTMLElement>(selector: string, words: string) => {
    const found = all<T>(selector).find((part) => nameOf(part).startsWith(words));
    if (!found) throw new Error(`There is no "${words}" among: ${all(selector).map(nameOf).join(' | ')}`);
    return found;
  };
  const settled = async () => {
    await element.updateComplete;
    await aTimeout(0);
    await element.updateComplete;
  };
  const press = async (part: HTMLElement) => {
    part.click();
    await settled();
  };
  return { root, all, nameOf, named, settled, press };
}
