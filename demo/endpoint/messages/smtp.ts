import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import { isHere } from '../operation/from-here.ts';
import { TakenAway, Undelivered } from './carrier.ts';
import { composeMail, type Mail } from './mail.ts';

/** Shorter, all together, than a message is one worker's alone. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 20_000, socketTimeout: 30_000 };

/** Lets a mail go; `handOver` is awaited when the server is ready to take it, and not before. */
export type Post = (mail: Mail, handOver: () => Promise<void>) => Promise<void>;

/** Posts mail through the server that `SMTP_URL` names. */
export function smtpPost(url: string): Post {
  const { options, auth } = readUrl(url);
  return async (mail, handOver) => {
    const message = composeMail(mail);
    const bytes = await message.build();
    const connection = new SMTPConnection({ ...options, ...patience, logger: false });
    let handedOver = false;
    /** Read from the moment when the server has said that it wants the message. */
    async function* content() {
      await handOver();
      handedOver = true;
      yield bytes;
    }
    const talk = async () => {
      await step((done) => connection.connect(done));
      if (auth) await step((done) => connection.login(auth, done));
      const stream = Readable.from(content(), { objectMode: false });
      await step((done) => connection.send(message.getEnvelope(), stream, done));
    };
    try {
      await Promise.race([talk(), breakOf(connection)]);
      connection.quit();
    } catch (error) {
      connection.close();
      throw error instanceof TakenAway ? error : failure(error as NodemailerError, handedOver);
    }
  };
}

/**
 * `smtps` is TLS from the start; `smtp` is made TLS by STARTTLS (RFC 3207) where the server offers that, and has to be
 * where a password goes to another computer: who stands between could take the offer out, and read along.
 */
function readUrl(url: string) {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (!/^smtps?:$/.test(protocol) || !hostname)
    throw new Error('SMTP_URL is no address like smtps://user:password@host, written as addresses are (%40 for @).');
  const { options, auth } = new SMTPTransport(url);
  const { requireTLS = Boolean(auth) && !isHere(hostname) } = options;
  return { options: { ...options, requireTLS }, auth };
}

const step = (run: (done: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())));

/** Fails when the connection does, whatever was being said. */
const breakOf = (connection: SMTPConnection) =>
  new Promise<never>((_resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('closed')));
  });

/** What the server refuses for good is a recipient or a message; all else somebody may repair. */
function failure({ code, command, responseCode, permanent }: NodemailerError, handedOver: boolean): Undelivered {
  const reason = [code ?? 'closed', command, responseCode].filter(Boolean).join(' ');
  if (responseCode) return new Undelivered(reason, permanent && isAboutIt(command) ? 'never' : 'later');
  return new Undelivered(reason, handedOver ? 'unknown' : 'later');
}

const isAboutIt = (command = '') => command === 'RCPT TO' || command === 'DATA';
