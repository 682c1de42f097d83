import { html, type LitElement, type TemplateResult } from 'lit';
import type { StepId } from '../../booking/state.ts';

/** What the flow asks of the element that shows a step; whatever a page puts there may leave all of it out. */
export interface StepElement extends LitElement {
  /** Shows what is missing and goes to it; false where something is. */
  reportValidity?(): boolean;
  /** Turns to the step's own next page; false at its last. */
  next?(): boolean;
  /** Turns to the step's own page before; false at its first. */
  previous?(): boolean;
  focusHeading?(): Promise<void>;
}

/** Our own element of each step. */
export const stepView: Readonly<Record<StepId, TemplateResult>> = {
  service: html`<myo-service-picker></myo-service-picker>`,
  checklist: html`<myo-intake-checklist></myo-intake-checklist>`,
  calendar: html`<myo-therapist-calendar></myo-therapist-calendar>`,
  details: html`<myo-patient-details></myo-patient-details>`,
  review: html`<myo-booking-summary></myo-booking-summary>`,
  confirmed: html`<myo-booking-summary></myo-booking-summary>`,
};
