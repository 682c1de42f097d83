import type { QuestionnaireResponse } from '../../../src/contract/index.ts';

export type ResponseItem = QuestionnaireResponse['item'][number];

/** Every item of a response with all that stands inside it and inside its answers, in order. */
export const responseItems = ({ item }: QuestionnaireResponse): readonly ResponseItem[] => item.flatMap(withInner);

const withInner = (one: ResponseItem): readonly ResponseItem[] => [
  one,
  ...[...(one.item ?? []), ...(one.answer ?? []).flatMap((answer) => answer.item ?? [])].flatMap(withInner),
];

/** A question in the words that the patient has read; undefined where the response does not say. */
export const readAs = (response: QuestionnaireResponse | undefined, linkId: string): string | undefined =>
  response && responseItems(response).find((item) => item.linkId === linkId)?.text;
