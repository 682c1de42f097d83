/**
 * What only some clinics ask for: fields of their own (insurance, referral, claim number), and the code that proves a new
 * patient's contact. It comes in a file of its own where a clinic does, and draws with the controls that are handed in.
 */
import type { OwnField } from '../../contract/own-fields.ts';
import { fitsPattern, isSafePattern } from '../../domain/pattern.ts';
import type { choices, textField } from '../patient-details/fields.ts';
import type { Field, PatientDetails } from '../patient-details/patient-details.ts';
import { wordsFor } from './words.ts';

export { contactCode } from './contact-code.ts';

const idOf = (index: number): Field => `own-${index}`;
const given = ({ value }: PatientDetails, { id }: OwnField) => value.fields?.[id] ?? '';

/** The clinic's own fields; what is typed goes to its desk alone. */
export function ownFields(details: PatientDetails, drawText: typeof textField, drawChoices: typeof choices) {
  const words = wordsFor(details.text.tag);
  const wrong = problems(details);
  return details.fields.map((field, index) => {
    const { id, label, choices: list, required } = field;
    const name = required ? label : `${label} ${details.text.shared.optional}`;
    const value = given(details, field);
    const fill = (typed: string) => ({ fields: { ...details.value.fields, [id]: typed } });
    const at = idOf(index);
    const problem = details.touched.includes(at) && wrong.find((one) => one.field === at)?.problem;
    const error = problem ? words[problem](label) : undefined;
    if (!list) return drawText(details, at, name, value, fill, { error });
    const same = (choice: string) => choice;
    return drawChoices(
      name,
      'radio',
      list,
      same,
      (one) => one === value,
      (one) => details.change(fill(one)),
      error,
    );
  });
}

/** Fields that are missing or do not fit; a pattern that cannot be tried is the endpoint's to try. */
export const problems = (details: PatientDetails) =>
  details.fields.flatMap((field, index) => {
    const value = given(details, field).trim();
    const problem = value ? !fits(field, value) && ('wrong' as const) : field.required && ('missing' as const);
    return problem ? [{ field: idOf(index), problem }] : [];
  });

const fits = ({ pattern }: OwnField, value: string) =>
  !pattern || !isSafePattern(pattern, 'u') || fitsPattern(pattern, value, 'u');
