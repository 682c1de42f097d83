import { putMessages } from '../db/messages.ts';
import { MINUTE } from '../schedule/quanta.ts';
import { comparable } from '../messages/contact.ts';
import type { Handler } from './asked.ts';
import { once } from './once.ts';

/** The same contact hears from us once in so long, whoever asks how often. */
const PAUSE = 10 * MINUTE;

/**
 * `POST /links`: notes that somebody wants their links, and always says the same in the same time: whether there are
 * any is looked up when they are sent.
 */
export const links: Handler<'links'> = async (asked) => {
  const { endpoint, client, body, now } = asked;
  const { clinic, tokens, channels, bids } = endpoint;
  const { contact } = body;
  const channel = !contact.includes('@') && channels.includes('sms') ? 'sms' : 'email';
  const { status } = await once(asked, async (write) => {
    bids.count(client, now);
    return write(async (transaction) => {
      const id = ['links', tokens.blind(comparable(contact)), Math.floor(now / PAUSE)].join('/');
      const message = { id, topic: 'links', channel, recipient: 'contact', detail: { contact }, due: now } as const;
      await putMessages(transaction, clinic.id, [message], new Date(now));
      return { status: 202, answer: {}, booking: '' };
    });
  });
  return { status };
};
