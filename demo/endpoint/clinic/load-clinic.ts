import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Catalog } from '../../../src/contract/index.ts';
import { checkReferences } from './check-references.ts';
import { ClinicData } from './clinic-data.ts';
import { translate, unknownPlaces, type Translation } from './translate.ts';

/** A clinic that is ready to be booked: its data in each of its languages, the first one being its own. */
export interface Clinic {
  readonly id: string;
  readonly languages: readonly string[];
  readonly data: ClinicData;
  /** The data with the words of one of `languages`. */
  dataIn(language: string): ClinicData;
  /** What `GET /catalog` answers; what only the endpoint may know is not in it. */
  catalogIn(language: string): Catalog;
}

/** What this endpoint can do for a clinic beyond the calls that every endpoint has. */
const supportsOf = ({ messages, waitlist }: ClinicData) => [
  'clearance',
  ...(messages.desk ? ['callbacks'] : []),
  ...(waitlist ? ['waitlist'] : []),
];

/** Reads a clinic from its file, and its translations from the files beside it: `cedar.json`, `cedar.es.json`. */
export function loadClinic(file: string): Clinic {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const translations: Record<string, Translation> = {};
  for (const language of languagesOf(json)) {
    const beside = file.replace(/(\.json)?$/, `.${language}.json`);
    if (existsSync(beside)) translations[language] = JSON.parse(readFileSync(beside, 'utf8')) as Translation;
  }
  return readClinic(json, translations, file);
}

/** Makes a clinic of plain data; everything that is wrong with it is in one error, each with its path. */
export function readClinic(
  json: unknown,
  translations: Readonly<Record<string, Translation>> = {},
  name = 'the clinic',
): Clinic {
  const read = v.safeParse(ClinicData, json);
  if (!read.success) throw refusal(name, read.issues.map(explain));
  const data: ClinicData = read.output;
  const lost = Object.entries(translations).flatMap(([language, words]) =>
    unknownPlaces(data, words).map((path) => `${language}: there is no text at ${path}`),
  );
  const problems = [...checkReferences(data), ...lost];
  if (problems.length > 0) throw refusal(name, problems);

  const languages = data.clinic.languages ?? ['en'];
  const inLanguage = new Map(languages.map((language) => [language, translate(data, translations[language] ?? {})]));
  const dataIn = (language: string) => inLanguage.get(language) ?? data;
  return {
    id: data.clinic.id,
    languages,
    data,
    dataIn,
    catalogIn: (language) => v.parse(Catalog, { contract: '1', supports: supportsOf(data), ...dataIn(language) }),
  };
}

const explain = (issue: v.BaseIssue<unknown>) =>
  `/${issue.path?.map(({ key }) => String(key)).join('/') ?? ''}: expected ${issue.expected ?? 'another value'}`;

const refusal = (name: string, problems: readonly string[]) =>
  new Error(`${name} cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);

const languagesOf = (json: unknown): readonly string[] => {
  const read = v.safeParse(v.object({ clinic: v.object({ languages: v.array(v.string()) }) }), json);
  return read.success ? read.output.clinic.languages : [];
};
