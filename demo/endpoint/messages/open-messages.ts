import type { Clinic } from '../clinic/load-clinic.ts';
import type { Tokens } from '../routes/tokens.ts';
import type { Carriers } from './carrier.ts';
import { calendarFor } from './calendar-for.ts';
import { DemoOutbox } from './demo-outbox.ts';
import { mailCarrier } from './mail-carrier.ts';
import { senderOf } from './mail.ts';
import { smsCarrier, smsPost, type SmsEnvironment } from './sms.ts';
import { smtpPost } from './smtp.ts';
import { webhookCarrier, type WebhookEnvironment } from './webhook.ts';

/** What the environment says about messages. */
export interface MessageEnvironment extends SmsEnvironment, WebhookEnvironment {
  /** The mail server, `smtps://user:password@host`; without one messages land on the outbox page of the demo. */
  readonly SMTP_URL?: string | undefined;
}

/** The ways by which messages go, and where they can be seen while there is no mail server. */
export interface Messages {
  readonly carriers: Carriers;
  readonly outbox: DemoOutbox | undefined;
}

/** Without a mail server, messages land in `demo`. */
export function openMessages(
  environment: MessageEnvironment,
  clinic: Clinic,
  tokens: Tokens,
  demo = new DemoOutbox(),
): Messages {
  const { SMTP_URL, SMS_URL, WEBHOOK_URL } = environment;
  if (SMTP_URL && !senderOf(clinic)) throw new Error('SMTP_URL needs a sender: /messages/sender in the clinic’s data.');
  const outbox = SMTP_URL ? undefined : demo;
  const postMail = outbox?.postMail ?? smtpPost(SMTP_URL ?? '');
  const postSms = SMS_URL ? smsPost(SMS_URL, environment) : outbox?.postSms;
  const carriers = {
    email: mailCarrier({ clinic, tokens, post: postMail, calendarFor: calendarFor(clinic) }),
    ...(postSms && { sms: smsCarrier({ clinic, tokens }, postSms) }),
    ...(WEBHOOK_URL && { webhook: webhookCarrier(WEBHOOK_URL, environment, clinic.id) }),
  };
  return { carriers, outbox };
}
