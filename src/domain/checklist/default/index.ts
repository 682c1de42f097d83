import type { QuestionnaireResource } from '../../../contract/checklist.ts';
import { blood } from './blood.ts';
import { bodyAreas } from './body-areas.ts';
import { cancer } from './cancer.ts';
import { care } from './care.ts';
import { conditions } from './conditions.ts';
import { goal } from './goal.ts';
import { heart } from './heart.ts';
import { illnesses } from './illnesses.ts';
import { medicines } from './medicines.ts';
import { others } from './others.ts';
import { pregnancy } from './pregnancy.ts';
import { massage, page } from './questions.ts';
import { redFlags } from './red-flags.ts';
import { surgery } from './surgery.ts';
import { spanish } from './spanish/index.ts';
import { injury, today } from './today.ts';
import { translated } from './translate.ts';

const english: QuestionnaireResource = {
  resourceType: 'Questionnaire',
  id: 'intake',
  url: 'https://myo-booking.example/fhir/Questionnaire/intake',
  version: '2',
  name: 'MassageIntake',
  title: 'Before your visit',
  status: 'draft',
  language: 'en',
  subjectType: ['Patient'],
  date: '2026-11-28',
  description: 'Draft for a clinic to review, edit and sign. It is not medical advice.',
  contained: [bodyAreas],
  item: [
    page('right-now', 'How you are right now', [...redFlags, ...surgery]),
    page('lately', 'How you have been lately', [...today, ...injury]),
    page('health', 'Your health', [...conditions, ...medicines, ...care], { for: massage }),
    blood,
    heart,
    pregnancy,
    cancer,
    illnesses,
    others,
    goal,
  ],
};

/**
 * The checklist that a clinic starts from: a FHIR R4 Questionnaire, one page for each group: four for who has nothing to
 * tell, and one more for each kind of trouble, in English and Spanish. It is a draft that no clinician has signed; a clinic reviews, edits and
 * signs it before patients see it.
 */
export const defaultChecklist = translated(english, 'es', spanish);
