/** Reading JSON that may be anything at all: what is not as it should be is reported, and read as empty meanwhile. */
import type { LoadProblem } from '../questionnaire.ts';
import type { ReadCondition } from './conditions.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Fields of a FHIR element, and what each must be; '' is not looked at. */
export type Shape = Readonly<Record<string, '' | 'string' | 'boolean' | 'number' | 'list'>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** Extensions by the last part of their url. */
export const extensionsOf = (json: unknown, name: string): readonly Json[] =>
  isJson(json) ? listOf(json.extension).filter(({ url }) => `${url}`.split('/').at(-1) === name) : [];

export const keyOf = (json: Json, prefix: string) => Object.keys(json).find((key) => key.startsWith(prefix)) ?? '';
/** The one `value[x]` of an element, whatever its type. */
export const valueOf = (json: Json | undefined): unknown => json?.[keyOf(json, 'value')];
export const extensionValue = (json: Json, name: string) => valueOf(extensionsOf(json, name)[0]);

/** What is true of the whole Questionnaire while its items are read. */
export class Reader {
  readonly problems: LoadProblem[] = [];
  /** Every condition that was read, to be looked at once all items are known. */
  readonly conditions: ReadCondition[] = [];
  /** Whether any text was found in the wanted language. */
  translated = false;
  /** linkId of the item that is being read. */
  linkId = '';

  constructor(
    readonly contained: readonly Json[],
    readonly language: string,
  ) {}

  report(reason: string, linkId = this.linkId) {
    this.problems.push({ linkId, reason });
  }

  /** Reports every field that is unknown or of a wrong type, so that none is overlooked in silence. */
  check(json: Json, shape: Shape) {
    for (const [key, value] of Object.entries(json)) {
      const kind = Object.hasOwn(shape, key) ? shape[key] : undefined;
      const actual = Array.isArray(value) && value.every(isJson) ? 'list' : typeof value;
      if (kind === undefined && key[0] !== '_') this.report(`"${key}" is not supported`);
      else if (kind && kind !== actual) this.report(`"${key}" is not a ${kind}`);
    }
  }

  /** A text in the wanted language where FHIR's translation extension has it, or else as it stands. */
  words(json: Json, key: string): string {
    const { language } = this;
    const translations = extensionsOf(json[`_${key}`], 'translation');
    const inLanguage = (wanted: string) =>
      translations.find((each) => wanted && extensionValue(each, 'lang') === wanted);
    const found = inLanguage(language) ?? inLanguage(language.split('-')[0] ?? '');
    if (found) this.translated = true;
    return `${(found && extensionValue(found, 'content')) ?? json[key] ?? ''}`;
  }
}
