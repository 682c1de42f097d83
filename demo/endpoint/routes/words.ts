import type { ProblemName } from '../../../src/contract/index.ts';
import { en } from './words.en.ts';
import { es } from './words.es.ts';

/** Everything that the endpoint says to a patient. Nothing in it comes from what the patient has sent. */
export interface Words {
  /** What a problem is called, and what to do about it; `phone` is the clinic's, as printed. */
  readonly problems: Readonly<Record<ProblemName, (phone: string) => readonly [title: string, detail: string]>>;
  readonly field: {
    readonly missing: string;
    readonly wrong: string;
    readonly tooLong: string;
    readonly unreadable: string;
  };
  readonly query: {
    readonly unknown: string;
    readonly order: string;
    readonly tooLong: string;
    readonly noDay: string;
  };
  readonly body: {
    readonly notJson: string;
    readonly wrongType: string;
    readonly tooDeep: string;
    readonly wrongKey: string;
    readonly noRevision: string;
  };
  readonly slot: {
    readonly unknown: string;
    readonly tooSoon: string;
    readonly tooFar: string;
    readonly twice: string;
    readonly closed: string;
  };
  readonly details: {
    readonly reach: string;
    readonly guardian: string;
    readonly consent: string;
    readonly signature: string;
    readonly newPatients: string;
  };
  readonly code: {
    readonly sent: string;
    readonly wrong: string;
    readonly tooOften: string;
    readonly needsEmail: string;
  };
  readonly manage: {
    readonly over: string;
    readonly otherServices: string;
    readonly nothingToUndo: string;
    readonly upcoming: (most: number) => string;
    readonly givenUp: string;
    readonly changedOften: string;
    /** The same as `oneClearance`, for somebody of whom it is not known whose contact they have typed. */
    readonly settleFirst: string;
    readonly oneClearance: string;
    readonly newQuestions: string;
  };
  readonly checklist: {
    readonly missing: string;
    readonly unanswered: (question: string) => string;
    readonly wrong: (question: string) => string;
    readonly ruledOut: string;
    readonly notBefore: (day: string) => string;
    readonly clearanceLead: (day: string) => string;
    readonly clearanceNext: (deadline: string) => string;
    readonly phoneNext: (deadline: string) => string;
  };
}

const languages: Readonly<Record<string, Words>> = { en, es };

/** The words of a language; English where there are none. */
export const wordsOf = (language: string): Words => languages[language.split('-')[0] ?? ''] ?? en;
