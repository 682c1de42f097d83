/** The screening extensions: what an answer means for booking, and for which services a question is asked. */
import { outcomes, urgencies, type ItemType, type Rule } from '../questionnaire.ts';
import { extensionsOf, listOf, supports, valueOf, type Json, type Reader, type Supported } from './reader.ts';

/** Fields that look into the answer fit only items whose answers have that to look at. */
const known: Supported = [
  ['string', /^(outcome|urgency|services|except|site|patientText|therapistText|source)$/],
  ['boolean', /^ruleOut$/],
  ['number', /^notBeforeDays$/],
  ['number', /^m(in|ax)$/, /^(integer|decimal)$/],
  ['number', /^(withinDays|beforeDays|ageUnder)$/, /^date$/],
];

/** Rules of an item, or of an option of it (whose type is then said to be 'option'). */
export const readRules = (json: Json, type: ItemType | 'option', reader: Reader): readonly Rule[] =>
  extensionsOf(json, 'screening-outcome').map((extension) => readRule(extension, type, reader));

function readRule(extension: Json, type: string, reader: Reader): Rule {
  const codes: Readonly<Record<string, string[]>> = { services: [], except: [] };
  const read: Record<string, unknown> = {};
  const misfits: Record<string, boolean> = {};
  for (const part of listOf(extension.extension)) {
    const field = `${part.url}`;
    const value = valueOf(part);
    if (field in read || !supports(known, field, value, type)) misfits[field] = true;
    else if (codes[field]) codes[field].push(`${value}`);
    else read[field] = typeof value === 'string' ? reader.words(part) : value;
  }
  const book = read.ruleOut || 'notBeforeDays' in read ? 'book' : undefined;
  const defaults = { outcome: book, ruleOut: false, patientText: '', therapistText: '', source: '' };
  const rule = { ...defaults, ...read, ...codes } as unknown as Rule;
  const { outcome, urgency, site, ruleOut, services } = rule;
  const faults = {
    outcome: !outcomes.includes(outcome),
    urgency: outcome === 'call' ? !urgencies.includes(urgency!) : urgency,
    site: site && outcome !== 'adapt',
    ruleOut: ruleOut && services.length === 0,
    [type]: /^(group|display|boolean)$/.test(type), // A boolean cannot say "not sure".
  };
  reader.reportAll({ ...faults, ...misfits }, 'screening-outcome ');
  return rule;
}

/** Screening codes for which an item is asked. */
export const readServices = (json: Json, reader: Reader): readonly string[] =>
  extensionsOf(json, 'screening-services').map((extension) => {
    const code = valueOf(extension);
    if (typeof code !== 'string') reader.report('screening-services');
    return `${code}`;
  });
