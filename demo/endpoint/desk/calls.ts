import type { GenericSchema } from 'valibot';
import type { Of } from '../../../src/contract/index.ts';
import type { Answer, Endpoint } from '../routes/asked.ts';
import type { Words } from '../routes/words.ts';
import type { Person } from './keys.ts';
import { BookingNamed, CalledBack, ClearanceAnswer, DayQuery, PatientErased, PatientWanted } from './requests.ts';

/** What those at the desk may ask. It is this endpoint's own: the contract that others write against ends before it. */
export const deskCalls = {
  signIn: { method: 'GET', path: '/desk' },
  appointments: { method: 'GET', path: '/desk/appointments', query: DayQuery },
  clearances: { method: 'GET', path: '/desk/clearances' },
  answerClearance: { method: 'POST', path: '/desk/clearances', body: ClearanceAnswer },
  callbacks: { method: 'GET', path: '/desk/callbacks' },
  calledBack: { method: 'POST', path: '/desk/callbacks/done', body: CalledBack },
  newLink: { method: 'POST', path: '/desk/links', body: BookingNamed },
  messages: { method: 'GET', path: '/desk/messages' },
  log: { method: 'GET', path: '/desk/log' },
  copyPatient: { method: 'POST', path: '/desk/patients/copy', body: PatientWanted },
  erasePatient: { method: 'POST', path: '/desk/patients/erase', body: PatientErased },
} as const satisfies Record<string, DeskCall>;

/** A call as data; what comes back is what its handler shows. */
export interface DeskCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: GenericSchema;
  readonly body?: GenericSchema;
}
export type DeskCallName = keyof typeof deskCalls;

type Taken<Name extends DeskCallName, Key extends 'query' | 'body'> =
  (typeof deskCalls)[Name] extends Readonly<Record<Key, infer Schema extends GenericSchema>> ? Of<Schema> : undefined;

/** Who at the desk asks, when, and what. */
export interface DeskAsking {
  readonly endpoint: Endpoint;
  readonly person: Person;
  /** In milliseconds. */
  readonly now: number;
  readonly words: Words;
}
export interface DeskAsked<Name extends DeskCallName> extends DeskAsking {
  readonly query: Taken<Name, 'query'>;
  readonly body: Taken<Name, 'body'>;
}

export type DeskHandler<Name extends DeskCallName> = (asked: DeskAsked<Name>) => Promise<Answer>;
