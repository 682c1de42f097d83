import type { Coding } from '../../contract/response.ts';

/** How far an answer keeps a patient from booking, mildest first. */
export const outcomes = ['book', 'adapt', 'clearance', 'call'] as const;
export type Outcome = (typeof outcomes)[number];

/** How soon somebody who is told to call needs help, mildest first. */
export const urgencies = ['clinic', 'same-day', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

/** FHIR R4 item types that are understood; any other is refused when the Questionnaire is loaded. */
export const itemTypes = [
  'group',
  'display',
  'boolean',
  'choice',
  'open-choice',
  'integer',
  'decimal',
  'date',
  'string',
  'text',
] as const;
export type ItemType = (typeof itemTypes)[number];

/** One given answer; the item's type says how to read it (a date is `YYYY-MM-DD`, or `YYYY-MM`, or `YYYY`). */
export type AnswerValue = boolean | number | string | Coding;

/** All answers by linkId. No entry, or an empty list, is "not answered", which is never "no". */
export type Answers = Readonly<Record<string, readonly AnswerValue[]>>;

/** One screening rule, read from the `screening-outcome` extension. */
export interface Rule {
  readonly outcome: Outcome;
  readonly urgency?: Urgency;
  /** Screening codes that the rule concerns; empty means every service. */
  readonly services: readonly string[];
  /** Screening codes that the rule spares, whatever else it concerns. */
  readonly except?: readonly string[];
  /** These services cannot be booked at all; others are offered before any harsher outcome. */
  readonly ruleOut: boolean;
  readonly min?: number;
  readonly max?: number;
  /**
   * Days before the appointment within which, or beyond which, the answered date must lie; below zero for a date after
   * the appointment.
   */
  readonly withinDays?: number;
  readonly beforeDays?: number;
  readonly ageUnder?: number;
  /** Earliest appointment: so many days after the answered date, or after today. */
  readonly notBeforeDays?: number;
  /** linkId of the question whose answer names the area to leave out. */
  readonly site?: string;
  readonly patientText: string;
  readonly therapistText: string;
  readonly source: string;
}

/** One answer to choose from. */
export interface Option {
  readonly value: AnswerValue;
  readonly label: string;
  /** Choosing it clears every other answer ("none of these"). */
  readonly exclusive: boolean;
  readonly rules: readonly Rule[];
}

export type Operator = 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
export interface Condition {
  readonly question: string;
  readonly operator: Operator;
  readonly answer: AnswerValue;
}

/** One question, group or text of a loaded Questionnaire. */
export interface Item {
  readonly linkId: string;
  readonly type: ItemType;
  readonly text: string;
  readonly help: string;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  /** How it wants to be shown (FHIR `questionnaire-itemControl`), where that is not how its type is shown anyway. */
  readonly control?: string | undefined;
  /** What a hidden or read-only item always says, unless the page answers it. */
  readonly fixed?: readonly AnswerValue[];
  readonly options: readonly Option[];
  readonly conditions: readonly Condition[];
  readonly enableBehavior: 'all' | 'any';
  /** Screening codes for which the item is asked; empty means always. */
  readonly services: readonly string[];
  readonly rules: readonly Rule[];
  /** Smallest and greatest answer, both included; a date is `YYYY-MM-DD`. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  readonly pattern?: string;
  readonly unit?: string | undefined;
  readonly items: readonly Item[];
}

/** A Questionnaire that was read whole: whatever it asks, this software understands. */
export interface Questionnaire {
  /** `url|version`, as a response names it. */
  readonly canonical: string;
  readonly title: string;
  readonly status: string;
  readonly items: readonly Item[];
}

/** Why a Questionnaire was refused: the item, and the field of it that is at fault; `explain` tells it to people. */
export interface LoadProblem {
  readonly linkId: string;
  readonly reason: string;
}
export type Loaded =
  | { readonly questionnaire: Questionnaire; readonly problems?: undefined }
  | { readonly questionnaire?: undefined; readonly problems: readonly LoadProblem[] };

/** What the answers mean for the questions. */
export interface Evaluation {
  /** linkIds that are asked now, in order of the Questionnaire. */
  readonly enabled: ReadonlySet<string>;
  /** linkIds that want an answer and have none. */
  readonly missing: readonly string[];
  /** Answers that break a limit of their item; the element words them. */
  readonly errors: readonly AnswerError[];
}
export interface AnswerError {
  readonly linkId: string;
  readonly limit: 'type' | 'option' | 'exclusive' | 'min' | 'max' | 'length' | 'pattern' | 'occurs';
}

/** What the answers are screened against: codes of the chosen service, today, and the appointment's day once there is one. */
export interface ScreeningContext {
  readonly services: readonly string[];
  readonly today: string;
  readonly on?: string | undefined;
}

/** One reason of a screening: a rule that applies to an answer. */
export interface Reason extends Rule {
  readonly linkId: string;
  /** First day that it allows, empty where it postpones nothing. */
  readonly notBefore: string;
}

/** How a patient may book. The worst outcome wins, and every reason is kept. */
export interface Screening {
  readonly outcome: 'incomplete' | Outcome;
  readonly urgency?: Urgency;
  /** Earliest day of the appointment. */
  readonly notBefore?: string;
  /** Every screening code that is ruled out, not only the chosen service's. */
  readonly ruledOut: readonly string[];
  readonly sites: readonly string[];
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
}
