/** A Questionnaire of any size, as a clinic that asks too much might write it: groups, chains of conditions, screening. */
import { choice, code, loaded, option, rule, when, type Json } from './questionnaires.ts';
import type { Answers, Questionnaire } from '../../../src/domain/checklist/index.ts';

const GROUP = 25;
const call = rule({ outcome: 'call', urgency: 'clinic', patientText: 'Please call us.' });
const yes = { answerCoding: { system: 'urn:test', code: 'Yes' } };

/** Every question of a group is asked once the one before it says yes, and screens. */
export function largeQuestionnaire(size: number): Questionnaire {
  const question = (index: number): Json =>
    choice(`q${index}`, [option('Yes'), option('No'), option('Bad', call)], {
      required: true,
      ...(index % GROUP && { enableWhen: [when(`q${index - 1}`, '=', yes)] }),
    });
  const group = (_: unknown, index: number): Json => ({
    linkId: `g${index}`,
    type: 'group',
    text: `Page ${index}`,
    required: true,
    item: Array.from({ length: GROUP }, (_each, inside) => question(index * GROUP + inside)),
  });
  return loaded(Array.from({ length: size / GROUP }, group));
}

/** Yes to everything, so that everything is asked. */
export const allYes = (size: number): Answers =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`q${index}`, [code('Yes')]]));
