/** The screening extensions: what an answer means for booking, and for which services a question is asked. */
import { outcomes, urgencies, type ItemType, type Rule } from '../questionnaire.ts';
import { extensionsOf, fieldsOf, listOf, valueOf, type Json, type Reader } from './reader.ts';

const known = fieldsOf({
  string: 'outcome urgency services site patientText therapistText source',
  boolean: 'ruleOut',
  number: 'min max withinDays beforeDays ageUnder notBeforeDays',
});

/** Fields that look into the answer fit only items whose answers have that to look at. */
const fitting: readonly (readonly [fields: RegExp, types: RegExp])[] = [
  [/^m(in|ax)$/, /^(integer|decimal)$/],
  [/^(withinDays|beforeDays|ageUnder)$/, /^date$/],
];

/** Rules of an item, or of an option of it (whose type is then said to be 'option'). */
export const readRules = (json: Json, type: ItemType | 'option', reader: Reader): readonly Rule[] =>
  extensionsOf(json, 'screening-outcome').map((extension) => readRule(extension, type, reader));

function readRule(extension: Json, type: string, reader: Reader): Rule {
  const services: string[] = [];
  const read: Record<string, unknown> = {};
  const refuse = (field: string) => reader.report(`screening-outcome ${field}: unknown, or does not fit`);
  for (const part of listOf(extension.extension)) {
    const field = `${part.url}`;
    const value = valueOf(part);
    const isMisfit = fitting.some(([fields, types]) => fields.test(field) && !types.test(type));
    if (typeof value !== known.get(field) || field in read || isMisfit) refuse(field);
    else if (field === 'services') services.push(`${value}`);
    else read[field] = typeof value === 'string' ? reader.words(part) : value;
  }
  const book = read.ruleOut || 'notBeforeDays' in read ? 'book' : undefined;
  const defaults = { outcome: book, ruleOut: false, patientText: '', therapistText: '', source: '' };
  const rule = { ...defaults, ...read, services } as unknown as Rule;
  const { outcome, urgency, site, ruleOut } = rule;
  if (!outcomes.includes(outcome)) refuse('outcome');
  if (outcome === 'call' ? !urgencies.includes(urgency!) : urgency) refuse('urgency');
  if (site && outcome !== 'adapt') refuse('site');
  if (ruleOut && services.length === 0) refuse('ruleOut');
  if (/^(group|display|boolean)$/.test(type)) refuse(`on a ${type}`); // A boolean cannot say "not sure".
  return rule;
}

/** Screening codes for which an item is asked. */
export const readServices = (json: Json, reader: Reader): readonly string[] =>
  extensionsOf(json, 'screening-services').map((extension) => {
    const code = valueOf(extension);
    if (typeof code !== 'string') reader.report('screening-services: no code');
    return `${code}`;
  });
