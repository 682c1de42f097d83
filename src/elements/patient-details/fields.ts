import { html } from 'lit';
import type { DetailsProblem } from '../../domain/details.ts';
import type { Messages } from '../../locales/index.ts';

/** What is wrong with a field, and what to do about it. */
export function problemWords({ field, problem }: DetailsProblem, { details: { problems } }: Messages): string {
  if (field === 'phone' || field === 'guardianPhone') return problems.phone[problem === 'future' ? 'wrong' : problem];
  if (field === 'email') return problems.email[problem === 'wrong' ? 'wrong' : 'missing'];
  if (field === 'birthDate') return problems.birthDate[problem === 'contact' ? 'missing' : problem];
  return field === 'note' ? problems.note : problems.name;
}

interface YesOrNo {
  readonly legend: string;
  readonly name: string;
  readonly value: boolean | undefined;
  readonly text: Messages;
  readonly onPick: (value: boolean) => void;
}

/** Two radio buttons, neither of which is picked beforehand. */
export function yesOrNo({ legend, name, value, text, onPick }: YesOrNo) {
  const choice = (answer: boolean, label: string) => html`
    <label part="choice">
      <input type="radio" name=${name} .checked=${value === answer} @change=${() => onPick(answer)} /> ${label}
    </label>
  `;
  return html`
    <fieldset part="field">
      <legend part="label">${legend}</legend>
      <div class="row">${choice(true, text.details.yes)} ${choice(false, text.details.no)}</div>
    </fieldset>
  `;
}
