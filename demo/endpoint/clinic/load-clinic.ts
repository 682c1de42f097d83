import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { Catalog } from '../../../src/contract/index.ts';
import { checkReferences } from './check-references.ts';
import { ClinicData } from './clinic-data.ts';
import { readDataFile, type DataFile } from './data-file.ts';
import { loadChecklist, type Checklist } from './load-checklist.ts';
import { translate, unknownPlaces, type Translation } from './translate.ts';
import { unknownFields } from './unknown-fields.ts';

/** A clinic that is ready to be booked: its data in each of its languages, the first one being its own. */
export interface Clinic {
  readonly id: string;
  readonly languages: readonly string[];
  readonly data: ClinicData;
  /** The longer forms that it wants before a visit, for some services or, where none is named, for all. */
  readonly forms: readonly { readonly services: readonly string[] | undefined; readonly form: Checklist }[];
  /** The data with the words of one of `languages`. */
  dataIn(language: string): ClinicData;
  /** What `GET /catalog` answers; what only the endpoint may know is not in it. */
  catalogIn(language: string): Catalog;
}

/** What this endpoint can do for a clinic beyond the calls that every endpoint has. */
const supportsOf = ({ messages, waitlist, services }: ClinicData) => [
  'manage',
  ...(services.some(({ parts }) => parts) ? ['visits'] : []),
  'clearance',
  ...(messages.desk ? ['callbacks'] : []),
  ...(waitlist ? ['waitlist'] : []),
];

/** Reads a clinic from its file, and its translations from the files beside it: `cedar.json`, `cedar.es.json`. */
export function loadClinic(file: string): Clinic {
  const own = readDataFile(file);
  const beside: Record<string, DataFile> = {};
  for (const language of languagesOf(own.json)) {
    const translation = file.replace(/(\.json)?$/, `.${language}.json`);
    if (existsSync(translation)) beside[language] = readDataFile(translation);
  }
  const translations = Object.entries(beside).map(([language, { json }]) => [language, json as Translation]);
  const place: Place = (pointer, language) => `${(language ? beside[language] : own)?.placeOf(pointer)}: `;
  return readClinic(own.json, Object.fromEntries(translations), file, place);
}

/** Says where a part of the clinic's data, or of one of its translations, is written. */
type Place = (pointer: string, language?: string) => string;

/** Makes a clinic of plain data; everything that is wrong with it is in one error, each with its path. */
export function readClinic(
  json: unknown,
  translations: Readonly<Record<string, Translation>> = {},
  name = 'the clinic',
  place: Place = () => '',
): Clinic {
  const refuse = (problems: readonly string[]) => {
    if (problems.length > 0)
      throw new Error(`${name} cannot be used:\n${problems.map((one) => `  ${one}`).join('\n')}`);
  };
  const located = (problem: string) => place(problem.split(': ', 1)[0]!) + problem;
  const read = v.safeParse(ClinicData, json);
  if (!read.success) refuse(read.issues.map(explain).map(located));
  const data = read.output as ClinicData;
  const unread = unknownFields(json, data).map((pointer) => `${pointer}: nobody reads this; is it misspelt?`);
  const lost = Object.entries(translations).flatMap(([language, words]) =>
    unknownPlaces(data, words).map(
      (path) => `${place(`/${path.replaceAll('/', '~1')}`, language)}${language}: there is no text at ${path}`,
    ),
  );
  refuse([...[...unread, ...checkReferences(data)].map(located), ...lost]);

  const languages = data.clinic.languages ?? ['en'];
  const inLanguage = new Map(languages.map((language) => [language, translate(data, translations[language] ?? {})]));
  const dataIn = (language: string) => inLanguage.get(language) ?? data;
  return {
    id: data.clinic.id,
    languages,
    data,
    forms: data.forms.map(({ services, questionnaire }) => ({
      services,
      form: loadChecklist(questionnaire, languages),
    })),
    dataIn,
    catalogIn: (language) => catalogOf(dataIn(language)),
  };
}

/** What of a clinic's data everybody may see. */
const catalogOf = (data: ClinicData): Catalog =>
  v.parse(Catalog, { contract: '1', supports: supportsOf(data), ...data });

function explain({ path, expected, received }: v.BaseIssue<unknown>): string {
  const pointer = `/${path?.map(({ key }) => String(key)).join('/') ?? ''}`;
  if (received === 'undefined') return `${pointer}: is missing`;
  return `${pointer}: expected ${expected ?? 'another value'}, found ${received}`;
}

const languagesOf = (json: unknown): readonly string[] => {
  const read = v.safeParse(v.object({ clinic: v.object({ languages: v.array(v.string()) }) }), json);
  return read.success ? read.output.clinic.languages : [];
};
