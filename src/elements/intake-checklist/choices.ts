import { html, nothing } from 'lit';
import { same } from '../../domain/checklist/answer.ts';
import type { AnswerValue, Item, Option } from '../../domain/checklist/questionnaire.ts';
import { row } from '../../domain/row.ts';
import { answer, type Marks } from '../shared/fields.ts';
import { late } from '../shared/late.ts';
import type { IntakeChecklist } from './intake-checklist.ts';

export const isPicked = ({ answers }: IntakeChecklist, { linkId }: Item, value: AnswerValue) =>
  (answers[linkId] ?? []).some((given) => same(given, value));

/** A few short answers stand in a row, many share columns; otherwise each has a line of its own, with its box. */
function shapeOf(options: readonly Option[], { repeats }: Item) {
  const longest = Math.max(...options.map(({ label }) => label.length));
  if (options.length > 7) return longest < 18 ? 'pairs' : 'many';
  return !repeats && options.length < 5 && longest < 11 ? 'short' : '';
}

function choices(
  checklist: IntakeChecklist,
  item: Item,
  { id, invalid }: Marks,
  pick: (option: Option, on: boolean) => void,
  options = item.options,
  shape = shapeOf(options, item),
) {
  return html`
    <div part="answers ${shape}">
      ${item.control === 'body-map' ? late(checklist, 'body-map')?.bodyMap(checklist, item, isPicked, pick) : nothing}
      ${options.map((option) =>
        answer({
          type: item.repeats ? 'checkbox' : 'radio',
          name: id,
          words: option.label,
          picked: isPicked(checklist, item, option.value),
          invalid,
          pick: (on) => pick(option, on),
        }),
      )}
    </div>
  `;
}

/** One answer out of several: radio buttons, or a list that opens where the question asks for one and its file is there. */
export const radios = (
  checklist: IntakeChecklist,
  item: Item,
  marks: Marks,
  ...offered: [options?: readonly Option[], shape?: string]
) =>
  (item.control === 'drop-down' && late(checklist, 'drop-down')?.dropDown(html, checklist, item, marks, isPicked)) ||
  choices(checklist, item, marks, ({ value }) => checklist.answer(item.linkId, [value]), ...offered);

const plain = (value: AnswerValue, label: string): Option => ({ value, label, exclusive: false, rules: [] });

export function yesNo(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { yes, no } = checklist.text.checklist;
  return radios(checklist, item, marks, [plain(true, yes), plain(false, no)]);
}

/** A score as a row of numbers: a slider would look answered before it is. */
export function scale(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const least = Number(item.min);
  const numbers = row(Number(item.max) - least + 1, (index) => least + index);
  return radios(
    checklist,
    item,
    marks,
    numbers.map((number) => plain(number, `${number}`)),
    'short scale',
  );
}

/** "None of these" stands alone: it clears everything else, and anything else clears it. */
export const withoutExclusive = ({ options }: Item, values: readonly AnswerValue[]) =>
  values.filter((value) => !options.some((option) => option.exclusive && same(option.value, value)));

export const checkBoxes = (checklist: IntakeChecklist, item: Item, marks: Marks) =>
  choices(checklist, item, marks, ({ value, exclusive }, on) => {
    const others = (checklist.answers[item.linkId] ?? []).filter((given) => !same(given, value));
    if (!on) return checklist.answer(item.linkId, others);
    checklist.answer(item.linkId, exclusive ? [value] : [...withoutExclusive(item, others), value]);
  });
