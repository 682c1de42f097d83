import { Refusal } from '../routes/problems.ts';
import { readBody, readQuery, readText } from '../routes/read-request.ts';
import type { Arrived } from '../routes/read-call.ts';
import type { Answer } from '../routes/asked.ts';
import { appointments } from './appointments.ts';
import { callbacks, calledBack } from './callbacks.ts';
import { deskCalls, type DeskAsked, type DeskCall, type DeskCallName, type DeskHandler } from './calls.ts';
import { answerClearance, clearances } from './clearances.ts';
import { personWith, type Person } from './keys.ts';
import { log, messages, signIn } from './overview.ts';
import { newLink } from './new-link.ts';
import { copyPatient, erasePatient } from './patients.ts';

const handlers: { readonly [Name in DeskCallName]: DeskHandler<Name> } = {
  signIn,
  appointments,
  clearances,
  answerClearance,
  callbacks,
  calledBack,
  newLink,
  messages,
  log,
  copyPatient,
  erasePatient,
};

/** Answers somebody at the desk, once their key is known. */
export async function answerDesk(name: DeskCallName, request: Request, arrived: Arrived): Promise<Answer> {
  const { endpoint, now, words } = arrived;
  const { query, body }: DeskCall = deskCalls[name];
  const person = await personOf(request, arrived);
  const asked = {
    endpoint,
    person,
    now,
    words,
    query: query && readQuery(query, new URL(request.url).searchParams, words),
    body: body && readBody(body, await readText(request, words), request.headers.get('Content-Type'), words),
  };
  // The table of handlers is typed by name, which a name that is not known yet cannot follow.
  const handle: (asked: DeskAsked<DeskCallName>) => Promise<Answer> = handlers[name];
  return handle(asked as DeskAsked<DeskCallName>);
}

/** A key that is wrong, of another clinic or revoked gets the same answer. */
async function personOf(request: Request, { endpoint }: Arrived): Promise<Person> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const person = key ? await personWith(endpoint.db, endpoint.clinic.id, key) : undefined;
  if (!person) throw new Refusal('unauthorized', { detail: 'This key opens no desk here.' });
  return person;
}
