import { html } from 'lit';
import { same } from '../../domain/checklist/answer.ts';
import type { Item } from '../../domain/checklist/questionnaire.ts';
import { typed, type Marks } from '../shared/fields.ts';
import { withoutExclusive } from './choices.ts';
import type { IntakeChecklist } from './intake-checklist.ts';

/**
 * A number, a line or a few lines of text. What is no number stays as typed, and the checklist says so; "1,500" is one
 * thing to some and another to others, so it is none.
 */
export function field({ answers, answer }: IntakeChecklist, item: Item, marks: Marks) {
  const { type, linkId, maxLength = 4000 } = item;
  const isNumber = type === 'integer' || type === 'decimal';
  return typed({
    ...marks,
    type: isNumber ? 'number' : type === 'text' ? 'lines' : 'text',
    longest: maxLength,
    value: `${answers[linkId]?.[0] ?? ''}`,
    onInput: (text) => {
      const number = Number(text.replace(/,(?!\d{3}\b)/, '.'));
      answer(linkId, text.trim() ? [isNumber && Number.isFinite(number) ? number : text] : []);
    },
  });
}

/** In an open choice, whatever is not one of the options. */
export function otherField({ answers, answer, text }: IntakeChecklist, item: Item, id: string) {
  const { linkId, options, repeats } = item;
  const values = answers[linkId] ?? [];
  const listed = values.filter((value) => options.some((option) => same(option.value, value)));
  const onInput = (other: string) => {
    if (!other.trim()) return answer(linkId, listed);
    answer(linkId, [...(repeats ? withoutExclusive(item, listed) : []), other]);
  };
  const value = `${values.find((each) => !listed.includes(each)) ?? ''}`;
  return html`
    <label part="field">
      <small>${text.checklist.other}</small>
      ${typed({ id: `${id}-other`, value, longest: 255, onInput })}
    </label>
  `;
}
