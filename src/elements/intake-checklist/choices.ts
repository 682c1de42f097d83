import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerValue, Item, Option } from '../../domain/checklist/questionnaire.ts';
import type { IntakeChecklist } from './intake-checklist.ts';
import type { Marks } from './questions.ts';

const keyOf = (value: AnswerValue) =>
  typeof value === 'object' ? `${value.system ?? ''}|${value.code}` : String(value);

/** Whether two answers are the same: by code and system, never by what they are called. */
export const isSame = (one: AnswerValue, other: AnswerValue) =>
  typeof one === typeof other && keyOf(one) === keyOf(other);

interface Choice {
  readonly label: string | TemplateResult;
  readonly picked: boolean;
  readonly pick: (on: boolean) => void;
}

function choice(type: 'radio' | 'checkbox', { label, picked, pick }: Choice, { id, invalid }: Marks) {
  return html`
    <label part="answer ${picked ? 'selected' : ''}">
      <input
        type=${type}
        name=${id}
        .checked=${picked}
        aria-invalid=${invalid ? 'true' : 'false'}
        @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
  `;
}

const picks = ({ answers }: IntakeChecklist, { linkId }: Item, value: AnswerValue) =>
  (answers[linkId] ?? []).some((given) => isSame(given, value));

/** Yes, no and not sure stand in a row; longer answers each have their line. */
const shape = (labels: readonly string[]) =>
  labels.length < 5 && labels.every((label) => label.length < 11) ? 'short' : '';

export function radios(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { options, linkId } = item;
  return html`
    <div part="answers ${shape(options.map(({ label }) => label))}">
      ${options.map(({ value, label }) =>
        choice(
          'radio',
          { label, picked: picks(checklist, item, value), pick: () => checklist.answer(linkId, [value]) },
          marks,
        ),
      )}
    </div>
  `;
}

export function yesNo(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { yes, no } = checklist.text.checklist;
  const one = (value: boolean, label: string): Option => ({ value, label, exclusive: false, rules: [] });
  return radios(checklist, { ...item, options: [one(true, yes), one(false, no)] }, marks);
}

/** "None of these" clears everything else, and anything else clears it. */
export function checkBoxes(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const { options, linkId } = item;
  const given = checklist.answers[linkId] ?? [];
  const isExclusive = (value: AnswerValue) => options.some((option) => option.exclusive && isSame(option.value, value));
  const tick = ({ value, exclusive }: Option, on: boolean) => {
    const others = given.filter((one) => !isSame(one, value));
    if (!on) return checklist.answer(linkId, others);
    checklist.answer(linkId, exclusive ? [value] : [...others.filter((one) => !isExclusive(one)), value]);
  };
  return html`
    <div part="answers">
      ${options.map((option) =>
        choice(
          'checkbox',
          { label: option.label, picked: picks(checklist, item, option.value), pick: (on) => tick(option, on) },
          marks,
        ),
      )}
    </div>
  `;
}

export function dropDown(checklist: IntakeChecklist, item: Item, { id, described, invalid }: Marks) {
  const { options, linkId } = item;
  const given = (event: Event) => {
    const option = options[(event.target as HTMLSelectElement).selectedIndex - 1];
    checklist.answer(linkId, option ? [option.value] : []);
  };
  return html`
    <select part="input" id="${id}-field" aria-describedby=${described ?? nothing} aria-invalid=${invalid ? 'true' : 'false'} @change=${given}>
      <option value="">${checklist.text.checklist.choose}</option>
      ${options.map(({ value, label }) => html`<option .selected=${picks(checklist, item, value)}>${label}</option>`)}
    </select>
  `;
}

/** A score as a row of numbers: a slider would look answered before it is. */
export function scale(checklist: IntakeChecklist, item: Item, marks: Marks) {
  const [min, max] = [Number(item.min), Number(item.max)];
  return html`
    <div part="answers scale">
      ${Array.from({ length: max - min + 1 }, (_, index) => min + index).map((value) =>
        choice(
          'radio',
          {
            label: String(value),
            picked: picks(checklist, item, value),
            pick: () => checklist.answer(item.linkId, [value]),
          },
          marks,
        ),
      )}
    </div>
  `;
}
