import { screen } from '../domain/checklist/index.ts';
import { monthOf } from '../domain/day.ts';
import type { Action, ActionOf } from './actions.ts';
import { again, each, lost, recall, remember, stale, without } from './remote.ts';
import { earliestDay, screeningContext, serviceOf, slotFits } from './selectors.ts';
import type { BookingState } from './state.ts';
import { reachable, stops } from './steps.ts';

type Handlers = { readonly [Type in Action['type']]: (state: BookingState, action: ActionOf<Type>) => BookingState };

/** What a booking becomes when something happens to it. Pure: the same in, the same out, nothing else touched. */
export const reduce = (state: BookingState, action: Action): BookingState =>
  (handlers[action.type] as (state: BookingState, action: Action) => BookingState)(state, action);

const handlers: Handlers = {
  asked: (state, { need }) => {
    const kept = recall(state, need);
    return remember(state, need, kept.status === 'loaded' ? { ...kept, stale: false } : { status: 'pending' });
  },
  /** A stale month that cannot be refreshed stays: a hold will tell whether its times are still free. */
  failed: (state, { need, trouble }) =>
    recall(state, need).status === 'loaded' ? state : remember(state, need, { status: 'failed', trouble }),

  'catalog-loaded': (state, { catalog, today, now }) => {
    const offered = catalog.services.some(({ id }) => id === state.serviceId);
    return {
      ...state,
      catalog: { status: 'loaded', value: catalog },
      today,
      now,
      month: state.month || monthOf(today),
      serviceId: offered ? state.serviceId : '',
    };
  },
  'first-free-loaded': (state, { serviceId, firstFree }) =>
    remember(state, { of: 'firstFree', key: serviceId }, { status: 'loaded', value: firstFree }),
  'checklist-loaded': (state, { questionnaire }) =>
    screened({ ...state, checklist: { status: 'loaded', value: questionnaire } }),
  'month-loaded': (state, { month, value }) =>
    remember(state, { of: 'months', key: month }, { status: 'loaded', value }),

  'service-selected': (state, { type: _, said, ...wanted }) => {
    if (pickIn(wanted) === pickIn(state) || state.confirming) return { ...state, trouble: undefined };
    const therapistIds = therapistsStill(state, wanted.serviceId);
    const firstFree = wanted.locationId === state.locationId ? without(state.firstFree, wanted.serviceId) : {};
    const answers = { ...state.answers, ...said };
    const chosen = { ...state, ...wanted, therapistIds, firstFree, answers, months: {} };
    return screened({ ...chosen, held: undefined, asking: undefined, trouble: undefined });
  },
  /** Whoever has to call keeps no place, unless the answer was only passed. */
  answered: (state, { answers, passed }) => {
    const next = screened({ ...state, answers, trouble: undefined }, passed);
    return next.screening.outcome === 'call' && !passed ? { ...next, held: undefined, asking: undefined } : next;
  },
  /** What was first free may not be where they would like to come. */
  'therapists-selected': (state, { type: _, ...wanted }) =>
    stale({ ...state, ...wanted, months: {}, trouble: undefined }),
  'month-changed': (state, { month }) => ({ ...state, month }),

  'slot-selected': (state, { slot }) =>
    slot.id === state.held?.slot.id ? state : screened({ ...state, asking: slot, trouble: undefined }),
  /** The place that is kept already was only extended; another that is asked for stays asked for. */
  'hold-made': (state, { held }) => {
    if (held.slot === state.held?.slot) return { ...state, held };
    const kept = screened({ ...state, held, asking: undefined, wanted: undefined });
    return state.wanted ? { ...kept, step: reachable(kept, state.wanted) } : kept;
  },
  'hold-resumed': (state, { held }) => {
    const service = serviceOf(state, held.slot);
    const { addOnIds = [] } = held.slot.appointments[0]!;
    return service ? screened({ ...state, held, serviceId: service.id, addOnIds }) : state;
  },
  /** An endpoint that does not know the kept place any more would refuse every other one in exchange for it. */
  'hold-failed': (state, { trouble, slotId }) => {
    const refused = trouble.kind === 'invalid' || trouble.kind === 'unauthorized';
    const held = refused ? undefined : state.held;
    const without = screened({ ...state, held, asking: undefined, wanted: undefined, trouble });
    return trouble.kind === 'slot-taken' ? lost(without, slotId) : without;
  },

  'details-changed': (state, { details }) => ({ ...state, details }),
  'consents-changed': (state, { consentIds, signature }) => ({ ...state, consented: consentIds, signature }),

  'step-selected': (state, { step }) => {
    const next = reachable(state, step);
    if (state.confirming) return state;
    if (state.asking && next === state.step) return { ...state, wanted: step };
    return looking({ ...state, step: next, trouble: undefined });
  },

  'confirm-asked': (state, { code = state.code }) =>
    state.held && !state.confirming ? { ...state, code, confirming: true, trouble: undefined } : state,
  confirmed: (state, { booking }) => ({
    ...state,
    booking,
    confirming: false,
    step: 'confirmed',
    trouble: undefined,
  }),
  'confirm-failed': (state, { trouble, step }) => {
    const back = { ...state, confirming: false, trouble, step: step ?? state.step };
    if (trouble.kind === 'hold-expired') return screened(lost({ ...back, held: undefined }, state.held?.slot.id ?? ''));
    if (trouble.kind === 'code-unknown') return { ...back, code: back.code ?? '' };
    return trouble.kind === 'checklist-changed' ? { ...back, checklist: { status: 'absent' } } : back;
  },

  troubled: (state, { trouble }) => ({ ...state, trouble }),
  resumed: (state, { stale }) => ({
    ...state,
    catalog: { ...again(state.catalog), stale },
    checklist: { ...again(state.checklist), stale },
    months: each(state.months, (month) => month),
    firstFree: each(state.firstFree, (first) => first),
  }),
  retried: (state) => ({ ...handlers.resumed(state, { type: 'resumed' }), trouble: undefined, fresh: true }),
  left: (state) => {
    if (state.confirming) return state;
    const free = { ...state, held: undefined, asking: undefined, wanted: undefined, trouble: undefined };
    return { ...free, step: reachable(free, state.step) };
  },
  /** The tab is looked at again: what was free may be gone, and it may be another day. */
  returned: (state, { today, now }) =>
    state.catalog.value ? screened(stale({ ...state, today, now, fresh: true })) : state,
};

