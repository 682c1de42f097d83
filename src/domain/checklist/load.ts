import { readItem } from './load/item.ts';
import { isJson, listOf, Reader } from './load/reader.ts';
import { checkReferences } from './load/references.ts';
import type { Loaded, Questionnaire } from './questionnaire.ts';

/** Deeper than any sensible Questionnaire, and far from what recursion can bear. */
const deepest = 60;

/** Extensions that change what is asked in ways that are not reckoned here; and ours where they are misspelt. */
const refused =
  /(enableWhen|calculated|answer|Toggle|cqf-)Expression$|onstraint$|criticalExtension$|\/screening-(?!(outcome|services)$)/i;

/**
 * Reads a FHIR R4 Questionnaire whole, in a language of its translations if it has that, or says everything that keeps
 * it from being used. A question that is not understood is never left out: the patient would not be screened by it.
 */
export const loadQuestionnaire = (json: unknown, language = ''): Loaded => understood(json, inspected(json, language));

/** Half of the work, for whoever has to let a page go on between the halves: a reader that has looked everywhere. */
export function inspected(json: unknown, language: string): Reader {
  const reader = new Reader(isJson(json) ? listOf(json.contained) : [], language);
  attempt(reader, () => isJson(json) && inspect(json, '', reader));
  return reader;
}

/** The other half. */
export function understood(json: unknown, reader: Reader): Loaded {
  const questionnaire = attempt(reader, () => read(json, reader));
  return questionnaire && !reader.problems[0] ? { questionnaire } : { problems: reader.problems };
}

function attempt<Made>(reader: Reader, make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    reader.report(`${error}`);
    return undefined;
  }
}

function read(json: unknown, reader: Reader): Questionnaire {
  if (!isJson(json) || json.resourceType !== 'Questionnaire') throw new TypeError('resourceType');
  reader.check({ item: json.item });
  const items = listOf(json.item).map((item) => readItem(item, reader));
  reader.linkId = '';
  reader.reportAll({ implicitRules: json.implicitRules, item: items.length === 0 });
  checkReferences(items, reader);
  const { url, version } = json;
  return {
    canonical: [url, version].filter(Boolean).join('|'),
    title: reader.words(json, 'title'),
    status: `${json.status ?? ''}`,
    items,
  };
}

/** Looks everywhere for what must not be ignored, wherever it stands. */
function inspect(node: object, within: string, reader: Reader, depth = 0) {
  if (depth > deepest) throw new RangeError('depth');
  const linkId = isJson(node) && typeof node.linkId === 'string' ? node.linkId : within;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'modifierExtension') reader.report(key, linkId);
    if (key === 'url' && refused.test(`${value}`)) reader.report(`extension ${value}`, linkId);
    if (typeof value === 'object' && value) inspect(value, linkId, reader, depth + 1);
  }
}
