import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** Makes a field reactive: the half of Lit's decorator of this name that TypeScript's own decorators need. */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: PropertyKey): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** A field of the element's own that is rendered, and that no attribute sets. */
export const state = () => property({ state: true });

/** Of a field that no attribute sets; the one tag writes it for each of them. */
export const unnamed = { attribute: false };
