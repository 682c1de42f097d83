import type { Loaded, Questionnaire } from '../domain/checklist/index.ts';

/** A Questionnaire as it is asked; one that is not understood whole is not asked at all, and the console says why. */
export function usableChecklist({ questionnaire, problems }: Loaded): Questionnaire | undefined {
  if (!questionnaire) console.warn('myo-booking: the checklist was refused', problems);
  return questionnaire;
}
