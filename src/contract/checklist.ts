import * as v from 'valibot';
import { Id, words } from './values.ts';

/**
 * `GET /checklist`: a FHIR R4 Questionnaire as it is. Only its envelope is looked at here; what may stand inside, and
 * what is refused, is decided by `loadQuestionnaire` in the domain.
 */
export const QuestionnaireResource = v.looseObject({
  resourceType: v.literal('Questionnaire'),
  url: words(2000),
  version: words(),
  item: v.array(v.looseObject({ linkId: Id })),
});
export type QuestionnaireResource = v.InferOutput<typeof QuestionnaireResource>;
