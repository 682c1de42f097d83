import type { html } from 'lit';
import type { AnswerValue, Item } from '../../domain/checklist/questionnaire.ts';
import type { IntakeChecklist } from '../intake-checklist/intake-checklist.ts';
import type { Marks } from '../shared/fields.ts';

type IsPicked = (checklist: IntakeChecklist, item: Item, value: AnswerValue) => boolean;

/**
 * One answer out of a list that opens, for a question that asks for it (`drop-down`); until this file is there, the
 * answers are radio buttons. Written with the `html` that is handed in: no second Lit comes onto the page.
 */
export function dropDown(
  write: typeof html,
  checklist: IntakeChecklist,
  item: Item,
  { id, described, invalid }: Marks,
  isPicked: IsPicked,
) {
  const given = (event: Event) => {
    const option = item.options[(event.target as HTMLSelectElement).selectedIndex - 1];
    checklist.answer(item.linkId, option ? [option.value] : []);
  };
  return write`
    <select part="input" id=${id} aria-label=${item.text} aria-describedby=${described ?? ''} aria-invalid=${!!invalid} @change=${given}>
      <option value="">${checklist.text.checklist.choose}</option>
      ${item.options.map(
        ({ value, label }) => write`<option .selected=${isPicked(checklist, item, value)}>${label}</option>`,
      )}
    </select>
  `;
}
