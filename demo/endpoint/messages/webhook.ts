import { createHmac } from 'node:crypto';
import { Undelivered, type Carrier } from './carrier.ts';
import { httpPost, isGood } from './http-post.ts';

/** A program that wants to know of bookings, in the form of Standard Webhooks. */
export interface WebhookEnvironment {
  readonly WEBHOOK_URL?: string | undefined;
  /** `whsec_…`; while one replaces another, both, separated by a space. */
  readonly WEBHOOK_SECRET?: string | undefined;
}

const GONE = 410;

/** Tells a program what has happened to which booking: ids and a status, which it may ask the desk about. */
export function webhookCarrier(url: string, { WEBHOOK_SECRET = '' }: WebhookEnvironment, clinic: string): Carrier {
  const keys = WEBHOOK_SECRET.split(/\s+/).filter(Boolean).map(keyOf);
  if (keys.length === 0) throw new Error('WEBHOOK_URL needs a WEBHOOK_SECRET: whsec_ and 24 to 64 bytes in base64.');
  return {
    // The id stays the same, so whoever gets it twice can tell.
    repeats: true,
    async carry({ message, now, handOver }) {
      const { topic, booking, detail, created_at } = message;
      const data = { clinic, booking, revision: detail?.revision, status: detail?.status };
      const body = JSON.stringify({ type: `booking.${topic}`, timestamp: created_at.toISOString(), data });
      const id = `msg_${message.id}`;
      const timestamp = String(Math.floor(now / 1000));
      const signatures = keys.map((key) => `v1,${sign(key, `${id}.${timestamp}.${body}`)}`);
      const headers = {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatures.join(' '),
      };
      const status = await httpPost({ url, headers, body }, handOver);
      if (!isGood(status)) throw new Undelivered(`HTTP ${status}`, status === GONE ? 'never' : 'later');
      return true;
    },
  };
}

const sign = (key: Buffer, content: string) => createHmac('sha256', key).update(content).digest('base64');

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length < 24 || key.length > 64)
    throw new Error('A WEBHOOK_SECRET has 24 to 64 bytes, in base64 after whsec_.');
  return key;
}
