import type { StepId, TroubleKind } from '../booking/state.ts';

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
    /** Name of the list, for those who cannot see it. */
    readonly list: string;
    readonly missing: string;
    /** What the words that narrow the list are for. */
    readonly topics: string;
    readonly topicKinds: Readonly<Record<'bodyAreas' | 'conditions' | 'symptoms', string>>;
    /** Words of the codes that are known; others are made readable. */
    readonly topicWords: Readonly<Record<string, string>>;
    readonly more: string;
    readonly showAll: string;
    /** How many treatments fit a topic; all of them where there is none. */
    found(count: number, topic: string): string;
    /** Why a treatment that does not fit the topic is still shown. */
    readonly picked: string;
    notSure(name: string): string;
    readonly returningOnly: string;
    howLong(name: string): string;
    firstFree(day: string, time: string): string;
    readonly nothingFree: string;
    readonly addOns: string;
    readonly where: string;
    anyPlace(count: number): string;
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
    readonly yourVisit: string;
    keptFor(minutes: string): string;
    readonly keptNoMore: string;
    readonly needLonger: string;
    readonly keeping: string;
  };
  /** What went wrong, and what to do about it. */
  readonly trouble: Readonly<Record<TroubleKind, { readonly heading: string; readonly text: string }>>;
}
