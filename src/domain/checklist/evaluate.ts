import { ask, isQuestion, itemsOf, type Asked } from './asked.ts';
import { brokenLimit } from './limits.ts';
import type { Answers, Evaluation, Item, Questionnaire, ScreeningContext } from './questionnaire.ts';

/** Says which questions are asked, which of them want an answer, and which answers break a limit. */
export const evaluate = (
  questionnaire: Questionnaire,
  answers: Answers,
  { services }: Pick<ScreeningContext, 'services'>,
): Evaluation => judge(ask(questionnaire, answers, services));

/** The same of what is known to be asked. */
export function judge(asked: ReadonlyMap<string, Asked>): Evaluation {
  const all = [...asked.values()];
  const wanted = new Set(all.map((each) => wants(each, asked)));
  return {
    enabled: new Set(asked.keys()),
    missing: [...asked.keys()].filter((linkId) => wanted.has(linkId)),
    errors: all.flatMap((each) => {
      const limit = brokenLimit(each);
      return limit ? { linkId: each.item.linkId, limit } : [];
    }),
  };
}

/** Whether an answer can change how the patient may book: such a question is never left out, required or not. */
export const screens = ({ rules, options }: Item) =>
  rules.length > 0 || options.some((option) => option.rules.length > 0);

/** The question that has to be answered because of this item; a required group asks for its first one. */
function wants({ item, values, misfit }: Asked, asked: ReadonlyMap<string, Asked>): string | undefined {
  if (isQuestion(item))
    return values.length === 0 && !misfit && (item.required || screens(item)) ? item.linkId : undefined;
  if (!item.required) return undefined;
  const inside = itemsOf(item.items).filter((each) => isQuestion(each) && asked.has(each.linkId));
  return inside.some(({ linkId }) => asked.get(linkId)?.values.length) ? undefined : inside[0]?.linkId;
}
