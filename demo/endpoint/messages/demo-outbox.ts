import { randomBytes } from 'node:crypto';
import type { Letter } from './letter.ts';
import type { SmsPost } from './sms.ts';
import type { Post } from './smtp.ts';
import { asText } from './as-text.ts';

/** A message that nobody has sent, as it is shown. */
export interface Shown {
  readonly date: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: Letter['links'];
  readonly calendars?: readonly string[];
}

const MOST = 100;

/** Where messages land while there is no mail server: in this process's memory, the newest first, and nowhere else. */
export class DemoOutbox {
  /** Where its page is; only who was told finds it. */
  readonly path: string;
  #shown: readonly Shown[] = [];

  constructor(key = randomBytes(18).toString('base64url')) {
    this.path = `/outbox/${key}`;
  }

  get shown(): readonly Shown[] {
    return this.#shown;
  }

  /** Takes a mail in place of a mail server. */
  readonly postMail: Post = async ({ to, date, letter, calendars = [] }, handOver) => {
    await handOver();
    const { subject, links } = letter;
    const address = to.name ? `${to.name} <${to.address}>` : to.address;
    this.#show({
      date,
      to: address,
      subject,
      text: asText(letter),
      links,
      calendars: calendars.map(({ content }) => content),
    });
  };

  /** Takes a text message in place of a service that sends them. */
  readonly postSms: SmsPost = async ({ to, text, date }, handOver) => {
    await handOver();
    this.#show({ date, to, subject: 'Text message', text, links: [] });
  };

  #show(one: Shown) {
    this.#shown = [one, ...this.#shown].slice(0, MOST);
  }
}
