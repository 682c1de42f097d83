import type { OwnField } from '../../../src/contract/index.ts';
import { fitsPattern } from '../../../src/domain/pattern.ts';
import type { Asked } from './asked.ts';
import { pointer, type FieldError } from './problems.ts';

/**
 * What is not right with the clinic's own fields; an empty one is only wrong where the clinic cannot do without. The name of
 * a field that nobody asked for is not repeated: it may be anything.
 */
export function ownFieldErrors({ endpoint, body, words }: Asked<'book'>): readonly FieldError[] {
  const { fields } = endpoint.clinic.data.policy;
  const given = body.fields ?? {};
  const isKnown = (id: string) => fields.some((field) => field.id === id);
  const wrong = (id: string, detail: string): FieldError => ({ pointer: pointer(['fields', id]), detail });
  return [
    ...fields.flatMap((field) => {
      const value = given[field.id]?.trim();
      if (!value) return field.required ? [wrong(field.id, words.field.missing)] : [];
      return fits(field, value) ? [] : [wrong(field.id, words.field.wrong)];
    }),
    ...(Object.keys(given).every(isKnown) ? [] : [{ pointer: pointer(['fields']), detail: words.query.unknown }]),
  ];
}

const fits = ({ choices, pattern }: OwnField, value: string) =>
  (!choices || choices.includes(value)) && (!pattern || fitsPattern(pattern, value, 'u'));
