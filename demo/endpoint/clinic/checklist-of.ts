import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import { checkScreening } from './check-screening.ts';
import { doubtsOf } from './doubts.ts';
import type { Clinic } from './load-clinic.ts';
import { loadChecklist, reviewed, type Checklist } from './load-checklist.ts';

/** The health questions of a clinic, its own or the default ones; throws where they would not screen what it offers. */
export function checklistOf({ id, data, languages }: Clinic, doubt: (words: string) => void): Checklist {
  const checklist = loadChecklist(reviewed(data.checklist ?? defaultChecklist, data.checklistReview), languages);
  const questionnaire = checklist.questionnaireIn('');
  const problems = checkScreening(data, questionnaire);
  if (problems.length > 0)
    throw new Error(`The checklist of ${id} does not screen it:\n${problems.map((one) => `  ${one}`).join('\n')}`);
  doubtsOf(data, questionnaire).forEach(doubt);
  return checklist;
}
