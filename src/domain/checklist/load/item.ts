import { isDay } from '../../day.ts';
import { screens } from '../evaluate.ts';
import { itemTypes, type Condition, type Item, type ItemControl } from '../questionnaire.ts';
import { readOptions, readValue } from './options.ts';
import { extensionsOf, extensionValue, isJson, keyOf, listOf, valueOf, type Json, type Reader } from './reader.ts';
import { readRules, readServices } from './rules.ts';

const controls: readonly unknown[] = [
  'radio-button',
  'check-box',
  'drop-down',
  'slider',
  'text-box',
  'help',
] satisfies ItemControl[];

const controlOf = (json: Json) => {
  const control = extensionValue(json, 'questionnaire-itemControl');
  const codes = listOf(isJson(control) && control.coding).map(({ code }) => code);
  return codes.find((code) => controls.includes(code));
};

/** Text that explains its question, rather than one that stands by itself or comes and goes. */
const isHelp = (json: Json) => json.type === 'display' && !json.enableWhen && !json.item && controlOf(json) === 'help';

/** Reads an item with everything inside it; what stands inside a hidden one is hidden too. */
export function readItem(json: Json, reader: Reader, within = false): Item {
  const linkId = typeof json.linkId === 'string' ? json.linkId : '';
  reader.linkId = linkId;
  reader.check(json);
  if (!linkId.trim()) reader.report('linkId: missing');
  const type = itemTypes.find((each) => each === json.type);
  if (!type) reader.report(`type: "${json.type}" is not supported`);

  const inside = listOf(json.item);
  const children = inside.filter((child) => !isHelp(child));
  const initial = [...listOf(json.initial), ...listOf(json.answerOption).filter((option) => option.initialSelected)];
  const hidden = within || extensionValue(json, 'questionnaire-hidden') === true;
  const readOnly = json.readOnly === true;
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
    fixed: hidden || readOnly ? initial.flatMap((each) => readValue(valueOf(each)) ?? []) : [],
    options: readOptions(json, reader),
    conditions: readConditions(json, reader),
    enableBehavior: json.enableBehavior === 'any' ? 'any' : 'all',
    services: readServices(json, reader),
    rules: readRules(json, type ?? 'choice', reader),
    ...readLimits(json, reader),
    items: [],
  };
  const isPrefilled = initial.length + extensionsOf(json, 'sdc-questionnaire-initialExpression').length > 0;
  if (type) refuse(item, children.length > 0, isPrefilled, reader);
  return { ...item, items: children.map((child) => readItem(child, reader, hidden)) };
}

const readConditions = (json: Json, reader: Reader): readonly Condition[] =>
  listOf(json.enableWhen).map((each, _, { length }) => {
    reader.check(each);
    if (length > 1 && !/^(all|any)$/.test(`${json.enableBehavior}`)) reader.report('enableBehavior: missing');
    const { question, operator } = each;
    return { question, operator, answer: readValue(each[keyOf(each, 'answer')]) } as Condition;
  });

/** How an item wants to be shown, and within what its answers must lie. */
function readLimits(json: Json, reader: Reader): Partial<Item> {
  const [format] = extensionsOf(json, 'entryFormat');
  const unit = extensionValue(json, 'questionnaire-unit');
  const read: Record<string, unknown> = { control: controlOf(json), maxLength: json.maxLength };
  if (format) read.entryFormat = reader.words(format);
  if (isJson(unit)) read.unit = reader.words(unit, 'display') || unit.code;
  for (const [field, name, isFit] of limits) {
    const value = extensionValue(json, name);
    if (value !== undefined && !isFit(value, json.type)) reader.report(`${name}: does not fit`);
    read[field] = value;
  }
  return read;
}

type Fits = (value: unknown, type: unknown) => boolean;
const isCount: Fits = (value) => Number.isInteger(value);
const isBound: Fits = (value, type) =>
  type === 'date' ? isDay(`${value}`) : /^(integer|decimal)$/.test(`${type}`) && Number.isFinite(value);

/** A pattern that this browser knows; a repeated repetition is refused, for it can keep the page busy for hours. */
const isPattern: Fits = (value) => typeof value === 'string' && !/[+*}]\)[+*{]/.test(value) && !!new RegExp(value);

/** Extensions that limit an answer: the field, the extension's name, and what it may hold. */
const limits: readonly (readonly [keyof Item, name: string, fits: Fits])[] = [
  ['min', 'minValue', isBound],
  ['max', 'maxValue', isBound],
  ['minLength', 'minLength', isCount],
  ['minOccurs', 'questionnaire-minOccurs', isCount],
  ['maxOccurs', 'questionnaire-maxOccurs', isCount],
  ['pattern', 'regex', isPattern],
];

/** Reports what does not go together in one item. */
function refuse(item: Item, hasItems: boolean, isPrefilled: boolean, reader: Reader) {
  const { type, repeats, required, options, fixed = [] } = item;
  const isGroup = type === 'group';
  const isChoice = type.endsWith('choice');
  const isScreening = screens(item);
  const table: readonly (readonly [boolean, string])[] = [
    [isGroup && !hasItems, 'item: an empty group'],
    [type === 'display' && hasItems, 'item: inside a display'],
    [
      isChoice && options.length + fixed.length === 0,
      'answerOption: none, or its ValueSet is not contained or not listed',
    ],
    [!isChoice && options.length > 0, 'answerOption: not on a choice'],
    [repeats && (!isChoice || hasItems), 'repeats: only on a choice without items'],
    [!repeats && (item.minOccurs ?? item.maxOccurs) !== undefined, 'minOccurs, maxOccurs: without repeats'],
    [
      (item.hidden || item.readOnly) && (isScreening || (required && fixed.length === 0)),
      'hidden or readOnly: yet wants an answer',
    ],
    [isScreening && isPrefilled, 'initial: on a screening question'],
  ];
  for (const [is, reason] of table) if (is) reader.report(reason);
}
