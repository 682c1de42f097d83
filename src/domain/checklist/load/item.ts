import { isDay } from '../../day.ts';
import { screens } from '../evaluate.ts';
import { itemTypes, type Item, type ItemControl } from '../questionnaire.ts';
import { readConditions } from './conditions.ts';
import { readOptions, readValue } from './options.ts';
import { extensionsOf, extensionValue, isJson, keyOf, listOf, type Json, type Reader } from './reader.ts';
import { readRules, readServices } from './rules.ts';

const shape = {
  id: '',
  extension: 'list',
  modifierExtension: '',
  linkId: 'string',
  definition: '',
  code: '',
  prefix: '',
  text: 'string',
  type: 'string',
  enableWhen: 'list',
  enableBehavior: 'string',
  required: 'boolean',
  repeats: 'boolean',
  readOnly: 'boolean',
  maxLength: 'number',
  answerValueSet: 'string',
  answerOption: 'list',
  initial: 'list',
  item: 'list',
} as const;

const controls: readonly unknown[] = [
  'radio-button',
  'check-box',
  'drop-down',
  'slider',
  'text-box',
  'help',
] satisfies ItemControl[];

type Fits = (value: unknown, type: unknown) => boolean;
const isCount: Fits = (value) => Number.isInteger(value) && Number(value) >= 0;
const isBound: Fits = (value, type) =>
  type === 'date'
    ? typeof value === 'string' && isDay(value)
    : /^(integer|decimal)$/.test(`${type}`) && Number.isFinite(value);

/** Extensions that limit an answer: the field, the extension's name, and what it may hold. */
const limits: readonly (readonly [keyof Item, name: string, fits: Fits])[] = [
  ['min', 'minValue', isBound],
  ['max', 'maxValue', isBound],
  ['minLength', 'minLength', isCount],
  ['minOccurs', 'questionnaire-minOccurs', isCount],
  ['maxOccurs', 'questionnaire-maxOccurs', isCount],
  ['pattern', 'regex', isPattern],
];

/** A pattern that this browser knows; a repeated repetition is refused, for it can keep the page busy for hours. */
function isPattern(value: unknown): boolean {
  if (typeof value !== 'string' || /[+*}]\)[+*{]/.test(value)) return false;
  try {
    return !!new RegExp(value);
  } catch {
    return false;
  }
}

/** Text that explains its question, rather than one that stands by itself or comes and goes. */
const isHelp = (json: Json) => json.type === 'display' && !json.enableWhen && controlOf(json) === 'help';
const controlOf = (json: Json) => {
  const control = extensionValue(json, 'questionnaire-itemControl');
  const codes = listOf(isJson(control) && control.coding).map(({ code }) => code);
  return controls.find((each) => codes.includes(each));
};

/** Reads an item with everything inside it; what stands inside a hidden one is hidden too. */
export function readItem(json: Json, reader: Reader, within = false): Item {
  const linkId = typeof json.linkId === 'string' ? json.linkId : '';
  reader.linkId = linkId;
  reader.check(json, shape);
  if (!linkId.trim()) reader.report('has no linkId');
  const type = itemTypes.find((each) => each === json.type);
  if (!type) reader.report(`type "${json.type}" is not supported`);

  const helps = listOf(json.item).filter(isHelp);
  const children = listOf(json.item).filter((child) => !isHelp(child));
  const hidden = within || extensionValue(json, 'questionnaire-hidden') === true;
  const readOnly = json.readOnly === true;
  const before = [...listOf(json.initial), ...listOf(json.answerOption).filter((option) => option.initialSelected)];
  const item = {
    linkId,
    type: type ?? 'display',
    text: reader.words(json, 'text'),
    help: helps.map((help) => reader.words(help, 'text')).join(' '),
    required: json.required === true,
    repeats: json.repeats === true,
    hidden,
    readOnly,
    fixed: hidden || readOnly ? before.map((each) => readValue(each) ?? '') : [],
    options: readOptions(json, reader),
    conditions: readConditions(json, reader),
    enableBehavior: json.enableBehavior === 'any' ? ('any' as const) : ('all' as const),
    services: readServices(json, reader),
    rules: readRules(json, type ?? 'choice', reader),
    ...readLimits(json, reader),
  };
  const isPrefilled = before.length > 0 || extensionsOf(json, 'sdc-questionnaire-initialExpression').length > 0;
  if (type) for (const reason of faults({ ...item, items: [] }, children.length, isPrefilled)) reader.report(reason);
  return { ...item, items: children.map((child) => readItem(child, reader, hidden)) };
}

/** How an item wants to be shown, and within what its answers must lie. */
function readLimits(json: Json, reader: Reader): Partial<Item> {
  const [format] = extensionsOf(json, 'entryFormat');
  const unit = extensionValue(json, 'questionnaire-unit');
  const read: Record<string, unknown> = { control: controlOf(json), maxLength: json.maxLength };
  if (format) read.entryFormat = reader.words(format, keyOf(format, 'value'));
  if (isJson(unit)) read.unit = reader.words(unit, 'display') || unit.code;
  for (const [field, name, isFit] of limits) {
    const value = extensionValue(json, name);
    if (value === undefined) continue;
    if (isFit(value, json.type)) read[field] = value;
    else reader.report(`${name} does not fit`);
  }
  return read;
}

/** What is wrong with an item that has all its parts. */
function faults(item: Item, children: number, isPrefilled: boolean): readonly string[] {
  const { type, repeats, options, fixed = [] } = item;
  const isGroup = type === 'group';
  const isChoice = type.endsWith('choice');
  const isShut = item.hidden || item.readOnly;
  const isScreening = screens(item);
  const table: readonly (readonly [boolean, string])[] = [
    [isGroup && children === 0, 'an empty group'],
    [isGroup && repeats, 'a repeating group is not supported'],
    [type === 'display' && children > 0, 'a display has items'],
    [isChoice && options.length + fixed.length === 0, 'has no answers to choose from'],
    [!isChoice && options.length > 0, `a ${type} cannot have answers to choose from`],
    [!isGroup && repeats && (!isChoice || children > 0), 'only a choice without items may repeat'],
    [!repeats && (item.minOccurs ?? item.maxOccurs) !== undefined, 'minOccurs and maxOccurs need repeats'],
    [isShut && (isScreening || (item.required && fixed.length === 0)), 'is hidden or read-only, yet wants an answer'],
    [isScreening && isPrefilled, 'a screening question must not be answered beforehand'],
  ];
  return table.filter(([is]) => is).map(([, reason]) => reason);
}
