import * as v from 'valibot';
import type { Patient } from '../contract/patient.ts';
import { EmailAddress, PhoneNumber } from '../contract/values.ts';
import type { Policy } from '../contract/catalog.ts';
import { isDay } from './day.ts';

/** What the patient has typed about who comes: every field as typed, checked only when the step is left. */
export interface Details {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** `YYYY-MM-DD` once all three parts are there; as typed, `YYYY-MM-DD` with gaps, until then. */
  readonly birthDate: string;
  readonly returning?: boolean | undefined;
  readonly reach: readonly NonNullable<Patient['reach']>[number][];
  readonly note: string;
  /** What this clinic asks for besides, by the ids of its fields. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Present once somebody books for someone else. */
  readonly bookedBy?: { readonly name: string; readonly relation: string } | undefined;
  /** Present once something is known of who agrees for a minor. */
  readonly guardian?: { readonly name: string; readonly relation: string; readonly phone: string } | undefined;
}

export const noDetails: Details = { name: '', phone: '', email: '', birthDate: '', reach: [], note: '' };

/** Which fields a clinic asks for. */
export type Asks = Policy['details'];

/** A field that keeps the patient from going on, and what is wrong with it. */
export interface DetailsProblem {
  readonly field:
    | 'name'
    | 'phone'
    | 'email'
    | 'birthDate'
    | 'note'
    | 'bookedBy'
    | 'relation'
    | 'guardian'
    | 'guardianRelation'
    | 'guardianPhone';
  readonly problem: 'missing' | 'wrong' | 'future' | 'contact';
}

/** What is still missing or wrong, in the order of the form. One of phone and e-mail is always needed. */
export function problemsOf(details: Details, asks: Asks, today: string): readonly DetailsProblem[] {
  const { phone, email, birthDate, bookedBy } = details;
  const guardian = guardianOf(details, today);
  const unreachable = !phone.trim() && !email.trim() && asks.phone === 'optional' && asks.email !== 'required';
  const onlyEmail = asks.phone === 'hidden' && asks.email !== 'hidden';
  const found: readonly (DetailsProblem | undefined)[] = [
    /\p{L}/u.test(details.name) ? undefined : { field: 'name', problem: 'missing' },
    unreachable ? { field: 'phone', problem: 'contact' } : text('phone', phone, asks.phone, PhoneNumber),
    text('email', email, onlyEmail ? 'required' : asks.email, EmailAddress),
    day(birthDate, asks.birthDate, today),
    guardian && !guardian.name.trim() ? { field: 'guardian', problem: 'missing' } : undefined,
    guardian && text('guardianRelation', guardian.relation, 'required', v.string()),
    guardian && text('guardianPhone', guardian.phone, 'required', PhoneNumber),
    asks.note === 'required' && !details.note.trim() ? { field: 'note', problem: 'missing' } : undefined,
    bookedBy && !bookedBy.name.trim() ? { field: 'bookedBy', problem: 'missing' } : undefined,
  ];
  return found.filter((problem) => problem !== undefined);
}

/** Whether somebody born on a day is under 18 on another; who is not born yet is a slip of the finger. */
export const isMinor = (birthDate: string, today: string) =>
  isDay(birthDate) &&
  isDay(today) &&
  birthDate <= today &&
  birthDate > `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;

/** Who agrees for a minor, as far as typed; undefined where nobody has to. */
export const guardianOf = ({ guardian, birthDate }: Details, today: string): Details['guardian'] =>
  isMinor(birthDate, today) ? (guardian ?? { name: '', relation: '', phone: '' }) : undefined;

/** What travels: trimmed, and without what was left empty. */
export function toPatient(details: Details, language: string): Patient {
  const { returning, reach, bookedBy, guardian } = details;
  const filled = (value: string) => value.trim() || undefined;
  const ways = reach.filter((way) => filled(way === 'email' ? details.email : details.phone));
  return {
    name: details.name.trim(),
    phone: filled(details.phone),
    email: filled(details.email),
    birthDate: filled(details.birthDate),
    language,
    returning,
    reach: ways.length > 0 ? ways : undefined,
    bookedBy: bookedBy && { name: bookedBy.name.trim(), relation: filled(bookedBy.relation) },
    guardian: guardian && {
      name: guardian.name.trim(),
      relation: filled(guardian.relation),
      phone: filled(guardian.phone),
    },
  };
}

function text(
  field: DetailsProblem['field'],
  value: string,
  ask: Asks['phone'],
  schema: v.GenericSchema,
): DetailsProblem | undefined {
  if (ask === 'hidden') return undefined;
  if (!value.trim()) return ask === 'required' ? { field, problem: 'missing' } : undefined;
  return v.is(schema, value.trim()) ? undefined : { field, problem: 'wrong' };
}

function day(value: string, ask: Asks['birthDate'], today: string): DetailsProblem | undefined {
  const field = 'birthDate';
  if (ask === 'hidden' || (!value && ask === 'optional')) return undefined;
  if (!value) return { field, problem: 'missing' };
  if (!isDay(value) || Number(value.slice(0, 4)) < Number(today.slice(0, 4)) - 120) return { field, problem: 'wrong' };
  return today && value > today ? { field, problem: 'future' } : undefined;
}
