import * as v from 'valibot';
import { asShortText } from './as-text.ts';
import { Undelivered, type Carrier } from './carrier.ts';
import { againAfter, httpPost, isGood } from './http-post.ts';
import { dialled } from './reach.ts';
import { write, type Desk } from './write.ts';

/** Any service that sends text messages for an HTTP request. */
export interface SmsEnvironment {
  readonly SMS_URL?: string | undefined;
  /** JSON, `{"Authorization": "…"}`. */
  readonly SMS_HEADERS?: string | undefined;
  /** With `{to}`, `{text}` and `{id}`, each written as the body's type wants it. */
  readonly SMS_BODY?: string | undefined;
}

/** A message to a phone, before it is a request. */
export interface ShortMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly date: Date;
}

/** Lets a text message go. */
export type SmsPost = (message: ShortMessage, handOver: () => Promise<void>) => Promise<void>;

/** Writes what is told by text message, and sends it. */
export const smsCarrier = (desk: Desk, post: SmsPost): Carrier => ({
  repeats: false,
  async carry(parcel) {
    const { message, now, handOver } = parcel;
    const written = await write(parcel, desk);
    if (!written?.phone) return false;
    const short = {
      id: message.id,
      date: new Date(now),
      to: dialled(written.phone),
      text: asShortText(written.letter),
    };
    await post(short, handOver);
    return true;
  },
});

const Headers = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** Sends by the service that the environment names. */
export function smsPost(
  url: string,
  { SMS_HEADERS = '{}', SMS_BODY = '{"to":"{to}","text":"{text}"}' }: SmsEnvironment,
) {
  const given = v.safeParse(Headers, SMS_HEADERS);
  if (!given.success) throw new Error('SMS_HEADERS is no JSON object of strings.');
  const headers = { 'Content-Type': 'application/json', ...given.output };
  const escape = escapeFor(headers['Content-Type']);
  const fill = (message: ShortMessage) =>
    SMS_BODY.replaceAll(/\{(to|text|id)\}/g, (_, name: 'to' | 'text' | 'id') => escape(message[name]));
  if (!/\{to\}/.test(SMS_BODY) || !/\{text\}/.test(SMS_BODY)) throw new Error('SMS_BODY needs {to} and {text}.');
  const post: SmsPost = async (message, handOver) => {
    const status = await httpPost({ url, headers, body: fill(message) }, handOver);
    if (!isGood(status)) throw new Undelivered(`HTTP ${status}`, againAfter(status));
  };
  return post;
}

function escapeFor(contentType: string): (text: string) => string {
  if (/json/i.test(contentType)) return (text) => JSON.stringify(text).slice(1, -1);
  if (/x-www-form-urlencoded/i.test(contentType)) return encodeURIComponent;
  return (text) => text;
}
