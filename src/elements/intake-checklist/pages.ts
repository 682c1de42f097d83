import { itemsOf } from '../../domain/checklist/asked.ts';
import type { Evaluation, Item, Questionnaire } from '../../domain/checklist/questionnaire.ts';

type Page = readonly Item[];

/** What is asked at a time: each group on top is a page, questions that stand loose between groups share one. */
export function pagesOf({ items }: Questionnaire, enabled: ReadonlySet<string>): readonly Page[] {
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

/** Whether a question stands on a page. */
export const isOn = (page: Page, linkId: string) => itemsOf(page).some((item) => item.linkId === linkId);

/** linkIds of a page that still want an answer, or a better one, in order. */
export function openOn(page: Page, { missing, errors }: Evaluation): readonly string[] {
  const open = [...missing, ...errors.map(({ linkId }) => linkId)];
  return itemsOf(page).flatMap(({ linkId }) => (open.includes(linkId) ? linkId : []));
}
