import type { QuestionnaireItem } from './fhir.ts';
import { when, words, yesNo } from './questions.ts';
import { adapt, callClinic } from './rules.ts';

/** What no list of illnesses has in it. */
export const care: readonly QuestionnaireItem[] = [
  yesNo('other-care', 'Do you see a doctor for anything that we did not ask about?', {
    yes: [
      adapt(
        'Your therapist reads about it before your visit.',
        'Sees a doctor for something else: read it before the visit.',
        'regulator',
      ),
    ],
  }),
  words('other-care-what', 'What is it?', { when: when('other-care', 'yes') }),
  yesNo('mind', 'Will you have alcohol or street drugs in your body when you come?', {
    yes: [
      callClinic(
        'We cannot treat you after alcohol or drugs. Please call us before you book.',
        'Alcohol or drugs before the visit: ask again on the day.',
        'regulator',
      ),
    ],
  }),
];
