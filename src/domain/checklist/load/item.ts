import { isDay } from '../../day.ts';
import { isSafePattern } from '../../pattern.ts';
import { screens } from '../evaluate.ts';
import { itemTypes, type Condition, type Item } from '../questionnaire.ts';
import { readOptions, readValue } from './options.ts';
import { extensionsOf, extensionValue, isJson, keyOf, listOf, valueOf, type Json, type Reader } from './reader.ts';
import { readRules, readServices } from './rules.ts';

/** How an item wants to be shown; what is not known here is shown as its type is. */
const controlOf = (json: Json) => {
  const control = extensionValue(json, 'questionnaire-itemControl');
  return listOf(isJson(control) && control.coding)
    .map(({ code }) => `${code}`)
    .find((code) => /^(drop-down|slider|help|body-map)$/.test(code));
};

/** Text that explains its question, rather than one that stands by itself or comes and goes. */
const isHelp = (json: Json) => json.type === 'display' && !json.enableWhen && !json.item && controlOf(json) === 'help';

/** Reads an item with everything inside it; what stands inside a hidden one is hidden too. */
export function readItem(json: Json, reader: Reader, within = false): Item {
  const linkId = typeof json.linkId === 'string' ? json.linkId : '';
  reader.linkId = linkId;
  reader.check(json);
  const type = itemTypes.find((each) => each === json.type);

  const inside = listOf(json.item);
  const children = inside.filter((child) => !isHelp(child));
  const initial = [...listOf(json.initial), ...listOf(json.answerOption).filter((option) => option.initialSelected)];
  const hidden = within || extensionValue(json, 'questionnaire-hidden') === true;
  const readOnly = json.readOnly === true;
  const fixed = hidden || readOnly ? initial.flatMap((each) => readValue(valueOf(each)) ?? []) : [];
  const item: Item = {
    linkId,
    type: type ?? 'display',
    text: reader.words(json, 'text'),
    help: inside
      .filter(isHelp)
      .map((help) => reader.words(help, 'text'))
      .join(' '),
    required: json.required === true,
    repeats: json.repeats === true,
    hidden,
    readOnly,
    fixed,
    options: readOptions(json, reader),
    conditions: readConditions(json, reader),
    enableBehavior: json.enableBehavior === 'any' ? 'any' : 'all',
    services: readServices(json, reader),
    rules: readRules(json, type ?? 'choice', reader),
    ...readLimits(json, reader),
    items: [],
  };
  const { repeats, required, options, minOccurs, maxOccurs } = item;
  const hasItems = children.length > 0;
  const isChoice = type?.endsWith('choice');
  const isScreening = screens(item);
  const isPrefilled = initial.length + extensionsOf(json, 'sdc-questionnaire-initialExpression').length > 0;
  reader.reportAll({
    linkId: !linkId.trim(),
    [`type ${json.type}`]: !type,
    item: type === 'group' ? !hasItems : type === 'display' && hasItems,
    answerOption: type && (isChoice ? options.length + fixed.length === 0 : options.length > 0),
    repeats: repeats && (!isChoice || hasItems),
    minOccurs: !repeats && (minOccurs ?? maxOccurs) !== undefined,
    hidden: (hidden || readOnly) && (isScreening || (required && fixed.length === 0)),
    initial: isScreening && isPrefilled,
  });
  return { ...item, items: children.map((child) => readItem(child, reader, hidden)) };
}

const readConditions = (json: Json, reader: Reader): readonly Condition[] =>
  listOf(json.enableWhen).map((each, _, { length }) => {
    reader.check(each);
    reader.reportAll({ enableBehavior: length > 1 && !/^(all|any)$/.test(`${json.enableBehavior}`) });
    const { question, operator } = each;
    return { question, operator, answer: readValue(each[keyOf(each, 'answer')]) } as Condition;
  });

/** How an item wants to be shown, and within what its answers must lie. */
function readLimits(json: Json, reader: Reader): Partial<Item> {
  const unit = extensionValue(json, 'questionnaire-unit');
  const limit = (name: string, isFit: Fits) => {
    const value = extensionValue(json, name);
    reader.reportAll({ [name]: value !== undefined && !isFit(value, json.type) });
    return value;
  };
  return {
    control: controlOf(json),
    unit: isJson(unit) ? reader.words(unit, 'display') || unit.code : undefined,
    min: limit('minValue', isBound),
    max: limit('maxValue', isBound),
    minLength: limit('minLength', isCount),
    maxLength: json.maxLength,
    minOccurs: limit('questionnaire-minOccurs', isCount),
    maxOccurs: limit('questionnaire-maxOccurs', isCount),
    pattern: limit('regex', isPattern),
  } as Partial<Item>;
}

type Fits = (value: unknown, type: unknown) => boolean;
const isCount: Fits = (value) => Number.isInteger(value);
const isBound: Fits = (value, type) =>
  type === 'date' ? isDay(`${value}`) : /^(integer|decimal)$/.test(`${type}`) && Number.isFinite(value);

const isPattern: Fits = (value) => typeof value === 'string' && isSafePattern(value);
