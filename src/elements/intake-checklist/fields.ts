import { html, nothing } from 'lit';
import { same } from '../../domain/checklist/answer.ts';
import type { Item } from '../../domain/checklist/questionnaire.ts';
import { withoutExclusive } from './choices.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import type { Marks } from './questions.ts';

const typedIn = (event: Event) => (event.target as HTMLInputElement).value;

/** A number, a line or a few lines of text. What is no number stays as typed, and the checklist says so. */
export function field({ answers, answer }: IntakeChecklist, item: Item, { id, described, invalid }: Marks) {
  const { type, linkId, maxLength } = item;
  const isNumber = type === 'integer' || type === 'decimal';
  const given = (event: Event) => {
    const typed = typedIn(event);
    const number = Number(typed.trim().replace(',', '.'));
    answer(linkId, typed.trim() ? [isNumber && !Number.isNaN(number) ? number : typed] : []);
  };
  const value = `${answers[linkId]?.[0] ?? ''}`;
  if (type === 'text')
    return html`
      <textarea part="input" id="${id}-field" rows="3" autocomplete="off" maxlength=${maxLength ?? 4000} aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} .value=${value} @input=${given}></textarea>
    `;
  return html`
    <input part="input" id="${id}-field" class=${isNumber ? 'number' : ''} autocomplete="off" inputmode=${isNumber ? 'decimal' : 'text'} maxlength=${maxLength ?? 255} aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} .value=${value} @input=${given} />
  `;
}

/** In an open choice, whatever is not one of the options. */
export function otherField({ answers, answer, text }: IntakeChecklist, item: Item, id: string) {
  const { linkId, options, repeats } = item;
  const values = answers[linkId] ?? [];
  const listed = values.filter((value) => options.some((option) => same(option.value, value)));
  const other = values.find((value) => !listed.includes(value)) ?? '';
  const given = (event: Event) => {
    const typed = typedIn(event).trim() ? [typedIn(event)] : [];
    if (typed.length === 0) return answer(linkId, listed);
    answer(linkId, [...(repeats ? withoutExclusive(item, listed) : []), ...typed]);
  };
  return html`
    <label part="field">
      <small>${text.checklist.other}</small>
      <input part="input" id="${id}-other" autocomplete="off" maxlength="255" .value=${other} @input=${given} />
    </label>
  `;
}
