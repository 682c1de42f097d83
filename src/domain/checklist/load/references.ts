import { fits } from '../answer.ts';
import { itemsOf } from '../asked.ts';
import type { Item, ItemType } from '../questionnaire.ts';
import type { ReadCondition } from './conditions.ts';
import type { Reader } from './reader.ts';

/** More than any checklist has, and few enough to be reckoned at every touch. */
const most = 1000;

/** Which `answer[x]` a question of a type can be compared with. */
const kinds: Readonly<Partial<Record<ItemType, string>>> = {
  boolean: 'Boolean',
  integer: 'Integer Decimal',
  decimal: 'Integer Decimal',
  date: 'Date',
  string: 'String',
  text: 'String',
  choice: 'Coding String Integer',
  'open-choice': 'Coding String Integer',
};
const ordered: readonly ItemType[] = ['integer', 'decimal', 'date'];

/** What only the whole Questionnaire shows: ids given twice, conditions and sites that point nowhere, and circles. */
export function checkReferences(items: readonly Item[], reader: Reader) {
  const all = itemsOf(items);
  const byId = new Map<string, Item>();
  if (all.length > most) reader.report(`more than ${most} items`, '');
  for (const item of all) {
    if (byId.has(item.linkId)) reader.report('linkId is given twice', item.linkId);
    byId.set(item.linkId, item);
  }
  for (const condition of reader.conditions) {
    const reason = fault(condition, byId.get(condition.question));
    if (reason) reader.report(`enableWhen: ${reason}`, condition.linkId);
  }
  for (const { linkId, rules, options } of all)
    for (const { site } of [...rules, ...options.flatMap((option) => option.rules)])
      if (site !== undefined && !kinds[byId.get(site)?.type ?? 'group'])
        reader.report(`rule: site "${site}" is no question`, linkId);
  checkCircles(all, reader);
}

/** Why a condition cannot be reckoned, if so. */
function fault({ question, operator, kind, answer }: ReadCondition, target: Item | undefined): string | undefined {
  const type = target?.type ?? 'group';
  const fitting = kinds[type];
  if (!target || !fitting) return `"${question}" is no question`;
  if (target.hidden && !target.fixed?.length) return `"${question}" is hidden, so it never has an answer`;
  if (operator === 'exists') return kind === 'Boolean' ? undefined : '"exists" needs answerBoolean';
  if (!fitting.split(' ').includes(kind)) return `answer${kind} does not fit "${question}" (${type})`;
  if (!/^!?=$/.test(operator) && !ordered.includes(type)) return `"${operator}" does not fit "${question}" (${type})`;
  if (typeof answer !== 'number' && !fits(target, answer)) return `"${question}" cannot have such an answer`;
  return undefined;
}

/** An item waits for its parent, and for the questions that its conditions look at. */
function checkCircles(all: readonly Item[], reader: Reader) {
  const waits = new Map(all.map(({ linkId, conditions }) => [linkId, conditions.map(({ question }) => question)]));
  for (const { linkId, items } of all) for (const child of items) waits.get(child.linkId)?.push(linkId);

  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (linkId: string) => {
    open.add(linkId);
    for (const next of waits.get(linkId) ?? []) {
      if (open.has(next)) reader.report('enableWhen: runs in a circle', linkId);
      else if (!done.has(next)) visit(next);
    }
    open.delete(linkId);
    done.add(linkId);
  };
  for (const linkId of waits.keys()) if (!done.has(linkId)) visit(linkId);
}
