/** Answers to choose from: an item's own, or those of a ValueSet that the Questionnaire contains. */
import { isCoding } from '../answer.ts';
import type { AnswerValue, Option } from '../questionnaire.ts';
import { extensionValue, isJson, listOf, valueOf, type Json, type Reader } from './reader.ts';
import { readRules } from './rules.ts';

export function readOptions({ answerOption, answerValueSet }: Json, reader: Reader): readonly Option[] {
  reader.reportAll({ answerValueSet: answerOption && answerValueSet });
  const valueSet = reader.contained.find(({ id }) => answerValueSet === `#${id}`);
  return (valueSet ? conceptsOf(valueSet) : listOf(answerOption)).map((option) => readOption(option, reader));
}

function readOption(json: Json, reader: Reader): Option {
  reader.check(json);
  const value = readValue(valueOf(json));
  const coding = json.valueCoding;
  reader.reportAll({ answerOption: value === undefined });
  return {
    value: value ?? '',
    label: isJson(coding) ? reader.words(coding, 'display') || `${coding.code}` : reader.words(json),
    exclusive: extensionValue(json, 'questionnaire-optionExclusive') === true,
    rules: readRules(json, 'option', reader),
  };
}

/** A value as answers have it; of a Coding only what an answer needs, undefined without a code. */
export function readValue(value: unknown): AnswerValue | undefined {
  if (!isCoding(value)) return value as AnswerValue;
  const { system, code, display } = value;
  if (typeof code !== 'string') return undefined;
  return { ...(typeof system === 'string' && { system }), code, ...(typeof display === 'string' && { display }) };
}

/** Concepts of a ValueSet as options; none unless every one of them is written out. */
function conceptsOf({ expansion, compose }: Json): readonly Json[] {
  const expanded = isJson(expansion) ? flat(listOf(expansion.contains)) : [];
  const concepts = expanded.length === 0 && isJson(compose) ? enumerated(compose) : expanded;
  return concepts.map(({ extension = [], ...valueCoding }) => ({ valueCoding, extension }));
}

const flat = (concepts: readonly Json[]): readonly Json[] =>
  concepts.flatMap((concept) => [...(concept.abstract ? [] : [concept]), ...flat(listOf(concept.contains))]);

function enumerated({ include, exclude }: Json): readonly Json[] {
  const includes = listOf(include);
  if (exclude || includes.some(({ concept, filter, valueSet }) => !concept || filter || valueSet)) return [];
  return includes.flatMap(({ system, concept }) => listOf(concept).map((each) => ({ system, ...each })));
}
