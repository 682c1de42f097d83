import { html, nothing } from 'lit';
import { isDate } from '../../domain/checklist/answer.ts';
import { screens } from '../../domain/checklist/evaluate.ts';
import type { Item } from '../../domain/checklist/questionnaire.ts';
import { dateField } from '../shared/date-field.ts';
import { labelled, type Marks } from '../shared/fields.ts';
import { checkBoxes, radios, scale, yesNo } from './choices.ts';
import { field, otherField } from './fields.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import { meaning } from './outcome.ts';

/** Id of the element that asks a question, one for each; white space would end an id that others refer to. */
const idOf = (linkId: string) => `q-${encodeURI(linkId)}`;
export const controlOf = (linkId: string) => `#${CSS.escape(idOf(linkId))} :is(input, select, textarea)`;

/** The questions that are asked now, each with what its answer means right below. */
export const questions = (checklist: IntakeChecklist, items: readonly Item[]): unknown =>
  items
    .filter(({ linkId, hidden }) => !hidden && checklist.evaluation?.enabled.has(linkId))
    .map((item) => shown(checklist, item));

function shown(checklist: IntakeChecklist, item: Item) {
  if (item.type === 'display') return html`<p part="hint">${item.text}</p>`;
  if (item.type !== 'group') return question(checklist, item);
  return html`
    <fieldset class="stack" part="group"><legend part="label">${item.text}</legend>${questions(checklist, item.items)}</fieldset>
  `;
}

function question(checklist: IntakeChecklist, item: Item) {
  const { linkId, help, text, unit, required } = item;
  const { pressed, left } = checklist.passing;
  const kind = controlsOf(item);
  const id = idOf(linkId);
  const isOpen = item.type === 'open-choice';
  const optional = required || screens(item) ? nothing : html`<small>${checklist.text.shared.optional}</small>`;
  const words = html`${text} ${unit ? html`<small>(${unit})</small>` : nothing} ${optional}`;
  return html`
    <div part="question" id=${id} @keydown=${pressed} @pointerdown=${pressed} @focusout=${left}>
      ${labelled(
        { id: `${id}-field`, words, help, error: errorOf(checklist, item), several: kind !== field },
        (marks) => html`${kind(checklist, item, marks)} ${isOpen ? otherField(checklist, item, id) : nothing}`,
      )}
      <div aria-live="polite">${meaning(checklist, linkId)}</div>
      ${questions(checklist, item.items)}
    </div>
  `;
}

function controlsOf({ type, repeats, control, min, max }: Item) {
  if (type === 'boolean') return yesNo;
  if (type === 'date') return date;
  if (type === 'integer' && control === 'slider' && Number(max) - Number(min) <= 10) return scale;
  if (!type.endsWith('choice')) return field;
  return repeats ? checkBoxes : radios;
}

/** About when is enough: the year alone, or month and year, is an answer too. */
function date({ answers, answer, text, format }: IntakeChecklist, { linkId }: Item, marks: Marks) {
  return dateField({
    ...marks,
    value: `${answers[linkId]?.[0] ?? ''}`,
    words: text.details.date,
    locale: format.locale,
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
  const words = (bound: Item['min'] = '') => (isDate(bound) ? format.fullDate(bound) : `${bound}`);
  return limit === 'min' || limit === 'max' ? text.checklist.between(words(min), words(max)) : text.checklist.wrong;
}
