/** Small Questionnaires for tests, written as FHIR writes them. */
import { loadQuestionnaire } from '../../../src/domain/checklist/index.ts';
import type { AnswerValue, LoadProblem, Questionnaire } from '../../../src/domain/checklist/index.ts';

export type Json = Record<string, unknown>;

export const resource = (items: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Questionnaire',
  url: 'https://clinic.example/fhir/Questionnaire/q',
  version: '3',
  status: 'active',
  item: items,
  ...more,
});

export function loaded(items: readonly Json[], more: Json = {}, language?: string): Questionnaire {
  const { questionnaire, problems } = loadQuestionnaire(resource(items, more), language);
  if (!questionnaire) throw new Error(problems.map(({ linkId, reason }) => `${linkId}: ${reason}`).join('\n'));
  return questionnaire;
}

export const problemsOf = (json: unknown): readonly LoadProblem[] => loadQuestionnaire(json).problems ?? [];

const core = 'http://hl7.org/fhir/StructureDefinition';
export const extension = (name: string, value: Json): Json => ({ url: `${core}/${name}`, ...value });
export const exclusive = extension('questionnaire-optionExclusive', { valueBoolean: true });
export const hidden = extension('questionnaire-hidden', { valueBoolean: true });

/** The screening extension, written as an object: `{ outcome: 'call', urgency: 'clinic', services: ['all'] }`. */
export const rule = (fields: Json): Json => ({
  url: 'https://myo-booking.example/fhir/screening-outcome',
  extension: Object.entries(fields).flatMap(([url, value]) => [value].flat().map((each) => ({ url, ...typed(each) }))),
});
const typed = (value: unknown): Json => {
  if (typeof value === 'number') return { valueInteger: value };
  return typeof value === 'boolean' ? { valueBoolean: value } : { valueString: value };
};
export const onlyFor = (code: string): Json => ({
  url: 'https://myo-booking.example/fhir/screening-services',
  valueCode: code,
});

export const code = (value: string): AnswerValue => ({ system: 'urn:test', code: value });
export const option = (value: string, ...extensions: readonly Json[]): Json => ({
  valueCoding: { system: 'urn:test', code: value, display: value },
  ...(extensions.length > 0 && { extension: extensions }),
});
export const choice = (linkId: string, options: readonly Json[], more: Json = {}): Json => ({
  linkId,
  type: 'choice',
  text: linkId,
  answerOption: options,
  ...more,
});
export const when = (question: string, operator: string, answer: Json): Json => ({ question, operator, ...answer });
