import type { Months } from '../../booking/state.ts';
import type { Slot } from '../../contract/availability.ts';
import { byDay } from '../../domain/availability.ts';
import { monthOf } from '../../domain/day.ts';

/** Free times on the days that may be picked: by their month, as an endpoint would have answered them, and by their id. */
export function offerOf(slots: readonly Slot[], mayBePicked: (day: string) => boolean) {
  const days = [...byDay(slots)].filter(([day]) => mayBePicked(day)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const byMonth = new Map<string, Slot[]>();
  for (const [day, free] of days) byMonth.set(monthOf(day), [...(byMonth.get(monthOf(day)) ?? []), ...free]);
  const names = [...byMonth.keys()];
  const firstDay = (month: string | undefined) => days.find(([day]) => month === monthOf(day))?.[0] ?? null;
  const months: Months = Object.fromEntries(
    names.map((month, index) => [
      month,
      { status: 'loaded', value: { slots: byMonth.get(month)!, next: firstDay(names[index + 1]) } },
    ]),
  );
  const byId = new Map(days.flatMap(([, free]) => free.map((slot) => [slot.id, slot] as const)));
  return { months, byId, first: days[0]?.[1][0]!.start };
}

/** The same months and one that has nothing. */
export function withEmpty(months: Months, month: string): Months {
  const later = Object.keys(months)
    .filter((other) => other > month)
    .sort();
  const next = later.flatMap((other) => [...byDay(months[other]!.value?.slots ?? []).keys()])[0] ?? null;
  return { ...months, [month]: { status: 'loaded', value: { slots: [], next } } };
}