/**
 * Screens again; whatever changed, the answers are kept, and those that stopped a treatment, put it off or wanted a doctor
 * are remembered as they first were. What was only passed has no such consequences.
 */
function screened(state: BookingState, passed?: boolean): BookingState {
  const questionnaire = state.checklist.value;
  if (!questionnaire) return state;
  const { answers, answersAtStop } = state;
  const screening = screen(questionnaire, answers, screeningContext(state));
  const again = { ...state, screening };
  if (passed) return again;
  const hinders =
    stops(again) || screening.reasons.some(({ outcome, notBefore }) => notBefore || outcome === 'clearance');
  const next = hinders ? { ...again, answersAtStop: { ...answers, ...answersAtStop } } : again;
  return next.held && !slotFits(next, next.held.slot) ? { ...next, held: undefined } : next;
}

const pickIn = ({ serviceId, addOnIds, locationId }: Pick<BookingState, 'serviceId' | 'addOnIds' | 'locationId'>) =>
  [serviceId, locationId, ...addOnIds].join('\n');

/** The calendar opens where there is something to see: at the kept time, else at the first free one that is allowed. */
function looking(state: BookingState): BookingState {
  if (state.step !== 'calendar') return state;
  const first = state.firstFree[state.serviceId]?.value?.first?.start ?? '';
  const day = state.held?.slot.start ?? [earliestDay(state) ?? state.today, first].sort().at(-1) ?? state.today;
  return { ...state, month: monthOf(day) };
}

/** Whoever was asked for stays asked for, as far as they treat with this service too. */
const therapistsStill = ({ therapistIds, catalog }: BookingState, serviceId: string) =>
  therapistIds.filter((id) => catalog.value?.therapists.find((one) => one.id === id)?.serviceIds.includes(serviceId));
