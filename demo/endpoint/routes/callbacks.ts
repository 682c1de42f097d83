import { keepCallback } from '../db/callbacks.ts';
import { putMessages } from '../db/messages.ts';
import type { Handler } from './asked.ts';
import { once } from './once.ts';
import { Refusal } from './problems.ts';
import { newId } from './tokens.ts';

/** `POST /callbacks`: tells the desk whom to call. */
export const callBack: Handler<'callBack'> = async (asked) => {
  const { endpoint, client, body, now } = asked;
  const { clinic, bids } = endpoint;
  if (!clinic.data.messages.desk) throw new Refusal('not-found');
  const { status } = await once(asked, async (write) => {
    bids.count(client, now);
    return write(async (transaction) => {
      await keepCallback(transaction, clinic.id, newId(), body, new Date(now));
      const message = { topic: 'callback', channel: 'email', recipient: 'desk', detail: { callback: body } } as const;
      await putMessages(transaction, clinic.id, [{ id: newId(), ...message, due: now }], new Date(now));
      return { status: 202, answer: {}, booking: '' };
    });
  });
  return { status };
};
