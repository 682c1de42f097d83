import type { TroubleKind } from '../booking/state.ts';

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
    /** Words of codes that do not say it themselves: `neck-shoulder` is made "Neck or shoulder" in English. */
    readonly topicWords: Readonly<Record<string, string>>;
    readonly more: string;
    readonly showAll: string;
    /** How many treatments fit a topic. */
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
    readonly why: string;
    pageOf(page: number, pages: number): string;
    readonly yes: string;
    readonly no: string;
    readonly other: string;
    readonly choose: string;
    readonly missing: string;
    readonly wrong: string;
    /** Either end may be empty. */
    between(min: string, max: string): string;
    /** What a clearance means; `phones` where a therapist calls instead of a doctor agreeing. */
    clearance(phones: boolean): string;
    /** `day` is empty where any day will do. */
    clearanceHow(day: string, phones: boolean): string;
    /** What a call means, by how urgent it is. */
    readonly clinic: string;
    readonly 'same-day': string;
    readonly emergency: string;
    callNumber(number: string): string;
    readonly callEmergency: string;
    readonly notBooked: string;
    readonly whenBetter: string;
    readonly mistake: string;
    readonly ruledOut: string;
    readonly instead: string;
  };
  readonly calendar: {
    readonly heading: string;
    readonly missing: string;
    notBefore(day: string): string;
    readonly loading: string;
    readonly firstFree: string;
    firstWith(name: string): string;
    readonly whom: string;
    readonly anybody: string;
    readonly parts: Readonly<Record<'morning' | 'afternoon' | 'evening', string>>;
    dayFree(day: string, count: number, first: string): string;
    dayNotFree(day: string, why: string): string;
    readonly past: string;
    readonly tooEarly: string;
    readonly tooLate: string;
    readonly full: string;
    /** Said when times that were listed are no longer free. */
    gone(times: string): string;
    monthSays(month: string, days: number): string;
    empty(month: string): string;
    nextFree(day: string): string;
    readonly nothing: string;
  };
  readonly details: {
    readonly heading: string;
    readonly date: { readonly day: string; readonly month: string; readonly year: string };
    /** Labels; with `other`, of the person somebody books for. */
    name(other: boolean): string;
    phone(other: boolean): string;
    readonly email: string;
    /** Behind a field that only those fill in who have one. */
    readonly ifAny: string;
    birthDate(other: boolean): string;
    returning(other: boolean): string;
    readonly yes: string;
    readonly no: string;
    readonly reach: string;
    readonly reachBy: { readonly email: string; readonly sms: string };
    readonly note: string;
    readonly noteHint: string;
    readonly forOther: string;
    readonly forMyself: string;
    readonly bookedBy: string;
    readonly relation: string;
    readonly guardianHeading: string;
    readonly guardian: string;
    readonly guardianPhone: string;
    readonly problems: {
      /** The patient's, and that of who books or agrees for them. */
      readonly name: Readonly<Record<'missing', string>>;
      readonly guardianRelation: Readonly<Record<'missing', string>>;
      readonly phone: Readonly<Record<'missing' | 'wrong' | 'contact', string>>;
      readonly email: Readonly<Record<'missing' | 'wrong', string>>;
      readonly birthDate: Readonly<Record<'missing' | 'wrong' | 'future', string>>;
      readonly note: Readonly<Record<'missing', string>>;
    };
  };
  readonly summary: {
    readonly heading: string;
    readonly confirm: string;
    readonly confirming: string;
    readonly treatment: string;
    readonly time: string;
    readonly who: string;
    readonly where: string;
    readonly price: string;
    readonly patient: string;
    readonly checklist: string;
    change(what: string): string;
    then(names: readonly string[]): string;
    /** How an appointment is held that is not at the clinic, by its mode. */
    readonly modes: Readonly<Record<string, string>>;
    zone(zone: string): string;
    readonly consents: string;
    readonly consentMissing: string;
    /** What is typed under consents; `guardian` where somebody agrees for a minor. */
    signature(guardian: boolean): string;
    readonly unsigned: string;
    readonly goodToKnow: string;
    clearance(deadline: string): string;
    clearanceAhead(phones: boolean): string;
    readonly answered: string;
    /** What the confirmation begins with, by the status of the booking; any other is said as `proposed`. */
    readonly headings: { readonly proposed: (day: string) => string } & Readonly<
      Record<string, ((day: string) => string) | undefined>
    >;
    /** Why it is not sure yet. */
    readonly unsure: Readonly<Record<string, string>>;
    readonly reference: string;
    readonly writeDown: string;
  };
  readonly booking: {
    readonly label: string;
    readonly loading: string;
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
