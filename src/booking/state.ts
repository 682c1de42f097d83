import type { Booking, Catalog, FirstFree, Slot } from '../contract/index.ts';
import type { Answers, Questionnaire, Screening } from '../domain/checklist/questionnaire.ts';
import type { Details } from '../domain/details.ts';
import type { FailureKind } from '../endpoint/endpoint.ts';

/** The steps in their usual order; `confirmed` is the end. */
export const stepIds = ['service', 'checklist', 'calendar', 'details', 'review', 'confirmed'] as const;
export type StepId = (typeof stepIds)[number];

/** What stands between the patient and the next step; the element words it and offers a way on. */
export interface Trouble {
  readonly kind:
    | FailureKind
    | 'slot-taken'
    | 'hold-expired'
    | 'too-many-holds'
    | 'not-bookable'
    | 'checklist-changed'
    | 'call-clinic'
    | 'closed'
    | 'no-services';
  /** Words of the endpoint, fit for a patient to read. */
  readonly detail?: string | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number | undefined;
}

/** Something asked of the endpoint: not yet, under way, there, or failed. */
export type Remote<T> =
  | { readonly status: 'absent' | 'pending'; readonly value?: undefined; readonly trouble?: undefined }
  | { readonly status: 'loaded'; readonly value: T; readonly trouble?: undefined }
  | { readonly status: 'failed'; readonly trouble: Trouble; readonly value?: undefined };

/** A month of free slots, by `YYYY-MM`; `next` is the first free date after it. */
export interface Month {
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
  /** linkIds whose answer was changed after they had stopped the booking; the therapist is told. */
  readonly changedAfterStop: readonly string[];
  /** Whom the patient would like; empty means anybody. */
  readonly therapistIds: readonly string[];
  /** The month that is looked at, `YYYY-MM`. */
  readonly month: string;
  readonly months: Months;
  /** The slot that is being held right now, before the endpoint has answered. */
  readonly asking?: Slot | undefined;
  readonly held?: HeldSlot | undefined;
  readonly details: Details;
  /** Ids of the consent texts that the patient has ticked. */
  readonly consented: readonly string[];
  /** True between "confirm" and the endpoint's answer. */
  readonly confirming: boolean;
  readonly booking?: Booking | undefined;
  /** The latest trouble of the current step, if any. */
  readonly trouble?: Trouble | undefined;
}
