import type { QuestionnaireResponse } from '../../contract/response.ts';
import { ask, itemsOf, type Asked } from './asked.ts';
import { judge } from './evaluate.ts';
import type { Answers, AnswerValue, Item, Questionnaire, ScreeningContext } from './questionnaire.ts';

type ResponseItem = QuestionnaireResponse['item'][number];
type ResponseAnswer = NonNullable<ResponseItem['answer']>[number];

interface ResponseContext extends Pick<ScreeningContext, 'services'> {
  readonly authored?: string | undefined;
}

/** The answers as a FHIR R4 QuestionnaireResponse: what was asked and answered, in the Questionnaire's own order and depth. */
export function toResponse(
  questionnaire: Questionnaire,
  answers: Answers,
  { services, authored }: ResponseContext,
): QuestionnaireResponse {
  const asked = ask(questionnaire, answers, services);
  const { missing, errors } = judge(asked);
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: questionnaire.canonical,
    status: missing.length + errors.length > 0 ? 'in-progress' : 'completed',
    ...(authored && { authored }),
    item: written(questionnaire.items, asked),
  };
}

/** Children of a group stand in its items, children of a question in its answer, even where that has no value. */
const written = (items: readonly Item[], asked: ReadonlyMap<string, Asked>): ResponseItem[] =>
  items.flatMap(({ linkId, text, type, items: inner }) => {
    const each = asked.get(linkId);
    if (!each || type === 'display') return [];
    const item = written(inner, asked);
    const nested = item.length > 0 ? { item } : {};
    const named = { linkId, ...(text && { text }) };
    if (type === 'group') return item.length > 0 ? { ...named, item } : [];
    const answer = each.values.map((value, index) => ({ [keyOf(type, value)]: value, ...(index === 0 && nested) }));
    if (answer.length === 0 && item.length > 0) answer.push(nested);
    return answer.length > 0 ? { ...named, answer } : [];
  });

const keyOf = (type: Item['type'], value: AnswerValue) => `value${ends[type] ?? ends[typeof value] ?? 'String'}`;
const ends: Readonly<Record<string, string>> = {
  date: 'Date',
  decimal: 'Decimal',
  boolean: 'Boolean',
  number: 'Integer',
  object: 'Coding',
};

/** Answers by linkId out of a response, wherever they stand in it; what the Questionnaire does not ask is left out. */
export function fromResponse({ items }: Questionnaire, { item }: Pick<QuestionnaireResponse, 'item'>): Answers {
  const known = new Set(itemsOf(items).map(({ linkId }) => linkId));
  const answers = new Map<string, AnswerValue[]>();
  const read = ({ linkId, answer = [], item: inner = [] }: ResponseItem) => {
    const values = answer.flatMap((each) => valueOf(each) ?? []);
    if (known.has(linkId) && values.length > 0) answers.set(linkId, [...(answers.get(linkId) ?? []), ...values]);
    [...inner, ...answer.flatMap((each) => each.item ?? [])].forEach(read);
  };
  item.forEach(read);
  return Object.fromEntries(answers);
}

const valueOf = (answer: ResponseAnswer): AnswerValue | undefined => {
  const [, value] = Object.entries(answer).find(([key]) => key.startsWith('value')) ?? [];
  return value as AnswerValue | undefined;
};
