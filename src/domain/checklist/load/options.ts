/** Answers to choose from: an item's own, or those of a ValueSet that the Questionnaire contains. */
import type { AnswerValue, Option } from '../questionnaire.ts';
import { extensionValue, isJson, keyOf, listOf, valueOf, type Json, type Reader } from './reader.ts';
import { readRules } from './rules.ts';

const shape = {
  id: '',
  extension: 'list',
  modifierExtension: '',
  initialSelected: 'boolean',
  valueCoding: '',
  valueString: 'string',
  valueInteger: 'number',
} as const;

export function readOptions(json: Json, reader: Reader): readonly Option[] {
  const { answerOption, answerValueSet } = json;
  if (answerOption && answerValueSet) reader.report('both answerOption and answerValueSet');
  const given = answerValueSet ? conceptsOf(`${answerValueSet}`, reader) : listOf(answerOption);
  return given.map((option) => readOption(option, reader));
}

function readOption(json: Json, reader: Reader): Option {
  reader.check(json, shape);
  const value = readValue(json);
  const coding = json.valueCoding;
  if (value === undefined) reader.report('an answer to choose has no code');
  return {
    value: value ?? '',
    label:
      (isJson(coding) ? reader.words(coding, 'display') : reader.words(json, keyOf(json, 'value'))) || codeOf(value),
    exclusive: extensionValue(json, 'questionnaire-optionExclusive') === true,
    rules: readRules(json, 'option', reader),
  };
}

/** The `value[x]` of an option or an initial value; of a Coding only what an answer needs. */
export function readValue(json: Json): AnswerValue | undefined {
  const value = valueOf(json);
  if (!isJson(value)) return typeof value === 'object' ? undefined : (value as AnswerValue);
  const strings = ['system', 'code', 'display'].filter((key) => typeof value[key] === 'string');
  return strings.includes('code') ? Object.fromEntries(strings.map((key) => [key, value[key]])) : undefined;
}

const codeOf = (value: AnswerValue | undefined) => (typeof value === 'object' ? (value.code ?? '') : `${value}`);

/** Concepts of a contained ValueSet as options; empty, and reported, unless every one of them is written out. */
function conceptsOf(reference: string, reader: Reader): readonly Json[] {
  const { expansion, compose } = reader.contained.find(({ id }) => reference === `#${id}`) ?? {};
  const expanded = flat(listOf(isJson(expansion) && expansion.contains));
  const concepts = expanded.length > 0 ? expanded : isJson(compose) ? enumerated(compose) : [];
  if (concepts.length === 0)
    reader.report(`answerValueSet "${reference}" is not contained, or does not list its codes`);
  return concepts.map(({ extension, ...valueCoding }) => ({ valueCoding, ...(extension ? { extension } : {}) }));
}

function enumerated({ include, exclude }: Json): readonly Json[] {
  const includes = listOf(include);
  if (exclude || includes.some(({ concept, filter, valueSet }) => !concept || filter || valueSet)) return [];
  return includes.flatMap(({ system, concept }) => listOf(concept).map((each) => ({ system, ...each })));
}

const flat = (concepts: readonly Json[]): readonly Json[] =>
  concepts.flatMap((concept) => [...(concept.abstract ? [] : [concept]), ...flat(listOf(concept.contains))]);
