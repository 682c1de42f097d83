import { deliverAll } from '../../../../demo/endpoint/messages/deliver-all.ts';
import type { Delivery } from '../../../../demo/endpoint/messages/deliver.ts';
import { openMessages, type MessageEnvironment } from '../../../../demo/endpoint/messages/open-messages.ts';
import { Tokens } from '../../../../demo/endpoint/routes/tokens.ts';
import { secret, type TestEndpoint } from './endpoint.ts';

/** Whoever delivers the messages of an endpoint, with the means that the environment names. */
export function worker({ db, clinic, now, log }: TestEndpoint, environment: MessageEnvironment) {
  const { carriers, outbox } = openMessages(environment, clinic, new Tokens(secret, clinic.id));
  const delivery: Delivery = { db, clinic, clock: now, carriers, log: (event) => log.push(JSON.stringify(event)) };
  return { outbox, delivers: () => deliverAll(delivery) };
}

/** What is in the outbox, in the order in which it is due. */
export const messagesOf = ({ db, clinic }: TestEndpoint) =>
  db.selectFrom('message').selectAll().where('clinic', '=', clinic.id).orderBy('due_at').orderBy('topic').execute();
