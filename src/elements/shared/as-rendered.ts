import type { LitElement } from 'lit';

/**
 * Lets every radio and box say what was rendered, whatever was pressed: the page may have refused it. Hands every part on
 * to what stands around, so that a page reaches them all through `<myo-booking>`.
 */
export function asRendered(element: LitElement) {
  const { renderRoot: root } = element;
  for (const input of root.querySelectorAll('input')) input.checked = input.defaultChecked;
  const parts = [...root.querySelectorAll('[part]')].map((one) => one.getAttribute('part'));
  element.setAttribute('exportparts', `${[...new Set(`${parts}`.match(/[^\s,]+/g))]}`);
}
