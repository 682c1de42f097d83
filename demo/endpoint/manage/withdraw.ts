import { noteWithdrawn } from '../db/bookings.ts';
import { withdrawMessages } from '../db/messages.ts';
import type { Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { pointer, Refusal } from '../routes/problems.ts';
import { managed, shown } from './managed.ts';

/**
 * `POST /booking/withdraw`: takes consents back, at any time and as easily as they were given (GDPR, article 7(3)). The
 * booking stands, and the desk sees what its patient no longer agrees to.
 */
export const withdraw: Handler<'withdraw'> = async (asked) => {
  const { endpoint, body, words, now } = asked;
  const { status, answer } = await once(asked, (write) =>
    write(async (transaction) => {
      const row = await managed(asked, transaction, true);
      const given = row.body?.request.consents ?? [];
      const unknown = body.consentIds.findIndex((id) => !given.some((one) => one.id === id));
      if (unknown >= 0)
        throw new Refusal('invalid', {
          errors: [{ pointer: pointer(['consentIds', unknown]), detail: words.query.unknown }],
        });
      const before = row.body?.withdrawn;
      const withdrawn = { ...Object.fromEntries(body.consentIds.map((id) => [id, now])), ...before };
      const { afterVisit } = endpoint.clinic.data.messages;
      if (afterVisit?.consent && withdrawn[afterVisit.consent])
        await withdrawMessages(transaction, endpoint.clinic.id, row.id, 'after-visit');
      return shown(asked, await noteWithdrawn(transaction, row, withdrawn));
    }),
  );
  return { status, body: answer };
};
