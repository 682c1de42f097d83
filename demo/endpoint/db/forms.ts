import type { Selectable } from 'kysely';
import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import type { Db, Tables, Tx } from './schema.ts';

export type FormRow = Selectable<Tables['form']>;

/** The longer forms of a booking, as far as they are filled in. */
export const formsOf = (db: Db, clinic: string, booking: string): Promise<FormRow[]> =>
  db
    .selectFrom('form')
    .selectAll()
    .where('clinic', '=', clinic)
    .where('booking', '=', booking)
    .orderBy('saved_at')
    .execute();

interface FormToKeep {
  readonly clinic: string;
  readonly booking: string;
  readonly response: QuestionnaireResponse;
  readonly complete: boolean;
  readonly now: Date;
}

/** Saves a form, in the place of what was saved before. */
export async function keepForm(transaction: Tx, { clinic, booking, response, complete, now }: FormToKeep) {
  const saved = { response: JSON.stringify(response), complete, saved_at: now };
  await transaction
    .insertInto('form')
    .values({ clinic, booking, questionnaire: response.questionnaire, ...saved })
    .onConflict((conflict) => conflict.columns(['clinic', 'booking', 'questionnaire']).doUpdateSet(saved))
    .execute();
}
