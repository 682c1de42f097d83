import type { PropertyValues } from 'lit';
import { isDay } from '../../domain/day.ts';
import type { CalendarField } from './calendar-field.ts';

const isZone = (timeZone: unknown) => {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: timeZone as string });
  } catch {
    return false;
  }
};
const isObject = (value: unknown) => typeof value === 'object' && value !== null;
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
  months: [isObject, {}],
  firstFree: [isObject, { status: 'absent' }],
  slots: [(value) => value === undefined || Array.isArray(value), []],
  locations: [Array.isArray, []],
};

/** What a therapist has at least. */
const bare = { name: '', credentials: [], languages: [], serviceIds: [] };

/** What no calendar has is refused with its name, and does as if it had not been set. */
export function refuse(calendar: CalendarField, changed: PropertyValues<CalendarField>) {
  for (const [key, [isRight, instead]] of Object.entries(rules)) {
    const name = key as keyof CalendarField;
    if (!changed.has(name) || isRight(calendar[name])) continue;
    console.error(`myo-therapist-calendar: ${name} is not what it should be:`, calendar[name]);
    Object.assign(calendar, { [name]: instead });
  }
  if (changed.has('therapists')) calendar.therapists = calendar.therapists.map((one) => ({ ...bare, ...one }));
}
