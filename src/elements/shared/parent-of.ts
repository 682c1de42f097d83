/** The element around another one, as the browser lays them out: through slots and out of shadow roots. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

/** An element and all that stand around it, from the inside out. */
export const lineOf = (element: Element | null): readonly Element[] =>
  element ? [element, ...lineOf(parentOf(element))] : [];
