import { fits } from '../answer.ts';
import { isQuestion, placesOf, type Place } from '../asked.ts';
import type { Condition, Item } from '../questionnaire.ts';
import type { Reader } from './reader.ts';

/** More than any checklist has, and few enough to be reckoned at every touch. */
const most = 1000;

/** What only the whole Questionnaire shows: ids given twice, conditions and sites that point nowhere, and circles. */
export function checkReferences(items: readonly Item[], reader: Reader) {
  const places = placesOf(items);
  if (places.length > most) throw new RangeError('size');
  const questions = new Map(places.map(({ item }) => [item.linkId, item]));
  const seen = new Set<string>();
  for (const { item } of places) {
    reader.linkId = item.linkId;
    reader.reportAll({ linkId: seen.has(item.linkId) });
    seen.add(item.linkId);
    for (const condition of item.conditions)
      reader.reportAll({
        [`enableWhen ${condition.question}`]: !isSound(condition, questions.get(condition.question)),
      });
    for (const { site } of [item, ...item.options].flatMap(({ rules }) => rules))
      reader.reportAll({ 'screening-outcome site': site && !questions.has(site) });
  }
  for (const linkId of circlesIn(places)) reader.report('enableWhen', linkId);
}

/** Whether a condition can be reckoned: its question is there, and both operator and answer fit that. */
function isSound({ operator, answer }: Condition, target: Item | undefined): boolean {
  if (!target || !isQuestion(target)) return false;
  const isNumeric = /^(integer|decimal)$/.test(target.type);
  const isOrdered = isNumeric || target.type === 'date';
  const pattern = isOrdered ? /^(!?=|[<>]=?)$/ : /^!?=$/;
  if (operator === 'exists') return typeof answer === 'boolean';
  return pattern.test(operator) && ((typeof answer === 'number' && isNumeric) || fits(target, answer));
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
