import { usableChecklist } from '../../booking/usable-checklist.ts';
import type { QuestionnaireResource } from '../../contract/checklist.ts';
import { loadQuestionnaire, type Questionnaire } from '../../domain/checklist/index.ts';

/** What a page may give: FHIR JSON as it is, or what `loadQuestionnaire` has made of it. Anything else is refused as FHIR. */
export type Given = Questionnaire | QuestionnaireResource | undefined;

const isRead = (given: Given): given is Questionnaire => !given || Array.isArray((given as Questionnaire).items);

/** The questions as they are asked; nothing of a Questionnaire that is not understood whole. Whoever tests a draft is told so. */
export function readable(given: Given, language: string): Questionnaire | undefined {
  const read = isRead(given) ? given : usableChecklist(loadQuestionnaire(given, language));
  if (read?.status === 'draft')
    console.warn('myo-booking: this checklist is a draft. A clinician has to review it before patients see it.');
  return read;
}
