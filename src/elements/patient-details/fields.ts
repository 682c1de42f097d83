import { html, nothing } from 'lit';
import type { Details } from '../../domain/details.ts';
import { dateField } from '../shared/date-field.ts';
import type { Field, PatientDetails } from './patient-details.ts';

export interface TextFieldOptions {
  readonly type?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly hint?: string | undefined;
}

/** One line of text, or several where there is a hint about what to write; never longer than the contract takes. */
export function textField(
  details: PatientDetails,
  field: Field,
  label: unknown,
  value: string,
  change: (typed: string) => Partial<Details>,
  { type = 'text', autocomplete = 'off', hint }: TextFieldOptions,
) {
  const error = errorOf(details, field);
  const given = (event: Event) => details.change(change((event.target as HTMLInputElement).value));
  const left = () => details.leave(field, value);
  return html`
    <div part="field">
      <label part="label" for=${field}>${label}</label>
      ${hint ? html`<small id="${field}-hint">${hint}</small>` : nothing} ${error}
      ${
        hint
          ? html`<textarea part="input" id=${field} rows="3" maxlength="4000" aria-invalid=${error !== nothing} aria-describedby="${field}-error ${field}-hint" .value=${value} @input=${given}></textarea>`
          : html`<input part="input" id=${field} type=${type} autocomplete=${autocomplete} maxlength=${type === 'tel' ? 40 : 100} aria-invalid=${error !== nothing} aria-describedby="${field}-error" .value=${value} @input=${given} @blur=${left} />`
      }
    </div>
  `;
}

export function birthDate(details: PatientDetails, other: boolean) {
  const { text, value, asks, format } = details;
  const error = errorOf(details, 'birthDate');
  return html`
    <fieldset part="field">
      <legend part="label">${text.details.birthDate(other)} ${optional(details, asks.birthDate, 'birthDate')}</legend>
      ${error}
      ${dateField({
        id: 'birth',
        value: value.birthDate,
        words: text.details.date,
        locale: format.locale,
        describedBy: 'birthDate-error',
        invalid: error !== nothing,
        autocomplete: other ? undefined : 'bday',
        onInput: details.born,
        onLeave: () => details.leave('birthDate', value.birthDate),
      })}
    </fieldset>
  `;
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
) => html`
  <fieldset part="field">
    <legend part="label">${legend}</legend>
    <div class="row">
      ${all.map(
        (value) => html`
          <label part="answer ${isPicked(value) ? 'selected' : ''}">
            <input type=${type} name=${legend} .checked=${isPicked(value)} @change=${(event: Event) => pick(value, (event.target as HTMLInputElement).checked)} />
            ${words(value)}
          </label>
        `,
      )}
    </div>
  </fieldset>
`;

/**
 * What is wrong with a field, and what to do about it, once the field was left; one that is still being typed in is left
 * alone.
 */
function errorOf({ touched, problems, text }: PatientDetails, field: Field) {
  const problem = touched.includes(field) && problems.find((one) => one.field === field)?.problem;
  if (!problem) return nothing;
  const words: Words = text.details.problems;
  const own = words[field] ?? words[field === 'guardianPhone' ? 'phone' : 'name'];
  return html`<span part="error" id="${field}-error">${own?.[problem]}</span>`;
}
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
