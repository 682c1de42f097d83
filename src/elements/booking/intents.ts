import type { Action } from '../../booking/actions.ts';
import { stepIds, type BookingState, type StepId } from '../../booking/state.ts';
import type { Slot } from '../../contract/availability.ts';
import type { Details } from '../../domain/details.ts';
import type { IntakeChecklist } from '../intake-checklist/intake-checklist.ts';
import type { ServicePicker } from '../service-picker/service-picker.ts';
import type { BookingFlow } from './booking.ts';

type Intents = {
  readonly [Type in keyof HTMLElementEventMap]?: (
    event: HTMLElementEventMap[Type],
    flow: BookingFlow,
  ) => Action | undefined | void;
};

/** What each wish of a step's element does to the booking. Ids travel in events; answers and words stay in elements. */
const intents: Intents = {
  'myo-service-select': (event) => ({
    type: 'service-selected',
    ...event.detail,
    said: from<Partial<ServicePicker>>(event).said,
  }),
  'myo-checklist-change': (event) => ({
    type: 'answered',
    answers: from<IntakeChecklist>(event).answers,
    passed: from<IntakeChecklist>(event).passing.now,
  }),
  'myo-therapist-select': ({ detail }) => ({ type: 'therapists-selected', ...detail }),
  'myo-month-change': ({ detail }) => ({ type: 'month-changed', ...detail }),
  'myo-slot-select': ({ detail }, { store }) => {
    const slot = slotOf(store.state, detail.slotId);
    return slot && { type: 'slot-selected', slot };
  },
  'myo-details-change': (event) => ({ type: 'details-changed', details: from<{ value: Details }>(event).value }),
  'myo-consent-change': (event) => ({
    type: 'consents-changed',
    ...event.detail,
    signature: from<{ signature?: string }>(event).signature ?? '',
  }),
  'myo-step-select': ({ detail }) => (isStep(detail.step) ? { type: 'step-selected', step: detail.step } : undefined),
  'myo-booking-submit': (event) => ({ type: 'confirm-asked', code: from<{ code?: string }>(event).code }),
  'myo-retry': () => ({ type: 'retried' }),
};

/** The flow owns every value: it cancels each wish, and lets the state decide what the elements show. */
export function listen(flow: BookingFlow) {
  for (const [type, toAction] of Object.entries(intents) as [
    string,
    (event: Event, flow: BookingFlow) => Action | undefined,
  ][]) {
    flow.addEventListener(type, (event) => {
      if (event.composedPath()[0] === flow) return;
      event.preventDefault();
      const action = toAction(event, flow);
      if (action) flow.store.send(action);
    });
  }
}

/** The element that speaks: inside a shadow root only the path still names it. */
const from = <T>(event: Event) => event.composedPath()[0] as unknown as T;

const isStep = (step: string): step is StepId => (stepIds as readonly string[]).includes(step);

/** A slot that the endpoint has listed, wherever the patient saw it. */
function slotOf({ months, firstFree, trouble, held }: BookingState, id: string): Slot | undefined {
  const listed = [
    ...Object.values(months).flatMap(({ value }) => value?.slots ?? []),
    ...Object.values(firstFree).flatMap(({ value }) => [
      value?.first,
      ...(value?.therapists ?? []).map(({ slot }) => slot),
    ]),
    ...(trouble?.alternatives ?? []),
    held?.slot,
  ];
  return listed.find((slot) => slot?.id === id) ?? undefined;
}
