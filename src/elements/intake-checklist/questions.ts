import { html, nothing } from 'lit';
import type { Item } from '../../domain/checklist/questionnaire.ts';
import { dateField } from '../shared/date-field.ts';
import { checkBoxes, dropDown, isSame, radios, scale, yesNo } from './choices.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import { reasonNotes } from './outcome.ts';

/** The questions that are asked now, each with what its answer means right below. */
export const questions = (checklist: IntakeChecklist, items: readonly Item[]): unknown =>
  items
    .filter(({ linkId, hidden }) => !hidden && checklist.evaluation?.enabled.has(linkId))
    .map((item) => question(checklist, item));

function question(checklist: IntakeChecklist, item: Item): unknown {
  const inner = questions(checklist, item.items);
  if (item.type === 'display') return html`<p part="hint">${item.text}</p>`;
  if (item.type === 'group')
    return html`<fieldset class="stack"><legend part="label">${item.text}</legend>${inner}</fieldset>`;
  const error = errorOf(checklist, item);
  const own = isOneField(item);
  const id = `q-${item.linkId}`;
  const head = html`${item.text}${item.unit ? html` <small>(${item.unit})</small>` : nothing}`;
  const hints = html`
    ${item.help ? html`<small id="${id}-help">${item.help}</small>` : nothing}
    ${error ? html`<span part="error" id="${id}-error">${error}</span>` : nothing}
  `;
  const described = [item.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const answers = control(checklist, item, { id, described, invalid: error !== undefined });
  const after = html`<div aria-live="polite" class="close">${reasonNotes(checklist, item.linkId)}</div>${inner}`;
  return own
    ? html`<div part="question" id=${id}><label part="label" for="${id}-field">${head}</label>${hints}${answers}${after}</div>`
    : html`
        <div part="question" id=${id}>
          <fieldset class="close" aria-describedby=${described ?? nothing}>
            <legend part="label">${head}</legend>
            ${hints}${answers}
          </fieldset>
          ${after}
        </div>
      `;
}

/** How the controls of a question are named and described. */
export interface Marks {
  readonly id: string;
  readonly described: string | undefined;
  readonly invalid: boolean;
}

function control(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { type, repeats, control: shown } = item;
  if (type === 'boolean') return yesNo(checklist, item, marks);
  if (type === 'choice' || type === 'open-choice') {
    const other = type === 'open-choice' ? otherField(checklist, item, marks) : nothing;
    if (repeats) return [checkBoxes(checklist, item, marks), other];
    return [shown === 'drop-down' ? dropDown(checklist, item, marks) : radios(checklist, item, marks), other];
  }
  if (type === 'date') return dateOf(checklist, item, marks);
  return type === 'integer' && isScale(item) ? scale(checklist, item, marks) : field(checklist, item, marks);
}

const isScale = ({ control: shown, min, max }: Item) => shown === 'slider' && Number(max) - Number(min) <= 10;

/** Everything else is a group of several controls under one legend. */
const isOneField = (item: Item) =>
  ['integer', 'decimal', 'string', 'text'].includes(item.type) ? !isScale(item) : item.control === 'drop-down';

function dateOf(
  { answers, answer, text, format }: IntakeChecklist,
  { linkId }: Item,
  { id, described, invalid }: Marks,
) {
  return dateField({
    id,
    value: String(answers[linkId]?.[0] ?? ''),
    words: text.details.date,
    locale: format.locale,
    describedBy: described,
    invalid,
    partial: true,
    onInput: (value) => answer(linkId, value ? [value] : []),
  });
}

function field({ answers, answer }: IntakeChecklist, item: Item, { id, described, invalid }: Marks) {
  const { type, linkId, maxLength } = item;
  const number = type === 'integer' || type === 'decimal';
  const given = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    const value = number ? Number(typed.trim().replace(',', '.')) : typed;
    answer(linkId, typed.trim() ? [Number.isNaN(value) ? typed : value] : []);
  };
  const value = String(answers[linkId]?.[0] ?? '');
  if (type === 'text')
    return html`
      <textarea part="input" id="${id}-field" rows="3" maxlength=${maxLength ?? 4000} aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} .value=${value} @input=${given}></textarea>
    `;
  return html`
    <input part="input" id="${id}-field" autocomplete="off" inputmode=${number ? 'decimal' : 'text'} maxlength=${maxLength ?? 255} aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} .value=${value} @input=${given} />
  `;
}

/** In an open choice, whatever is not one of the options. */
function otherField({ answers, answer, text }: IntakeChecklist, { linkId, options, repeats }: Item, { id }: Marks) {
  const values = answers[linkId] ?? [];
  const listed = values.filter((value) => options.some((option) => isSame(option.value, value)));
  const other = values.find((value) => !listed.includes(value)) ?? '';
  const given = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    answer(linkId, [...(repeats || !typed.trim() ? listed : []), ...(typed.trim() ? [typed] : [])]);
  };
  return html`
    <label part="field">
      <small>${text.checklist.other}</small>
      <input part="input" id="${id}-other" autocomplete="off" maxlength="255" .value=${String(other)} @input=${given} />
    </label>
  `;
}

function errorOf({ asked, unanswered, evaluation, text }: IntakeChecklist, { linkId, min, max }: Item) {
  if (!asked || !unanswered.includes(linkId)) return undefined;
  const limit = evaluation?.errors.find((error) => error.linkId === linkId)?.limit;
  if (!limit) return text.checklist.missing;
  return limit === 'min' || limit === 'max' ? text.checklist.between(min, max) : text.checklist.wrong;
}
