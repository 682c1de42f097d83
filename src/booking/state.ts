import type { Booking, Catalog, FirstFree, Slot } from '../contract/index.ts';
import type { Answers, Questionnaire, Screening } from '../domain/checklist/questionnaire.ts';
import { noDetails, type Details } from '../domain/details.ts';
import type { FailureKind } from '../endpoint/endpoint.ts';
import type { Action } from './actions.ts';

/** The steps in their usual order; `confirmed` is the end. */
export const stepIds = ['service', 'checklist', 'calendar', 'details', 'review', 'confirmed'] as const;
export type StepId = (typeof stepIds)[number];

/** Why the patient cannot go on: a failure of the wire, or a refusal by its contract name; those that have words. */
export type TroubleKind =
  | FailureKind
  | 'slot-taken'
  | 'hold-expired'
  | 'too-many-holds'
  | 'not-bookable'
  | 'checklist-changed'
  | 'call-clinic'
  | 'code-unknown'
  | 'unusable'
  | 'closed'
  | 'no-services';

/** What stands between the patient and the next step; the element words it and offers a way on. */
export interface Trouble {
  /** An open list, as the contract's problems are. */
  readonly kind: TroubleKind | (string & {});
  /** Words of the endpoint, fit for a patient to read. */
  readonly detail?: string | undefined;
  /** Slots that are free instead. */
  readonly alternatives?: readonly Slot[] | undefined;
  /** What "try again" does again. */
  readonly again?: Action | undefined;
}

/** Something asked of the endpoint: not yet, under way, there, or failed. What is stale stays on screen while it is asked for again. */
export type Remote<T> = { readonly stale?: boolean | undefined } & (
  | { readonly status: 'absent' | 'pending'; readonly value?: undefined; readonly trouble?: undefined }
  | { readonly status: 'loaded'; readonly value: T; readonly trouble?: undefined }
  | { readonly status: 'failed'; readonly trouble: Trouble; readonly value?: undefined }
);

/** A month of free slots, by `YYYY-MM`; `next` is the first free date after it, `timeZone` the one that they are in. */
export interface Month {
  readonly timeZone?: string;
  readonly slots: readonly Slot[];
  readonly next: string | null;
}
export type Months = Readonly<Record<string, Remote<Month>>>;

/** The place that is kept for the patient. `until` is on the widget's own clock, in milliseconds. */
export interface HeldSlot {
  readonly token: string;
  readonly slot: Slot;
  readonly until: number;
  readonly extensions: number;
}

export interface BookingState {
  readonly step: StepId;
  /** Today at the clinic, `YYYY-MM-DD`. */
  readonly today: string;
  /** When that was, in milliseconds since 1970. */
  readonly now: number;
  readonly timeFirst: boolean;
  readonly catalog: Remote<Catalog>;
  /** First free times, by service id. */
  readonly firstFree: Readonly<Record<string, Remote<FirstFree>>>;
  readonly serviceId: string;
  readonly addOnIds: readonly string[];
  readonly locationId: string;
  readonly checklist: Remote<Questionnaire>;
  readonly answers: Answers;
  readonly screening: Screening;
  /** What was answered when answers stopped a treatment or wanted a doctor: the therapist is told what was changed afterwards. */
  readonly answersAtStop: Answers;
  /** Whom the patient would like; empty means anybody. */
  readonly therapistIds: readonly string[];
  /** The month that is looked at, `YYYY-MM`. */
  readonly month: string;
  readonly months: Months;
  /** True once a place was lost or the tab came back: free times are then asked for past every cache. */
  readonly fresh: boolean;
  /** The slot that is being held right now, before the endpoint has answered. */
  readonly asking?: Slot | undefined;
  readonly held?: HeldSlot | undefined;
  /** A step that the patient already asked for, to be entered once `asking` is answered. */
  readonly wanted?: StepId | undefined;
  readonly details: Details;
  /** Ids of the consent texts that the patient has ticked. */
  readonly consented: readonly string[];
  /** The name that the patient has typed under them. */
  readonly signature: string;
  /** The code that was sent to the patient's contact, as typed; present once the endpoint asks for one. */
  readonly code?: string | undefined;
  /** True between "confirm" and the endpoint's answer. */
  readonly confirming: boolean;
  readonly booking?: Booking | undefined;
  /** The latest trouble of the current step, if any. */
  readonly trouble?: Trouble | undefined;
}

const unasked = { status: 'absent' } as const;

/** A booking that nobody has begun. */
export const initialState: BookingState = {
  step: 'service',
  today: '',
  now: 0,
  timeFirst: false,
  catalog: unasked,
  firstFree: {},
  serviceId: '',
  addOnIds: [],
  locationId: '',
  checklist: unasked,
  answers: {},
  screening: { outcome: 'incomplete', ruledOut: [], sites: [], reasons: [], missing: [] },
  answersAtStop: {},
  therapistIds: [],
  month: '',
  months: {},
  fresh: false,
  details: noDetails,
  consented: [],
  signature: '',
  confirming: false,
};
