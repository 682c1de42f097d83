import { html, nothing } from 'lit';
import { screens } from '../../domain/checklist/evaluate.ts';
import type { Item } from '../../domain/checklist/questionnaire.ts';
import { dateField } from '../shared/date-field.ts';
import { checkBoxes, dropDown, radios, scale, yesNo } from './choices.ts';
import { field, otherField } from './fields.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import { meaning } from './outcome.ts';

/** How the controls of a question are named and described. */
export interface Marks {
  readonly id: string;
  readonly described: string | undefined;
  readonly invalid: boolean;
}

/** Id of the element that asks a question; white space would end an id that others refer to. */
export const idOf = (linkId: string) => `q-${linkId.replace(/\s/g, '_')}`;

/** The questions that are asked now, each with what its answer means right below. */
export const questions = (checklist: IntakeChecklist, items: readonly Item[]): unknown =>
  items
    .filter(({ linkId, hidden }) => !hidden && checklist.evaluation?.enabled.has(linkId))
    .map((item) => shown(checklist, item));

function shown(checklist: IntakeChecklist, item: Item) {
  if (item.type === 'display') return html`<p part="hint">${item.text}</p>`;
  if (item.type !== 'group') return question(checklist, item);
  return html`
    <fieldset class="stack"><legend part="label">${item.text}</legend>${questions(checklist, item.items)}</fieldset>
  `;
}

function question(checklist: IntakeChecklist, item: Item) {
  const { linkId, help, text, unit, required } = item;
  const { pressed, left } = checklist.passing;
  const kind = kindOf(item);
  const id = idOf(linkId);
  const error = errorOf(checklist, item);
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const optional = required || screens(item) ? '' : checklist.text.shared.optional;
  const words = html`${text} ${unit ? html`<small>(${unit})</small>` : nothing} <small>${optional}</small>`;
  const answers = html`
    ${help ? html`<small id="${id}-help">${help}</small>` : nothing}
    ${error ? html`<span part="error" id="${id}-error">${error}</span>` : nothing}
    ${controls[kind](checklist, item, { id, described, invalid: error !== undefined })}
    ${item.type === 'open-choice' ? otherField(checklist, item, id) : nothing}
  `;
  return html`
    <div part="question" id=${id} @keydown=${pressed} @pointerdown=${pressed} @focusout=${left}>
      ${
        kind === 'field' || kind === 'dropDown'
          ? html`<div class="close"><label part="label" for="${id}-field">${words}</label>${answers}</div>`
          : html`
              <fieldset class="close" aria-describedby=${described ?? nothing}>
                <legend part="label">${words}</legend>
                ${answers}
              </fieldset>
            `
      }
      <div aria-live="polite">${meaning(checklist, linkId)}</div>
      ${questions(checklist, item.items)}
    </div>
  `;
}

const controls = { field, date, radios, yesNo, checkBoxes, dropDown, scale };

function kindOf({ type, repeats, control, min, max }: Item): keyof typeof controls {
  if (type === 'boolean') return 'yesNo';
  if (type === 'date') return 'date';
  if (type === 'integer' && control === 'slider' && Number(max) - Number(min) <= 10) return 'scale';
  if (type !== 'choice' && type !== 'open-choice') return 'field';
  if (repeats) return 'checkBoxes';
  return control === 'drop-down' ? 'dropDown' : 'radios';
}

/** About when is enough: the year alone, or month and year, is an answer too. */
function date({ answers, answer, text, format }: IntakeChecklist, { linkId }: Item, marks: Marks) {
  return dateField({
    id: marks.id,
    value: `${answers[linkId]?.[0] ?? ''}`,
    words: text.details.date,
    locale: format.locale,
    describedBy: marks.described,
    invalid: marks.invalid,
    partial: true,
    onInput: (value) => answer(linkId, value ? [value] : []),
  });
}

/** Once the patient has to call, nothing more need be answered. */
function errorOf(checklist: IntakeChecklist, { linkId, min, max }: Item) {
  const { asked, screening, unanswered, evaluation, text, format } = checklist;
  if (!asked || screening?.outcome === 'call' || !unanswered.includes(linkId)) return undefined;
  const limit = evaluation?.errors.find((error) => error.linkId === linkId)?.limit;
  if (!limit) return text.checklist.missing;
  const words = (bound: Item['min'] = '') => (typeof bound === 'string' && bound ? format.fullDate(bound) : `${bound}`);
  return limit === 'min' || limit === 'max' ? text.checklist.between(words(min), words(max)) : text.checklist.wrong;
}
