import { addMonths, monthOf } from '../domain/day.ts';
import type { Need } from './actions.ts';
import { isClosed, lastDay } from './selectors.ts';
import { lacks } from './remote.ts';
import type { BookingState, Remote } from './state.ts';

/** How many first free times are asked for at once, so that a long list does not crowd out what is looked at. */
const AT_ONCE = 3;

/**
 * What the booking should ask the endpoint for, as the state stands: whatever is looked at, or soon will be, and has
 * not been asked for. Something that failed is absent again only once the patient tries again.
 */
export function needs(state: BookingState): readonly Need[] {
  if (state.booking) return [];
  if (lacks(state.catalog)) return [{ of: 'catalog' }];
  if (!state.catalog.value) return [];
  if (isClosed(state)) return [];
  return [...checklist(state), ...months(state), ...firstFree(state)];
}

const checklist = (state: BookingState): Need[] => (lacks(state.checklist) ? [{ of: 'checklist' }] : []);

/** The month that is looked at; once it is there, its neighbours, so that turning the page shows them at once. */
function months(state: BookingState): Need[] {
  const { month } = state;
  if (state.step !== 'calendar' || !month) return [];
  const looked = absent(state.months, month, 'months');
  if (looked[0] || state.months[month]?.status !== 'loaded') return looked;
  return [addMonths(month, 1), addMonths(month, -1)].flatMap((other) =>
    other >= monthOf(state.today) && other <= monthOf(lastDay(state)) ? absent(state.months, other, 'months') : [],
  );
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
  return lacks(kept[key] ?? { status: 'absent' }) ? [{ of, key }] : [];
}
