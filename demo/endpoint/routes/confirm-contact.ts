import { randomInt } from 'node:crypto';
import { countGuess, findCode, keepCode } from '../db/contact-codes.ts';
import { bookingsOf } from '../db/contacts.ts';
import { putMessages } from '../db/messages.ts';
import { transact } from '../db/transact.ts';
import { comparable } from '../messages/contact.ts';
import { MINUTE } from '../schedule/quanta.ts';
import type { Asked } from './asked.ts';
import { Refusal } from './problems.ts';
import { newId } from './tokens.ts';

const VALID_FOR = 15 * MINUTE;
/** Of a million codes. */
const GUESSES = 5;

/**
 * Lets somebody book for the first time who has the code that was sent to their contact, where the clinic wants that.
 * Who comes without a code is sent one; who has booked here before needs none.
 */
export async function confirmContact(asked: Asked<'book'>): Promise<void> {
  const { endpoint, body, words, now } = asked;
  const { db, clinic, tokens } = endpoint;
  if (!clinic.data.policy.confirmContact) return;
  const way = wayOf(asked);
  if ((await bookingsOf(db, clinic.id, way.contact, 1)).length > 0) return;
  const contact = tokens.blind(comparable(way.contact));
  const hashed = (code: string) => tokens.blind(`${contact} ${code.replaceAll(/\D/g, '')}`);
  const given = body.code && hashed(body.code);

  // What is counted stays counted, so the refusal comes after the commit.
  const refusal = await transact(db, async (transaction): Promise<Refusal | undefined> => {
    const sent = await findCode(transaction, clinic.id, contact);
    if (sent && sent.expires_at.getTime() > now) {
      if (sent.guesses >= GUESSES) return tooOften(asked, sent.expires_at);
      if (given === sent.code) return undefined;
      if (given) await countGuess(transaction, clinic.id, contact);
      return unknown(given ? words.code.wrong : words.code.sent);
    }
    endpoint.bids.count(asked.client, now);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expires = now + VALID_FOR;
    const fresh = { clinic: clinic.id, contact, code: hashed(code), expires_at: new Date(expires) };
    if (await keepCode(transaction, fresh, new Date(now)))
      await putMessages(transaction, clinic.id, [codeMessage(asked, way, code, expires)], new Date(now));
    return unknown(words.code.sent);
  });
  if (refusal) throw refusal;
}

const unknown = (detail: string) => new Refusal('code-unknown', { detail, errors: [{ pointer: '/code', detail }] });

const tooOften = ({ words, now }: Asked<'book'>, until: Date) =>
  new Refusal('rate-limited', {
    detail: words.code.tooOften,
    retryAfter: Math.ceil((until.getTime() - now) / 1000),
  });

interface Way {
  readonly channel: 'email' | 'sms';
  readonly contact: string;
}

/** Where the code goes: by e-mail, else by text message where the endpoint can send one. */
function wayOf({ endpoint, body, words }: Asked<'book'>): Way {
  const { email, phone } = body.patient;
  if (email) return { channel: 'email', contact: email };
  if (phone && endpoint.channels.includes('sms')) return { channel: 'sms', contact: phone };
  throw new Refusal('invalid', { errors: [{ pointer: '/patient/email', detail: words.code.needsEmail }] });
}

const codeMessage = ({ now, language }: Asked<'book'>, { channel, contact }: Way, code: string, lapses: number) => ({
  id: newId(),
  topic: 'code' as const,
  channel,
  recipient: 'contact' as const,
  detail: { contact, code, language },
  due: now,
  lapses,
});
