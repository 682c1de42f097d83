import { isRuledOut } from '../domain/checklist/index.ts';
import { problemsOf } from '../domain/details.ts';
import { chosenService, isClosed, screeningContext, slotFits } from './selectors.ts';
import { stepIds, type BookingState, type StepId } from './state.ts';

interface Step {
  /** Whether nothing of this step stands between the patient and the next one. */
  isDone(state: BookingState): boolean;
}

/** The steps by their id: an entry here is what the compiler then demands a view and a title for. */
export const steps: Readonly<Record<StepId, Step>> = {
  service: { isDone: (state) => chosenService(state) !== undefined && !isClosed(state) },
  checklist: { isDone: (state) => state.checklist.status === 'loaded' && mayBook(state) },
  calendar: { isDone: (state) => state.held !== undefined && !state.asking && slotFits(state, state.held.slot) },
  details: {
    isDone: ({ catalog, details, today }) =>
      catalog.value !== undefined && problemsOf(details, catalog.value.policy.details, today).length === 0,
  },
  review: { isDone: (state) => state.booking !== undefined },
  confirmed: { isDone: () => false },
};

/** The steps in the order of this booking. */
export const stepsOf = ({ timeFirst }: BookingState): readonly StepId[] =>
  timeFirst ? ['service', 'calendar', 'checklist', 'details', 'review', 'confirmed'] : stepIds;

/** The step that may really be entered when one is asked for: itself, or the first one before it that is not done. */
export function reachable(state: BookingState, asked: StepId): StepId {
  if (state.booking) return 'confirmed';
  if (state.screening.urgency === 'emergency' && asked === 'calendar') return 'checklist';
  const order = stepsOf(state);
  return order.slice(0, order.indexOf(asked)).find((id) => !steps[id].isDone(state)) ?? asked;
}

export const nextStep = (state: BookingState): StepId =>
  stepsOf(state)[stepsOf(state).indexOf(state.step) + 1] ?? state.step;

export const previousStep = (state: BookingState): StepId | undefined =>
  stepsOf(state)[stepsOf(state).indexOf(state.step) - 1];

/** Only a finished screening lets anybody book, and nothing that stops it. */
export const mayBook = (state: BookingState) => state.screening.outcome !== 'incomplete' && !stops(state);

/** Whether the answers stop this treatment: a call comes first, or it is ruled out. */
export const stops = (state: BookingState): boolean =>
  state.screening.outcome === 'call' || isRuledOut(state.screening, screeningContext(state).services);
