/** Reading JSON that may be anything at all: what is not as it should be is reported, and read as empty meanwhile. */
import type { LoadProblem } from '../questionnaire.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** Extensions by the last part of their url. */
export const extensionsOf = (json: unknown, name: string): readonly Json[] =>
  isJson(json) ? listOf(json.extension).filter(({ url }) => `/${url}`.endsWith(`/${name}`)) : [];

/** Name of the one field that FHIR lets end in a type, such as `valueCoding`. */
export const keyOf = (json: Json, start = 'value') => Object.keys(json).find((key) => key.startsWith(start)) ?? '';
export const valueOf = (json: Json = {}): unknown => json[keyOf(json)];
export const extensionValue = (json: Json, name: string) => valueOf(extensionsOf(json, name)[0]);

/** What is supported: fields, the kind of JSON they have to be, and the types of item that they may stand on. */
export type Supported = readonly (readonly [kind: string, fields: RegExp, types?: RegExp])[];

const kindOf = (value: unknown) => (Array.isArray(value) && value.every(isJson) ? 'list' : typeof value);
export const supports = (supported: Supported, field: string, value: unknown, type = '') =>
  supported.some(
    ([kind, fields, types]) => fields.test(field) && kindOf(value).startsWith(kind) && (!types || types.test(type)),
  );

/** Fields of an item, an answer option and a condition, whose names do not clash. */
const known: Supported = [
  [
    'string',
    /^(linkId|type|text|enableBehavior|answerValueSet|question|operator|answerDate|answerString|valueString)$/,
  ],
  ['boolean', /^(required|repeats|readOnly|initialSelected|answerBoolean)$/],
  ['number', /^(maxLength|answerInteger|answerDecimal|valueInteger)$/],
  ['list', /^(extension|item|enableWhen|answerOption|initial)$/],
  ['object', /^(answer|value)Coding$/],
  ['', /^(id|definition|code|prefix|modifierExtension|_.*)$/],
];

/** What is true of the whole Questionnaire while its items are read. */
export class Reader {
  readonly problems: LoadProblem[] = [];
  /** linkId of the item that is being read. */
  linkId = '';

  constructor(
    readonly contained: readonly Json[],
    readonly language: string,
  ) {}

  report(reason: string, linkId = this.linkId) {
    this.problems.push({ linkId, reason });
  }

  /** Reports each field that is at fault. */
  reportAll(faults: Readonly<Record<string, unknown>>, start = '') {
    for (const [field, isFault] of Object.entries(faults)) if (isFault) this.report(start + field);
  }

  /** Reports every field that is unknown or of a wrong kind, so that none is overlooked in silence. */
  check(json: Json) {
    for (const [field, value] of Object.entries(json)) if (!supports(known, field, value)) this.report(field);
  }

  /** A text in the wanted language where FHIR's translation extension has it, or else as it stands. */
  words(json: Json, key = keyOf(json)): string {
    const translations = extensionsOf(json[`_${key}`], 'translation');
    const [found] = [this.language, this.language.split('-')[0]].flatMap((language) =>
      translations.filter((each) => extensionValue(each, 'lang') === language),
    );
    return `${(found && extensionValue(found, 'content')) ?? json[key] ?? ''}`;
  }
}
