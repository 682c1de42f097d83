import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived, as a mail program reads it and as it came. */
export interface Arrived extends ParsedMail {
  readonly source: string;
  readonly recipient: string;
}

/** What the server says to a recipient or a message: an SMTP code to refuse it, or nothing for as long as it takes. */
export type Reply = number | 'never' | undefined;

/** A real mail server on loopback. */
export class MailServer {
  readonly mails: Arrived[] = [];
  /** How often somebody has come to a recipient, and to the end of a message. */
  readonly seen = { recipients: 0, messages: 0 };
  toRecipient: (address: string) => Reply = () => undefined;
  toMessage: (mail: Arrived) => Reply = () => undefined;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      this.seen.recipients++;
      reply(this.toRecipient(address), done);
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const source = Buffer.concat(chunks);
        const recipient = envelope.rcptTo[0]?.address ?? '';
        const mail = { ...(await simpleParser(source)), source: source.toString(), recipient } as Arrived;
        this.seen.messages++;
        const answer = this.toMessage(mail);
        // What is never answered is kept all the same: the sender only does not hear of it.
        if (typeof answer !== 'number') this.mails.push(mail);
        reply(answer, done);
      });
    },
  });

  async start(): Promise<this> {
    // Clients that are killed leave broken connections behind.
    this.#server.on('error', () => {});
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url() {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  to = (address: string) => this.mails.filter(({ recipient }) => recipient === address);

  async until(arrived: () => boolean) {
    while (!arrived()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  stop = () => new Promise<void>((resolve) => this.#server.close(() => resolve()));
}

function reply(answer: Reply, done: (error?: Error | null) => void) {
  if (answer === undefined) done();
  else if (answer !== 'never') done(Object.assign(new Error('No'), { responseCode: answer }));
}
