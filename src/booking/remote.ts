/** What was asked of the endpoint, as the state remembers it: absent, pending, loaded (perhaps stale) or failed. */
import type { Need } from './actions.ts';
import type { BookingState, Remote } from './state.ts';
import { reachable } from './steps.ts';

type Kept<T> = Readonly<Record<string, Remote<T>>>;

/** What is remembered of a need. */
export const recall = (state: BookingState, { of, ...need }: Need): Remote<unknown> =>
  ('key' in need ? state[of as 'months'][need.key] : state[of as 'catalog']) ?? { status: 'absent' };

/** Remembers the outcome of a need. */
export function remember(
  state: BookingState,
  { of, ...need }: Need,
  value: Remote<never> | Remote<unknown>,
): BookingState {
  return { ...state, [of]: 'key' in need ? { ...state[of as 'months'], [need.key]: value } : value };
}

/** What was free may be gone: it stays on screen while it is asked for again. */
export const stale = (state: BookingState): BookingState => ({
  ...state,
  months: each(state.months, (month) => ({ ...month, stale: true })),
  firstFree: each(state.firstFree, (first) => ({ ...first, stale: true })),
});

/** A place that somebody else has now leaves at once, and the rest is asked for again. */
export function lost(state: BookingState, slotId: string): BookingState {
  const months = each(state.months, (month) => ({
    ...month,
    value: { ...month.value, slots: month.value.slots.filter(({ id }) => id !== slotId) },
  }));
  return stale({ ...state, months, step: reachable(state, 'calendar'), fresh: true });
}

/** Changes whatever of a record has been loaded, and drops the rest. */
export const each = <T>(
  kept: Kept<T>,
  change: (loaded: Remote<T> & { readonly status: 'loaded' }) => Remote<T>,
): Kept<T> =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([key, remote]) => (remote.status === 'loaded' ? [[key, change(remote)]] : [])),
  );

/** Everything that is remembered but one. */
export const without = <T>(kept: Kept<T>, key: string): Kept<T> =>
  Object.fromEntries(Object.entries(kept).filter(([other]) => other !== key));

/** Whether it should be asked for. */
export const lacks = ({ status, stale }: Remote<unknown>) => status === 'absent' || stale;

/** What failed, or was given up on the way, may be asked for again. */
export const again = <T>(remote: Remote<T>): Remote<T> => (remote.status === 'loaded' ? remote : { status: 'absent' });
