import { loadQuestionnaire, type Questionnaire } from '../domain/checklist/index.ts';

/** A FHIR Questionnaire as it is asked; one that is not understood whole is not asked at all, and the console says why. */
export function readChecklist(json: unknown, language: string): Questionnaire | undefined {
  const { questionnaire, problems } = loadQuestionnaire(json, language);
  if (!questionnaire) console.warn('myo-booking: the checklist was refused', problems);
  return questionnaire;
}
