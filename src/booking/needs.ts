import { addMonths, monthOf } from '../domain/day.ts';
import type { Need } from './actions.ts';
import { isClosed, lastDay } from './selectors.ts';
import type { BookingState, Remote } from './state.ts';

/** How many first free times are asked for at once, so that a long list does not crowd out what is looked at. */
const AT_ONCE = 3;

/**
 * What the booking should ask the endpoint for, as the state stands: whatever is looked at, or soon will be, and has
 * not been asked for. Something that failed is absent again only once the patient tries again.
 */
export function needs(state: BookingState): readonly Need[] {
  if (state.booking) return [];
  if (!state.catalog.value) return state.catalog.status === 'absent' ? [{ of: 'catalog' }] : [];
  if (isClosed(state)) return [];
  return [...checklist(state), ...months(state), ...firstFree(state)];
}

const checklist = (state: BookingState): Need[] => (state.checklist.status === 'absent' ? [{ of: 'checklist' }] : []);

/** The month that is looked at; once it is there, its neighbour, so that turning the page shows it at once. */
function months(state: BookingState): Need[] {
  if (state.step !== 'calendar' || !state.month) return [];
  const next = addMonths(state.month, 1);
  const looked = absent(state.months, state.month, 'months');
  const settled = looked.length === 0 && state.months[state.month]?.status === 'loaded';
  return settled && next <= monthOf(lastDay(state)) ? absent(state.months, next, 'months') : looked;
}

/** Each listed service's first free time while services are chosen from; later only the chosen one's. */
function firstFree(state: BookingState): Need[] {
  const listed = (state.catalog.value?.services ?? []).filter(
    ({ id, listed }) => id === state.serviceId || (listed && state.step === 'service'),
  );
  const pending = Object.values(state.firstFree).filter(({ status }) => status === 'pending').length;
  return listed.flatMap(({ id }) => absent(state.firstFree, id, 'firstFree')).slice(0, Math.max(0, AT_ONCE - pending));
}

function absent(kept: Readonly<Record<string, Remote<unknown>>>, key: string, of: 'months' | 'firstFree'): Need[] {
  const remote = kept[key] ?? { status: 'absent' };
  return remote.status === 'absent' || (remote.status === 'loaded' && remote.stale) ? [{ of, key }] : [];
}
