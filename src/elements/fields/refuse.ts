import type { PropertyValues } from 'lit';
import type { Therapist } from '../../contract/catalog.ts';
import { isDay } from '../../domain/day.ts';
import type { CalendarField } from './calendar-field.ts';

const isZone = (timeZone: unknown) => {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: timeZone as string });
  } catch {
    return false;
  }
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
/** Something asked for: what has been answered, if anything, has a list of this name. */
const isRemote = (value: unknown, list: string) =>
  isObject(value) && (!value['value'] || (isObject(value['value']) && Array.isArray(value['value'][list])));
const isTextDay = (value: unknown) => typeof value === 'string' && (!value || isDay(value));

type Rule = readonly [isRight: (value: unknown) => boolean, instead: unknown];
const day: Rule = [isTextDay, ''];

/** What a property has to be, and what stands in where it is not. */
const rules: Readonly<Partial<Record<keyof CalendarField, Rule>>> = {
  month: [(value) => value === '' || isTextDay(`${String(value)}-01`), ''],
  today: day,
  notBefore: day,
  lastDay: day,
  min: day,
  max: day,
  timeZone: [(value) => value === '' || isZone(value), ''],
  therapists: [(value) => Array.isArray(value) && value.every((one) => isObject(one) && 'id' in one), []],
  therapistIds: [Array.isArray, []],
  months: [(value) => isObject(value) && Object.values(value).every((one) => isRemote(one, 'slots')), {}],
  firstFree: [(value) => isRemote(value, 'therapists'), { status: 'absent' }],
  slots: [(value) => value === undefined || Array.isArray(value), []],
  locations: [Array.isArray, []],
};

/** A therapist with every list, empty where it is not set. */
const whole = (therapist: Therapist): Therapist => ({
  ...therapist,
  name: therapist.name ?? '',
  credentials: therapist.credentials ?? [],
  languages: therapist.languages ?? [],
  serviceIds: therapist.serviceIds ?? [],
});

/** What no calendar has is refused with its name, and does as if it had not been set. */
export function refuse(calendar: CalendarField, changed: PropertyValues<CalendarField>) {
  for (const [key, [isRight, instead]] of Object.entries(rules)) {
    const name = key as keyof CalendarField;
    if (!changed.has(name) || isRight(calendar[name])) continue;
    console.error(`myo-therapist-calendar: ${name} is not what it should be:`, calendar[name]);
    Object.assign(calendar, { [name]: instead });
  }
  if (changed.has('therapists')) calendar.therapists = calendar.therapists.map(whole);
}
