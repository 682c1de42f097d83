import type { Booking, Catalog, FirstFree, Slot } from '../contract/index.ts';
import type { Answers, Questionnaire } from '../domain/checklist/questionnaire.ts';
import type { Details } from '../domain/details.ts';
import type { HeldSlot, Month, StepId, Trouble } from './state.ts';

/** Something the booking asks of the endpoint by itself, by the name under which the state keeps it. */
export type Need =
  { readonly of: 'catalog' | 'checklist' } | { readonly of: 'firstFree' | 'months'; readonly key: string };

/** Everything that can happen to a booking: the patient acts, or the endpoint answers. */
export type Action =
  | { readonly type: 'asked'; readonly need: Need }
  | { readonly type: 'failed'; readonly need: Need; readonly trouble: Trouble }
  | { readonly type: 'catalog-loaded'; readonly catalog: Catalog; readonly today: string; readonly now: number }
  | { readonly type: 'first-free-loaded'; readonly serviceId: string; readonly firstFree: FirstFree }
  | { readonly type: 'checklist-loaded'; readonly questionnaire: Questionnaire }
  | { readonly type: 'month-loaded'; readonly month: string; readonly value: Month }
  | {
      readonly type: 'service-selected';
      readonly serviceId: string;
      readonly addOnIds: readonly string[];
      readonly locationId: string;
      /** What the patient has said by it of themselves, as answers of the checklist. */
      readonly said?: Answers | undefined;
    }
  /** `passed` by an arrow key on its way to another answer: nobody knows yet whether the latest is meant. */
  | { readonly type: 'answered'; readonly answers: Answers; readonly passed?: boolean }
  | {
      readonly type: 'therapists-selected';
      readonly therapistIds: readonly string[];
      /** Where the patient would like to come, '' for anywhere; where they said so before, if unset. */
      readonly locationId?: string;
    }
  | { readonly type: 'month-changed'; readonly month: string }
  | { readonly type: 'slot-selected'; readonly slot: Slot }
  | { readonly type: 'hold-made'; readonly held: HeldSlot }
  | { readonly type: 'hold-resumed'; readonly held: HeldSlot }
  | { readonly type: 'hold-failed'; readonly trouble: Trouble; readonly slotId: string }
  | { readonly type: 'details-changed'; readonly details: Details }
  | { readonly type: 'consents-changed'; readonly consentIds: readonly string[]; readonly signature: string }
  | { readonly type: 'step-selected'; readonly step: StepId }
  | { readonly type: 'confirm-asked'; readonly code?: string | undefined }
  | { readonly type: 'confirmed'; readonly booking: Booking }
  | { readonly type: 'confirm-failed'; readonly trouble: Trouble; readonly step?: StepId | undefined }
  | { readonly type: 'troubled'; readonly trouble: Trouble }
  /**
   * An endpoint serves again what was put elsewhere on the page: whatever was on its way then was given up. With `stale`,
   * in another language: what the clinic says is asked for again.
   */
  | { readonly type: 'resumed'; readonly stale?: boolean | undefined }
  | { readonly type: 'retried' }
  /** The patient closed the popup: what was typed stays, the kept time is given back. */
  | { readonly type: 'left' }
  | { readonly type: 'returned'; readonly today: string; readonly now: number };

export type ActionOf<Type extends Action['type']> = Extract<Action, { type: Type }>;
