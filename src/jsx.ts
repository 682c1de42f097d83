/**
 * Registers the tags, as `myo-booking/define` does, and tells JSX of them. React 19 sets their properties and listens to
 * their events by itself.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { LitElement } from 'lit';
import './define.ts';

/** Its tag is known to JSX; `myo-booking/forms` registers it. */
export type { VisitForms } from './visit-forms.ts';

/** `onmyo-booking-confirm` and the like: React takes `on` and the event's own name. */
type Listeners = {
  [Type in keyof HTMLElementEventMap as Type extends `myo-${string}` ? `on${Type}` : never]?: (
    event: HTMLElementEventMap[Type],
  ) => void;
};

/** What an element brings itself and a page may set: no methods, and nothing that is Lit's. */
type Properties<Element> = {
  [
    Name in Exclude<keyof Element, keyof LitElement | symbol> as Element[Name] extends (...args: never[]) => unknown
      ? never
      : Name
  ]?: Element[Name];
};

type Jsx<Element extends HTMLElement> = Omit<
  DetailedHTMLProps<HTMLAttributes<Element>, Element>,
  keyof Properties<Element>
> &
  Properties<Element> &
  Listeners;

type Elements = {
  [Tag in keyof HTMLElementTagNameMap as Tag extends `myo-${string}` ? Tag : never]: Jsx<HTMLElementTagNameMap[Tag]>;
};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own way to be told of elements.
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
