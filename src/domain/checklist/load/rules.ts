/** The screening extensions: what an answer means for booking, and for which services a question is asked. */
import { outcomes, urgencies, type Item, type Rule } from '../questionnaire.ts';
import { extensionsOf, keyOf, listOf, valueOf, type Json, type Reader } from './reader.ts';

/** Fields of a rule: what they hold, and which items they fit where not all. */
const fields: Readonly<Record<string, readonly [kind: string, types?: readonly string[]]>> = {
  outcome: ['string'],
  urgency: ['string'],
  services: ['string'],
  ruleOut: ['boolean'],
  min: ['number', ['integer', 'decimal']],
  max: ['number', ['integer', 'decimal']],
  withinDays: ['number', ['date']],
  beforeDays: ['number', ['date']],
  ageUnder: ['number', ['date']],
  notBeforeDays: ['number'],
  site: ['string'],
  patientText: ['string'],
  therapistText: ['string'],
  source: ['string'],
};

/** Rules of an item, or of an option of it (whose type is then said to be 'option'). */
export const readRules = (json: Json, type: Item['type'] | 'option', reader: Reader): readonly Rule[] =>
  extensionsOf(json, 'screening-outcome').map((extension) => readRule(extension, type, reader));

function readRule(extension: Json, type: string, reader: Reader): Rule {
  const read: Record<string, unknown> = {};
  const services: string[] = [];
  for (const part of listOf(extension.extension)) {
    const name = `${part.url}`;
    const [kind, types = [type]] = (Object.hasOwn(fields, name) && fields[name]) || [];
    const value = valueOf(part);
    if (typeof value !== kind || name in read)
      reader.report(`rule: "${name}" is unknown, given twice or of a wrong type`);
    else if (!types.includes(type)) reader.report(`rule: "${name}" does not fit its item`);
    else if (name === 'services') services.push(`${value}`);
    else read[name] = kind === 'string' ? reader.words(part, keyOf(part, 'value')) : value;
  }
  const { outcome = read.ruleOut || read.notBeforeDays !== undefined ? 'book' : '', urgency } = read;
  const rule = {
    ruleOut: false,
    patientText: '',
    therapistText: '',
    source: '',
    ...read,
    outcome,
    services,
  } as unknown as Rule;
  const isCall = outcome === 'call';
  if (!outcomes.includes(rule.outcome)) reader.report(`rule: outcome "${outcome}" is unknown`);
  if (isCall ? !urgencies.includes(urgency as never) : urgency)
    reader.report(`rule: urgency "${urgency}" does not fit`);
  if (rule.ruleOut && services.length === 0) reader.report('rule: rules out no service');
  if (rule.site && outcome !== 'adapt') reader.report('rule: a site needs the outcome "adapt"');
  if (['group', 'display', 'boolean'].includes(type)) reader.report(`rule: a ${type} cannot say "not sure"`);
  return rule;
}

/** Screening codes for which an item is asked. */
export const readServices = (json: Json, reader: Reader): readonly string[] =>
  extensionsOf(json, 'screening-services').map((extension) => {
    const code = valueOf(extension);
    if (typeof code !== 'string' || !code) reader.report('screening-services has no code');
    return `${code}`;
  });
