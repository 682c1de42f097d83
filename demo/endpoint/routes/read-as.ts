import type { QuestionnaireResponse } from '../../../src/contract/index.ts';

/** A question in the words that the patient has read; undefined where the response does not say. */
export const readAs = (response: QuestionnaireResponse | undefined, linkId: string): string | undefined =>
  textIn(response?.item, linkId);

const textIn = (items: QuestionnaireResponse['item'] = [], linkId: string): string | undefined =>
  items
    .map(({ linkId: id, text, item, answer = [] }) =>
      id === linkId ? text : textIn([...(item ?? []), ...answer.flatMap((one) => one.item ?? [])], linkId),
    )
    .find((text) => text !== undefined);
