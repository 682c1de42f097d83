import type { LoadProblem } from './questionnaire.ts';

/** Where rules are read: at an item, at an answer, at a concept of a contained ValueSet. */
const read = /(item|answerOption|concept|contains),\d+,extension,\d+$/;

/**
 * Screening rules that stand where nobody reads them (at a `valueCoding` instead of its answer, say). FHIR lets an
 * extension stand anywhere, so a Questionnaire with them loads; whoever serves one for screening must refuse it.
 */
export function misplacedRules(questionnaire: unknown): readonly LoadProblem[] {
  return extensionsIn(questionnaire)
    .filter(({ path, url }) => /\/screening-(outcome|services)$/.test(url) && !isRead(path, url))
    .map(({ linkId, url }) => ({ linkId, reason: `misplaced ${url.slice(url.lastIndexOf('/') + 1)}` }));
}

const isRead = (path: readonly string[], url: string) =>
  read.test(`${path}`) && (url.endsWith('outcome') || path.at(-4) === 'item');

interface Extension {
  readonly path: readonly string[];
  readonly linkId: string;
  readonly url: string;
}

function extensionsIn(node: unknown, path: readonly string[] = [], within = ''): readonly Extension[] {
  if (typeof node !== 'object' || node === null) return [];
  const { linkId = within, url } = node as { readonly linkId?: string; readonly url?: unknown };
  const own = typeof url === 'string' ? [{ path, linkId, url }] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => extensionsIn(value, [...path, key], linkId))];
}
