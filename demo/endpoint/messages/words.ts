import { en } from './words.en.ts';
import { es } from './words.es.ts';

/** One thing that is told. `when` is a day and a time; nothing in it says what the appointment is for. */
export interface Telling {
  readonly subject: (when: string) => string;
  readonly lines: readonly string[];
  /** The same in one sentence, for a phone. */
  readonly short: (when: string) => string;
}

/** Everything that is written to people. */
export interface MessageWords {
  readonly greeting: (name: string) => string;
  readonly patient: {
    readonly booked: Telling;
    /** Kept for the patient until a deadline, and not sure yet. */
    readonly pending: (deadline: string) => Telling;
    /** The same, until somebody from the clinic has called. */
    readonly proposed: (deadline: string) => Telling;
    readonly changed: Telling;
    /** What was not sure yet is sure now, or is not kept any longer. */
    readonly confirmed: Telling;
    readonly freed: Telling;
    readonly cancelled: Telling;
    readonly reminder: Telling;
    readonly 'after-visit': Telling;
  };
  /** To those who work there; who comes is looked up at the desk. */
  readonly clinic: {
    readonly booked: Telling;
    readonly changed: Telling;
    readonly confirmed: Telling;
    readonly freed: Telling;
    readonly cancelled: Telling;
  };
  /** A time that is kept for who has waited, until a deadline. */
  readonly offer: (deadline: string) => Telling;
  readonly take: string;
  readonly links: { readonly subject: string; readonly lines: readonly string[]; readonly short: string };
  readonly callBack: { readonly subject: string; readonly lines: readonly string[] };
  readonly code: {
    readonly subject: (code: string) => string;
    readonly lines: (code: string) => readonly string[];
    readonly short: (code: string) => string;
  };
  readonly facts: {
    readonly when: string;
    readonly where: string;
    readonly withWhom: string;
    readonly reference: string;
    readonly name: string;
    readonly phone: string;
  };
  /** How an appointment is held that is not at the clinic, by the mode of its service. */
  readonly modes: Readonly<Record<string, string>>;
  readonly manage: string;
  readonly form: string;
  /** What stands in a patient's calendar, for everybody to see. */
  readonly calendarTitle: string;
  readonly questions: (phone: string) => string;
}

const languages: Readonly<Record<string, MessageWords>> = { en, es };

/** The words of a language; English where there are none. */
export const messageWords = (language: string): MessageWords => languages[language.split('-')[0] ?? ''] ?? en;
