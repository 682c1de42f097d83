import type { Page } from 'playwright-core';

/** Somebody's booking on a page, and how one goes through it: an expression for each step, run inside the page. */
export interface Subject {
  readonly name: string;
  /** Loads the files, so that what comes next is work and not reading. */
  readonly head: string;
  readonly body: string;
  /** Answers what it asks for over the network. */
  serve?(page: Page): Promise<void>;
  readonly steps: readonly (readonly [name: string, act: string])[];
}

/** `all(selector)` looks through open shadow roots; `press(words)` presses what says so, or has that name. */
export const tools = `
  const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((one) => one.shadowRoot ? roots(one.shadowRoot) : [])];
  globalThis.all = (selector) => roots(document).flatMap((root) => [...root.querySelectorAll(selector)]);
  globalThis.press = (words, selector = 'button, a, label, [role=button]') => {
    const found = all(selector).find((one) => words.test(one.getAttribute('aria-label') ?? one.textContent) && one.checkVisibility());
    if (!found) throw new Error('nobody says ' + words);
    found.click();
  };
  globalThis.type = (selector, words) => {
    const field = all(selector)[0];
    Object.getOwnPropertyDescriptor(field.constructor.prototype, 'value').set.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
`;
