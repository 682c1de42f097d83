import type { OwnField } from '../../../src/contract/index.ts';
import type { Asked } from './asked.ts';
import { pointer, type FieldError } from './problems.ts';

/** What is not right with the clinic's own fields; an empty one was simply not filled in. */
export function ownFieldErrors({ endpoint, body, words }: Asked<'book'>): readonly FieldError[] {
  const { fields } = endpoint.clinic.data.policy;
  return Object.entries(body.fields ?? {}).flatMap(([id, value]) => {
    const field = fields.find((one) => one.id === id);
    if (field && (!value.trim() || fits(field, value.trim()))) return [];
    return [{ pointer: pointer(['fields', id]), detail: field ? words.field.wrong : words.query.unknown }];
  });
}

const fits = ({ choices, pattern }: OwnField, value: string) =>
  (!choices || choices.includes(value)) && (!pattern || new RegExp(`^(?:${pattern})$`, 'u').test(value));
