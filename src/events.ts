/**
 * One class per public event. Each bubbles, crosses shadow roots, and carries opaque ids only: never an answer, a name
 * or what hurts. Events that ask for a change can be cancelled; the element then leaves its value alone.
 */
abstract class MyoEvent<Detail = undefined> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}

/** A service was picked, or its add-ons or its place changed. Cancel it to decide `value` yourself. */
export class ServiceSelectEvent extends MyoEvent<{
  readonly serviceId: string;
  readonly addOnIds: readonly string[];
  readonly locationId: string;
}> {
  constructor(serviceId: string, addOnIds: readonly string[] = [], locationId = '') {
    super('myo-service-select', { serviceId, addOnIds, locationId }, true);
  }
}

/** An answer of the checklist changed; the answers themselves stay in the element's `answers`. */
export class ChecklistChangeEvent extends MyoEvent<{ readonly complete: boolean }> {
  constructor(complete: boolean) {
    super('myo-checklist-change', { complete });
  }
}

/**
 * Everything is asked and answered, where the checklist stands alone on a page. It carries no answers: the page reads the
 * element's `value`.
 */
export class ChecklistCompleteEvent extends MyoEvent {
  constructor() {
    super('myo-checklist-complete', undefined);
  }
}

/** The patient wants one therapist, some, or (an empty list) anybody. */
export class TherapistSelectEvent extends MyoEvent<{ readonly therapistIds: readonly string[] }> {
  constructor(therapistIds: readonly string[]) {
    super('myo-therapist-select', { therapistIds }, true);
  }
}

/** Another month is looked at, `YYYY-MM`; whoever sets `months` now loads it. */
export class MonthChangeEvent extends MyoEvent<{ readonly month: string }> {
  constructor(month: string) {
    super('myo-month-change', { month }, true);
  }
}

/** A time was picked. Cancel it to decide `value` yourself. */
export class SlotSelectEvent extends MyoEvent<{ readonly slotId: string }> {
  constructor(slotId: string) {
    super('myo-slot-select', { slotId }, true);
  }
}

/** Something about the patient was typed; the words stay in the element's `value`. */
export class DetailsChangeEvent extends MyoEvent<{ readonly complete: boolean }> {
  constructor(complete: boolean) {
    super('myo-details-change', { complete });
  }
}

/** Consent texts were ticked or unticked; the ids of those that are ticked now. */
export class ConsentChangeEvent extends MyoEvent<{ readonly consentIds: readonly string[] }> {
  constructor(consentIds: readonly string[]) {
    super('myo-consent-change', { consentIds });
  }
}

/** The patient wants to go to a step: on, back, or to change something from the review. */
export class StepSelectEvent extends MyoEvent<{ readonly step: string }> {
  constructor(step: string) {
    super('myo-step-select', { step }, true);
  }
}

/** The patient confirms what the review shows. */
export class BookingSubmitEvent extends MyoEvent {
  constructor() {
    super('myo-booking-submit', undefined, true);
  }
}

/** The patient asks to try again what failed. */
export class RetryEvent extends MyoEvent {
  constructor() {
    super('myo-retry', undefined, true);
  }
}

/** The popup was opened. */
export class WidgetOpenEvent extends MyoEvent {
  constructor() {
    super('myo-widget-open', undefined);
  }
}

/** Another step is on screen. */
export class StepChangeEvent extends MyoEvent<{ readonly step: string }> {
  constructor(step: string) {
    super('myo-step-change', { step });
  }
}

/** The appointment is confirmed; `bookingId` is the endpoint's own. */
export class BookingConfirmEvent extends MyoEvent<{ readonly bookingId: string; readonly status: string }> {
  constructor(bookingId: string, status: string) {
    super('myo-booking-confirm', { bookingId, status });
  }
}

/** Something failed; `reason` is the kind of trouble, never its content. */
export class BookingFailEvent extends MyoEvent<{ readonly reason: string }> {
  constructor(reason: string) {
    super('myo-booking-fail', { reason });
  }
}

declare global {
  interface HTMLElementEventMap {
    'myo-service-select': ServiceSelectEvent;
    'myo-checklist-change': ChecklistChangeEvent;
    'myo-therapist-select': TherapistSelectEvent;
    'myo-month-change': MonthChangeEvent;
    'myo-slot-select': SlotSelectEvent;
    'myo-details-change': DetailsChangeEvent;
    'myo-consent-change': ConsentChangeEvent;
    'myo-step-select': StepSelectEvent;
    'myo-booking-submit': BookingSubmitEvent;
    'myo-retry': RetryEvent;
    'myo-widget-open': WidgetOpenEvent;
    'myo-step-change': StepChangeEvent;
    'myo-booking-confirm': BookingConfirmEvent;
    'myo-booking-fail': BookingFailEvent;
  }
}
