import { fits } from '../answer.ts';
import { isQuestion, placesOf, type Place } from '../asked.ts';
import type { Condition, Item } from '../questionnaire.ts';
import type { Reader } from './reader.ts';

/** More than any checklist has, and few enough to be reckoned at every touch. */
const most = 1000;

/** What only the whole Questionnaire shows: ids given twice, conditions and sites that point nowhere, and circles. */
export function checkReferences(items: readonly Item[], reader: Reader) {
  const places = placesOf(items);
  if (places.length > most) throw new RangeError('too many items');
  const questions = new Map(places.map(({ item }) => [item.linkId, item]));
  const seen = new Set<string>();
  for (const { item } of places) {
    reader.linkId = item.linkId;
    if (seen.has(item.linkId)) reader.report('linkId: given twice');
    seen.add(item.linkId);
    for (const condition of item.conditions) {
      const fault = faultOf(condition, questions.get(condition.question));
      if (fault) reader.report(`enableWhen: ${fault}`);
    }
    for (const { site } of [...item.rules, ...item.options.flatMap(({ rules }) => rules)])
      if (site && !questions.has(site)) reader.report(`screening-outcome site: no "${site}"`);
  }
  for (const linkId of circlesIn(places)) reader.report('enableWhen: waits for itself', linkId);
}

/** Why a condition can never be reckoned, if so. */
function faultOf({ question, operator, answer }: Condition, target: Item | undefined): string | undefined {
  if (!target || !isQuestion(target)) return `no question "${question}"`;
  const isNumeric = /^(integer|decimal)$/.test(target.type);
  const isOrdered = isNumeric || target.type === 'date';
  const pattern = isOrdered ? /^(!?=|[<>]=?)$/ : /^!?=$/;
  const isFit =
    operator === 'exists'
      ? typeof answer === 'boolean'
      : pattern.test(operator) && ((typeof answer === 'number' && isNumeric) || fits(target, answer));
  return isFit ? undefined : `"${operator}" or its answer does not fit "${question}"`;
}

/** Items that wait for themselves, or for one that does: each waits for its parent and for what its conditions look at. */
function circlesIn(places: readonly Place[]): readonly string[] {
  let waiting = places;
  for (;;) {
    const ids = new Set(waiting.map(({ item }) => item.linkId));
    const still = waiting.filter(
      ({ item, parent }) =>
        (parent && ids.has(parent.item.linkId)) || item.conditions.some(({ question }) => ids.has(question)),
    );
    if (still.length === waiting.length) return [...ids];
    waiting = still;
  }
}
