import { html, nothing } from 'lit';
import type { Details, DetailsProblem } from '../../domain/details.ts';
import type { Messages } from '../../locales/index.ts';
import { dateField } from '../shared/date-field.ts';
import type { Field, PatientDetails } from './patient-details.ts';

interface TextField {
  readonly label: unknown;
  readonly value: string;
  readonly change: (value: string) => Partial<Details>;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly hint?: string;
}

/** One line of text, or several where there is a hint about what to write. */
export function textField(details: PatientDetails, field: Field, spec: TextField) {
  const { label, value, change, type = 'text', autocomplete = 'off', hint } = spec;
  const error = errorOf(details, field);
  const described = [error && `${field}-error`, hint && `${field}-hint`].filter(Boolean).join(' ') || nothing;
  const given = (event: Event) => details.change(change((event.target as HTMLInputElement).value));
  const left = () => details.leave(field, value);
  return html`
    <div part="field">
      <label part="label" for=${field}>${label}</label>
      ${hint ? html`<small id="${field}-hint">${hint}</small>` : nothing} ${error}
      ${
        hint
          ? html`<textarea part="input" id=${field} rows="3" maxlength="4000" aria-invalid=${!!error} aria-describedby=${described} .value=${value} @input=${given}></textarea>`
          : html`<input part="input" id=${field} type=${type} autocomplete=${autocomplete} maxlength="254" aria-invalid=${!!error} aria-describedby=${described} .value=${value} @input=${given} @blur=${left} />`
      }
    </div>
  `;
}

export function birthDate(details: PatientDetails, other: boolean) {
  const { text, value, asks, format } = details;
  const error = errorOf(details, 'birthDate');
  return html`
    <fieldset part="field">
      <legend part="label">${text.details.birthDate(other)} ${optional(details, asks.birthDate)}</legend>
      ${error}
      ${dateField({
        id: 'birth',
        value: value.birthDate,
        words: text.details.date,
        locale: format.locale,
        describedBy: error && 'birthDate-error',
        invalid: !!error,
        autocomplete: other ? undefined : 'bday',
        onInput: details.born,
        onLeave: () => details.leave('birthDate', value.birthDate),
      })}
    </fieldset>
  `;
}

export const optional = ({ text }: PatientDetails, ask: string) =>
  ask === 'optional' ? html`<small>${text.shared.optional}</small>` : nothing;

/** Radio buttons or check boxes in a row, none of them picked beforehand. */
export function choices<T>(
  legend: string,
  type: 'radio' | 'checkbox',
  all: readonly Choice<T>[],
  pick: (value: T, on: boolean) => void,
) {
  return html`
    <fieldset part="field">
      <legend part="label">${legend}</legend>
      <div class="row">
        ${all.map(
          ({ value, label, picked }) => html`
            <label part="answer ${picked ? 'selected' : ''}">
              <input type=${type} name=${legend} .checked=${picked} @change=${(event: Event) => pick(value, (event.target as HTMLInputElement).checked)} />
              ${label}
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly picked: boolean;
}

/** A problem is shown once its field was left; a field that is still being typed in is left alone. */
function errorOf(details: PatientDetails, field: Field) {
  const problem = details.touched.has(field) ? details.problems.find((one) => one.field === field) : undefined;
  return problem && html`<span part="error" id="${field}-error">${wordsFor(problem, details.text)}</span>`;
}

/** What is wrong with a field, and what to do about it. */
function wordsFor({ field, problem }: DetailsProblem, { details: { problems } }: Messages): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>> | string>> = problems;
  const own = words[field === 'guardianPhone' ? 'phone' : field] ?? problems.name;
  return typeof own === 'string' ? own : (own[problem] ?? '');
}
