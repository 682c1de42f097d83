import type { Reply } from './client.ts';
import type { Exchange } from './wire.ts';

/** What an endpoint does wrong, in a sentence, with the requests and answers that show it. */
export class Fault extends Error {
  constructor(
    message: string,
    readonly shown: readonly Exchange[],
  ) {
    super(message);
  }
}

/** Why something could not be looked at; neither passed nor failed. */
export class LeftOut extends Error {}

export function must(right: unknown, otherwise: string, ...shown: readonly Reply[]): asserts right {
  if (!right) throw new Fault(otherwise, exchangesOf(shown));
}

/** The answer has to be a refusal, by its status and by its name. */
export function mustRefuse(reply: Reply, status: number, ...names: readonly string[]): void {
  const wanted = `${status} ${names.join(' or ')}`.trim();
  must(reply.status === status, `should be refused with ${wanted}; it was answered ${reply.status}`, reply);
  must(
    names.length === 0 || names.includes(reply.named ?? ''),
    `should be refused as ${wanted}; its type is ${String(reply.problem.type)}`,
    reply,
  );
}

/** The answer has to be this one of those that are good. */
export function mustAnswer(reply: Reply, ...statuses: readonly number[]): void {
  must(
    statuses.includes(reply.status),
    `should be answered ${statuses.join(' or ')}; it was answered ${reply.status}`,
    reply,
  );
}

const exchangesOf = (replies: readonly Reply[]) => replies.map(({ exchange }) => exchange);
