import { html, nothing } from 'lit';
import type { Details } from '../../domain/details.ts';
import { dateField } from '../shared/date-field.ts';
import { answer, labelled, typed } from '../shared/fields.ts';
import type { Field, PatientDetails } from './patient-details.ts';

export interface TextFieldOptions {
  readonly type?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

const longest: Readonly<Record<string, number>> = { tel: 40, lines: 4000 };

/** Where something is typed; never longer than the contract takes. */
export const textField = (
  details: PatientDetails,
  field: Field,
  words: unknown,
  value: string,
  change: (typed: string) => Partial<Details>,
  { type = '', autocomplete, help, error = errorOf(details, field) }: TextFieldOptions,
) =>
  labelled({ id: field, words, help, error }, (marks) =>
    typed({
      ...marks,
      type,
      autocomplete,
      value,
      longest: longest[type] ?? 100,
      onInput: (text) => details.change(change(text)),
      onLeave: () => details.leave(field, value),
    }),
  );

export function birthDate(details: PatientDetails, other: boolean) {
  const { text, value, asks, format } = details;
  const id = 'birthDate';
  const words = html`${text.details.birthDate(other)} ${optional(details, asks.birthDate, id)}`;
  return labelled({ id, words, error: errorOf(details, id), several: true }, (marks) =>
    dateField({
      ...marks,
      value: value.birthDate,
      words: text.details.date,
      locale: format.locale,
      autocomplete: other ? undefined : 'bday',
      onInput: details.born,
      onLeave: () => details.leave(id, value.birthDate),
    }),
  );
}

/** What tells that a field may be left empty; a phone number is asked for plainly, since one way to the patient is needed. */
export const optional = ({ text }: PatientDetails, ask: string | undefined, field: Field) =>
  ask === 'optional' && field !== 'phone'
    ? html`<small>${field === 'email' ? text.details.ifAny : text.shared.optional}</small>`
    : nothing;

/** Radio buttons or check boxes in a row, none of them picked beforehand. */
export const choices = <T>(
  legend: string,
  type: 'radio' | 'checkbox',
  all: readonly T[],
  words: (value: T) => string,
  isPicked: (value: T) => boolean,
  pick: (value: T, on: boolean) => void,
  error?: string,
) =>
  labelled(
    { id: legend, words: legend, several: true, error },
    ({ id: name, invalid }) => html`
      <div class="row">
        ${all.map((value) =>
          answer({ type, name, words: words(value), picked: isPicked(value), invalid, pick: (on) => pick(value, on) }),
        )}
      </div>
    `,
  );

/**
 * What is wrong with a field, and what to do about it, once the field was left; one that is still being typed in is left
 * alone.
 */
function errorOf({ touched, problems, text }: PatientDetails, field: Field): string | undefined {
  const problem = touched.includes(field) && problems.find((one) => one.field === field)?.problem;
  const words: Words = text.details.problems;
  const own = words[field] ?? words[field === 'guardianPhone' ? 'phone' : 'name'];
  return problem ? own?.[problem] : undefined;
}
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
