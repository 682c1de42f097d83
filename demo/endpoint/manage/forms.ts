import type { Forms } from '../../../src/contract/index.ts';
import { evaluate, fromResponse } from '../../../src/domain/checklist/index.ts';
import type { BookingRow } from '../db/bookings.ts';
import { formsOf, keepForm } from '../db/forms.ts';
import type { Db } from '../db/schema.ts';
import type { Checklist } from '../clinic/load-checklist.ts';
import type { Clinic } from '../clinic/load-clinic.ts';
import type { Asked, Asking, Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { screenedFor } from '../schedule/screened-for.ts';
import { isStanding, managed } from './managed.ts';

/** `GET /booking/forms`: what the clinic would like to know before the visit, and what was saved of it. */
export const forms: Handler<'forms'> = async (asked) => {
  const row = await managed(asked, asked.endpoint.db);
  return { status: 200, body: await withAnswers(asked, asked.endpoint.db, row) };
};

/**
 * `POST /booking/forms`: saved as far as it is; only a whole one may be called complete. It answers what is saved, also
 * to a request that comes again: the forms themselves are kept once, however often they are saved.
 */
export const saveForm: Handler<'saveForm'> = async (asked) => {
  const { endpoint, body, now } = asked;
  const { status } = await once(asked, (write) =>
    write(async (transaction) => {
      const row = await managed(asked, transaction, true);
      const { response, complete } = body;
      const wanted = formsFor(asked.endpoint.clinic, row).find(({ canonical }) => canonical === response.questionnaire);
      if (!wanted)
        throw new Refusal('invalid', {
          errors: [{ pointer: '/response/questionnaire', detail: asked.words.query.unknown }],
        });
      if (complete) refuseUnfinished(asked, row, wanted);
      await keepForm(transaction, {
        clinic: endpoint.clinic.id,
        booking: row.id,
        response,
        complete,
        now: new Date(now),
      });
      return { status: 200, answer: {}, booking: row.id };
    }),
  );
  return { status, body: await withAnswers(asked, endpoint.db, await managed(asked, endpoint.db)) };
};

/** The forms for the treatments of a booking that still stand. */
export const formsFor = (clinic: Clinic, { appointments }: BookingRow): readonly Checklist[] =>
  clinic.forms
    .filter(({ services }) =>
      appointments.some((one) => isStanding(one) && (services?.includes(one.serviceId) ?? true)),
    )
    .map(({ form }) => form);

async function withAnswers(asked: Asking, db: Db, row: BookingRow): Promise<Forms> {
  const saved = await formsOf(db, asked.endpoint.clinic.id, row.id);
  return {
    forms: formsFor(asked.endpoint.clinic, row).map(({ resource, canonical }) => {
      const one = saved.find(({ questionnaire }) => questionnaire === canonical);
      return { questionnaire: resource, complete: one?.complete ?? false, ...(one && { response: one.response }) };
    }),
  };
}

function refuseUnfinished(
  { endpoint, body, language, words }: Asked<'saveForm'>,
  { appointments }: BookingRow,
  { questionnaireIn }: Checklist,
): void {
  const services = appointments.filter(isStanding).flatMap((one) => screenedFor(endpoint.clinic.data, one));
  const questionnaire = questionnaireIn(language);
  const { missing, errors } = evaluate(questionnaire, fromResponse(questionnaire, body.response), { services });
  const pointer = '/response/item';
  if (missing.length > 0) throw new Refusal('invalid', { errors: [{ pointer, detail: words.field.missing }] });
  if (errors.length > 0) throw new Refusal('invalid', { errors: [{ pointer, detail: words.field.wrong }] });
}
