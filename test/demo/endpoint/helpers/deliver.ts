import { deliverAll } from '../../../../demo/endpoint/messages/deliver-all.ts';
import type { Delivery } from '../../../../demo/endpoint/messages/deliver.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { openMessages, type MessageEnvironment } from '../../../../demo/endpoint/messages/open-messages.ts';
import { Tokens } from '../../../../demo/endpoint/routes/tokens.ts';
import { secret, type TestEndpoint } from './endpoint.ts';

/** Whoever delivers the messages of an endpoint, with the means that the environment names. */
export function worker({ db, clinic, now, log }: TestEndpoint, environment: MessageEnvironment, ownDb: Db = db) {
  const { carriers, outbox } = openMessages(environment, clinic, new Tokens(secret, clinic.id));
  const note = (event: object) => log.push(JSON.stringify(event));
  const delivery: Delivery = { db: ownDb, clinic, clock: now, carriers, log: note };
  return { outbox, delivers: () => deliverAll(delivery) };
}

/** What is in the outbox, in the order in which it is due. */
export const messagesOf = ({ db, clinic }: TestEndpoint) =>
  db.selectFrom('message').selectAll().where('clinic', '=', clinic.id).orderBy('due_at').orderBy('topic').execute();
