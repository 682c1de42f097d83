import { html, nothing } from 'lit';
import { same } from '../../domain/checklist/answer.ts';
import type { AnswerValue, Item, Option } from '../../domain/checklist/questionnaire.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import type { Marks } from './questions.ts';

const isPicked = ({ answers }: IntakeChecklist, { linkId }: Item, value: AnswerValue) =>
  (answers[linkId] ?? []).some((given) => same(given, value));

/** A few short answers stand in a row, many share columns; otherwise each has a line of its own, with its box. */
function shapeOf(options: readonly Option[], { repeats }: Item) {
  const longest = Math.max(...options.map(({ label }) => label.length));
  if (options.length > 7) return longest < 18 ? 'pairs' : 'many';
  return !repeats && options.length < 5 && longest < 11 ? 'short' : '';
}

type Choices = Pick<Item, 'options'> & { readonly shape?: string };

function choices(
  checklist: IntakeChecklist,
  item: Item,
  { id, invalid }: Marks,
  { options, shape = shapeOf(options, item) }: Choices,
  pick: (option: Option, on: boolean) => void,
) {
  return html`
    <div part="answers ${shape}">
      ${options.map((option) => {
        const picked = isPicked(checklist, item, option.value);
        return html`
          <label part="answer ${picked ? 'selected' : ''}">
            <input
              type=${item.repeats ? 'checkbox' : 'radio'}
              name=${id}
              ?checked=${picked}
              aria-invalid=${invalid ? 'true' : 'false'}
              @change=${(event: Event) => pick(option, (event.target as HTMLInputElement).checked)}
            />
            <span>${option.label}</span>
          </label>
        `;
      })}
    </div>
  `;
}

/** One answer out of several. */
export const radios = (checklist: IntakeChecklist, item: Item, marks: Marks, offered: Choices = item) =>
  choices(checklist, item, marks, offered, ({ value }) => checklist.answer(item.linkId, [value]));

const plain = (value: AnswerValue, label: string): Option => ({ value, label, exclusive: false, rules: [] });

export function yesNo(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { yes, no } = checklist.text.checklist;
  return radios(checklist, item, marks, { options: [plain(true, yes), plain(false, no)] });
}

/** A score as a row of numbers: a slider would look answered before it is. */
export function scale(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const least = Number(item.min);
  const options = Array.from({ length: Number(item.max) - least + 1 }, (_, index) =>
    plain(least + index, `${least + index}`),
  );
  return radios(checklist, item, marks, { options, shape: 'scale' });
}

/** "None of these" stands alone: it clears everything else, and anything else clears it. */
export const withoutExclusive = ({ options }: Item, values: readonly AnswerValue[]) =>
  values.filter((value) => !options.some((option) => option.exclusive && same(option.value, value)));

export const checkBoxes = (checklist: IntakeChecklist, item: Item, marks: Marks) =>
  choices(checklist, item, marks, item, ({ value, exclusive }, on) => {
    const others = (checklist.answers[item.linkId] ?? []).filter((given) => !same(given, value));
    if (!on) return checklist.answer(item.linkId, others);
    checklist.answer(item.linkId, exclusive ? [value] : [...withoutExclusive(item, others), value]);
  });

export function dropDown(checklist: IntakeChecklist, item: Item, { id, described, invalid }: Marks) {
  const given = (event: Event) => {
    const option = item.options[(event.target as HTMLSelectElement).selectedIndex - 1];
    checklist.answer(item.linkId, option ? [option.value] : []);
  };
  return html`
    <select part="input" id="${id}-field" aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} @change=${given}>
      <option value="">${checklist.text.checklist.choose}</option>
      ${item.options.map(
        ({ value, label }) => html`<option .selected=${isPicked(checklist, item, value)}>${label}</option>`,
      )}
    </select>
  `;
}
