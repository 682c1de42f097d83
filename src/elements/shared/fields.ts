/** How a question looks anywhere: its words, what helps, what is wrong, and something to pick or to type. */
import { html, nothing } from 'lit';

/** How the controls of a question are named and described. */
export interface Marks {
  readonly id: string;
  readonly described?: string | undefined;
  readonly invalid?: boolean | undefined;
}

interface Labelled {
  /** Id of the one control, or name of all of them. */
  readonly id: string;
  readonly words: unknown;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** Several controls stand under a legend, one has a label. */
  readonly several?: boolean | undefined;
}

/** A question with its controls. */
export function labelled({ id, words, help, error, several }: Labelled, controls: (marks: Marks) => unknown) {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const below = html`
    ${help ? html`<small part="help" id="${id}-help">${help}</small>` : nothing}
    ${error ? html`<span part="error" id="${id}-error">${error}</span>` : nothing}
    ${controls({ id, described, invalid: !!error })}
  `;
  return several
    ? html`<fieldset part="field" aria-describedby=${described ?? nothing}><legend part="label">${words}</legend>${below}</fieldset>`
    : html`<div part="field"><label part="label" for=${id}>${words}</label>${below}</div>`;
}

interface Answer extends Omit<Marks, 'id'> {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly words: unknown;
  readonly picked: boolean;
  /** A part of its own. */
  readonly part?: string;
  readonly pick: (on: boolean) => void;
}

/** A radio button or check box in one box with its words. */
export const answer = ({ type, name, words, picked, part, described, invalid, pick }: Answer) => html`
  <label part="answer ${part} ${picked ? 'selected' : ''}">
    <input
      part="control"
      type=${type}
      name=${name ?? nothing}
      ?checked=${picked}
      aria-describedby=${described ?? nothing}
      aria-invalid=${!!invalid}
      @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
    />
    <span>${words}</span>
  </label>
`;

interface Typed extends Marks {
  readonly value: string;
  /** `tel`, `email`; a `number` may be written with a comma; `lines` are several; anything else is one line. */
  readonly type?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly longest: number;
  readonly onInput: (typed: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** Where something is typed. */
export function typed({ id, described, invalid, value, type, autocomplete = 'off', longest, onInput, onLeave }: Typed) {
  const given = (event: Event) => onInput((event.target as HTMLInputElement).value);
  const isNumber = type === 'number';
  return type === 'lines'
    ? html`<textarea part="input" id=${id} rows="3" autocomplete="off" maxlength=${longest} aria-describedby=${described ?? nothing} aria-invalid=${!!invalid} .value=${value} @input=${given} @blur=${onLeave}></textarea>`
    : html`<input part="input" id=${id} type=${type === 'tel' || type === 'email' ? type : 'text'} inputmode=${isNumber ? 'decimal' : nothing} autocomplete=${autocomplete} maxlength=${longest} aria-describedby=${described ?? nothing} aria-invalid=${!!invalid} .value=${value} @input=${given} @blur=${onLeave} />`;
}
