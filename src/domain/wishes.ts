/** What a patient wants of a time and of a therapist, laid over what is free. */
import type { FirstFree, Slot } from '../contract/availability.ts';
import type { Therapist } from '../contract/catalog.ts';
import { partOfDay, partsOfDay, type PartOfDay } from './availability.ts';
import { dayOf, weekday } from './day.ts';

/** Each wish is open while it is empty. */
export interface Wishes {
  readonly parts: readonly PartOfDay[];
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[];
  readonly locationIds: readonly string[];
  readonly languages: readonly string[];
  readonly genders: readonly string[];
}

export const noWishes: Wishes = { parts: [], weekdays: [], locationIds: [], languages: [], genders: [] };

/** How many wishes there are. */
export const countWishes = (wishes: Wishes) => Object.values(wishes).flat().length;

const open = <T>(wanted: readonly T[], has: (value: T) => boolean) => wanted.length === 0 || wanted.some(has);

/** Whether a time is one that the patient wants, at one of the places that they want; a time without a place is at any. */
export const suits = ({ parts, weekdays, locationIds }: Wishes, slot: Slot): boolean =>
  open(parts, (part) => part === partOfDay(slot)) &&
  open(weekdays, (day) => day === weekday(dayOf(slot.start))) &&
  slot.appointments.every(({ locationId }) => !locationId || open(locationIds, (id) => id === locationId));

/** The first time that suits, and each therapist's own, out of all that are known. */
export function firstOf(wishes: Wishes, slots: readonly Slot[]): FirstFree {
  const fitting = slots.filter((slot) => suits(wishes, slot)).sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const ids = [...new Set(fitting.flatMap(({ appointments }) => appointments.map(({ therapistId }) => therapistId)))];
  const own = (id: string) => fitting.find(({ appointments }) => appointments[0]?.therapistId === id) ?? null;
  return { first: fitting[0] ?? null, therapists: ids.map((therapistId) => ({ therapistId, slot: own(therapistId) })) };
}

/** Who speaks one of the languages, and is of one of the genders. */
export const whoSuits = ({ languages, genders }: Wishes, therapists: readonly Therapist[]): readonly Therapist[] =>
  therapists.filter(
    (one) =>
      open(languages, (language) => one.languages.includes(language)) &&
      open(genders, (gender) => one.gender === gender),
  );

/** What can be wished for: whatever at least one has and not all have; parts of the day and weekdays, always. */
export function choicesOf(therapists: readonly Therapist[], slots: readonly Slot[]): Wishes {
  const some = (of: (one: Therapist) => readonly string[]) =>
    [...new Set(therapists.flatMap(of))].filter((value) => !therapists.every((one) => of(one).includes(value)));
  const places = [...new Set(slots.flatMap(({ appointments }) => appointments.flatMap((one) => one.locationId ?? [])))];
  return {
    parts: partsOfDay,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    locationIds: places.length > 1 ? places.sort() : [],
    languages: some((one) => one.languages).sort(),
    genders: some((one) => (one.gender ? [one.gender] : [])).sort(),
  };
}

/** The same wishes with one taken in, or out again. */
export function toggled<Name extends keyof Wishes>(wishes: Wishes, name: Name, value: Wishes[Name][number]): Wishes {
  const wanted = wishes[name] as readonly Wishes[Name][number][];
  const others = wanted.filter((one) => one !== value);
  return { ...wishes, [name]: others.length < wanted.length ? others : [...wanted, value] };
}
