import type { StepId, Trouble } from '../booking/state.ts';

/** Every word that the widget says, by the room that says it. A language is one object of this shape. */
export interface Messages {
  /** The BCP 47 tag of these words. */
  readonly tag: string;
  /** Which locale dates and money take when the page asks for this one: its own region, never another language. */
  localeFor(asked: string): string;
  readonly shared: {
    readonly back: string;
    readonly continue: string;
    readonly change: string;
    readonly tryAgain: string;
    readonly close: string;
    readonly print: string;
    readonly optional: string;
    callUs(phone: string): string;
    readonly ratherTalk: string;
    with(names: string): string;
    from(price: string): string;
  };
  readonly service: {
    readonly heading: string;
    readonly none: string;
  };
  readonly checklist: {
    readonly heading: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly calendar: {
    readonly heading: string;
  };
  readonly details: {
    readonly heading: string;
  };
  readonly summary: {
    readonly heading: string;
    readonly confirm: string;
  };
  readonly booking: {
    readonly label: string;
    readonly loading: string;
    readonly steps: Readonly<Record<StepId, string>>;
    stepOf(index: number, count: number): string;
  };
  /** What went wrong, and what to do about it. */
  readonly trouble: Readonly<Record<Trouble['kind'], { readonly heading: string; readonly text: string }>>;
}
