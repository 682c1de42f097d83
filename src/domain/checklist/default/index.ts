import type { QuestionnaireResource } from '../../../contract/checklist.ts';
import { blood } from './blood.ts';
import { bodyAreas } from './body-areas.ts';
import { cancer } from './cancer.ts';
import { conditions } from './conditions.ts';
import { goal } from './goal.ts';
import { heart } from './heart.ts';
import { illnesses } from './illnesses.ts';
import { medicines } from './medicines.ts';
import { others } from './others.ts';
import { pregnancy } from './pregnancy.ts';
import { redFlags } from './red-flags.ts';
import { surgery } from './surgery.ts';
import { injury, today } from './today.ts';

/**
 * The checklist that a clinic starts from: a FHIR R4 Questionnaire, one page for each group. It is a draft that no
 * clinician has signed; a clinic reviews, edits and signs it before patients see it.
 */
export const defaultChecklist: QuestionnaireResource = {
  resourceType: 'Questionnaire',
  id: 'intake',
  url: 'https://myo-booking.example/fhir/Questionnaire/intake',
  version: '1',
  name: 'MassageIntake',
  title: 'Before your visit',
  status: 'draft',
  language: 'en',
  subjectType: ['Patient'],
  date: '2026-11-23',
  description: 'Draft for a clinic to review, edit and sign. It is not medical advice.',
  contained: [bodyAreas],
  item: [
    redFlags,
    surgery,
    today,
    injury,
    conditions,
    blood,
    heart,
    pregnancy,
    cancer,
    illnesses,
    others,
    medicines,
    goal,
  ],
};
