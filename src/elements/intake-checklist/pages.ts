import type { Item, Questionnaire } from '../../domain/checklist/questionnaire.ts';

/** What is asked at a time: each group on top is a page, questions that stand loose between groups share one. */
export function pagesOf({ items }: Questionnaire, enabled: ReadonlySet<string>): readonly (readonly Item[])[] {
  const pages: Item[][] = [];
  let loose: Item[] | undefined;
  for (const item of items.filter((one) => asksSomething(one, enabled))) {
    if (item.type !== 'group' && loose) loose.push(item);
    else pages.push((loose = [item]));
    if (item.type === 'group') loose = undefined;
  }
  return pages;
}

const asksSomething = ({ linkId, type, hidden, items }: Item, enabled: ReadonlySet<string>): boolean =>
  enabled.has(linkId) && !hidden && (type !== 'group' || items.some((item) => asksSomething(item, enabled)));
