import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived, as a mail program reads it and as it came. */
export interface Arrived extends ParsedMail {
  readonly source: string;
  readonly recipient: string;
  /** Whether it came by TLS, and who had logged in to bring it. */
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** What the server says to a recipient or a message: an SMTP code to refuse it, or nothing for as long as it takes. */
export type Reply = number | 'never' | undefined;

/** How a server is reached. */
export interface Access {
  /** Without it the server knows no TLS. */
  readonly tls?: 'from the start' | 'when asked';
  readonly user?: string;
  /** May change while the server runs. */
  password?: string;
}

/** Signed by itself, for `localhost` and 127.0.0.1, until 2120. */
const file = (name: string) => fileURLToPath(new URL(`../../../fixtures/mail-server/${name}.pem`, import.meta.url));
export const certificateFile = file('certificate');
const identity = { cert: readFileSync(certificateFile), key: readFileSync(file('key')) };

/** A real mail server on loopback. */
export class MailServer {
  constructor(private readonly access: Access = {}) {}

  readonly mails: Arrived[] = [];
  /** How often somebody has come to a recipient, to the end of a message, and to a password. */
  readonly seen = { recipients: 0, messages: 0, logins: 0 };
  toRecipient: (address: string) => Reply = () => undefined;
  toMessage: (mail: Arrived) => Reply = () => undefined;
  readonly #server = new SMTPServer({
    ...identity,
    secure: this.access.tls === 'from the start',
    authOptional: this.access.user === undefined,
    allowInsecureAuth: true,
    disabledCommands: this.access.tls === 'when asked' ? [] : ['STARTTLS'],
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      this.seen.logins++;
      const { user } = this.access;
      done(null, username === user && password === this.access.password ? { user } : {});
    },
    onRcptTo: ({ address }, _session, done) => {
      this.seen.recipients++;
      reply(this.toRecipient(address), done);
    },
    onData: (stream, { envelope, secure, user }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const source = Buffer.concat(chunks);
        const recipient = envelope.rcptTo[0]?.address ?? '';
        const parsed = await simpleParser(source);
        const mail = { ...parsed, source: source.toString(), recipient, secure, user } as Arrived;
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

  get port() {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url() {
    return `smtp://127.0.0.1:${this.port}`;
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
