import { delimiter } from 'node:path';
import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import { doubtsOf } from '../clinic/doubts.ts';
import { loadChecklist } from '../clinic/load-checklist.ts';
import { loadClinics } from '../clinic/load-clinics.ts';
import type { Environment } from '../environment.ts';
import { CannotDo, type Output } from './command.ts';

/** Reads clinics' files as the server would. */
export function check(paths: readonly string[], { CLINIC = '' }: Environment, { say }: Output): number {
  try {
    for (const { id, data, languages } of loadClinics(paths.join(delimiter) || CLINIC)) {
      const checklist = loadChecklist(data.checklist ?? defaultChecklist, languages);
      for (const doubt of doubtsOf(data, checklist.questionnaireIn(''))) say(`${id}: ${doubt}`);
      say(`${id} is right: ${data.services.length} services, ${data.therapists.length} therapists.`);
    }
    return 0;
  } catch (error) {
    throw error instanceof Error ? new CannotDo(error.message) : error;
  }
}
