import type { GenericSchema } from 'valibot';
import { deskCalls, type DeskCall, type DeskCallName } from '../../../../demo/endpoint/desk/calls.ts';
import { openapi } from '../../../../demo/endpoint/openapi.ts';
import { everyCall, everyRequest, type EveryCallName, type RequestShape } from '../../../../src/contract/index.ts';
import { deskExamples, examples } from './examples.ts';
import type { TokenName } from './world.ts';

/** One route, and what may be sent to it. */
export interface Target {
  readonly method: string;
  readonly path: string;
  readonly query?: GenericSchema;
  readonly body?: GenericSchema;
  /** What opens it. */
  readonly bearer: TokenName;
  /** What is really taken. */
  readonly example: object;
  /** Whether it is written down that the route may answer so; `problem` is empty where it is none. */
  foresees(status: number, problem: string): boolean;
}

interface Described {
  readonly responses: Readonly<Record<number, { readonly description: string }>>;
}
const document = openapi();

const ofContract = Object.entries(everyCall).map(([name, { method, path }]): Target => {
  const { query, body, bearer = 'hold' }: RequestShape = everyRequest[name as EveryCallName];
  const { responses } = document.paths[path]![method.toLowerCase()] as Described;
  return {
    method,
    path,
    ...(query && { query }),
    ...(body && { body }),
    bearer,
    example: examples[name as EveryCallName] ?? {},
    foresees: (status, problem) => responses[status]?.description.includes(problem) ?? false,
  };
});

/** No document describes the desk: whoever has no key learns nothing, whoever has one what is wrong. */
const deskProblems = ['unauthorized', 'not-found', 'invalid', 'changed-meanwhile', 'too-large'];

const ofDesk = Object.entries<DeskCall>(deskCalls).map(([name, call]): Target => ({
  ...call,
  bearer: 'desk',
  example: deskExamples[name as DeskCallName] ?? {},
  foresees: (status, problem) => (status < 400 ? problem === '' : deskProblems.includes(problem)),
}));

/** Every route of a clinic, those of its desk too. */
export const targets: readonly Target[] = [...ofContract, ...ofDesk];
