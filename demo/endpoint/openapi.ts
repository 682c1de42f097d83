import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import * as contract from '../../src/contract/index.ts';
import { everyCall, type EveryCallName, type ProblemName } from '../../src/contract/index.ts';
import { statusOf } from './routes/problems.ts';
import { shapeOf } from './routes/read-call.ts';
import { isList } from './routes/read-request.ts';

const COMPONENTS = '#/components/schemas/';

/** Every schema of the contract by its name, so that the document says each thing once. */
const named = Object.fromEntries(
  Object.entries(contract as Record<string, unknown>).filter((entry): entry is [string, v.GenericSchema] =>
    isSchema(entry[1]),
  ),
);
const nameOf = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

/** A refusal, and the status that it is sent with here, where that is not the usual one. */
type Possible = readonly [problem: ProblemName, status?: number];

/** What any call may run into, whatever it is about. */
const always: readonly Possible[] = [['rate-limited'], ['unavailable'], ['unavailable', 500]];
/** A body may be too long, and a key no key. */
const whenPosted: readonly Possible[] = [['too-large'], ['invalid']];
const whenNotJson: readonly Possible[] = [['invalid', 415]];
const withoutRevision: readonly Possible[] = [['invalid', 428]];
/** What a manage token was for is erased. */
const whenErased: readonly Possible[] = [['not-found', 410]];

/** The contract as an OpenAPI 3.1 document, made of the very schemas that requests and answers are checked with. */
export function openapi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, { method, path }] of Object.entries(everyCall))
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name as EveryCallName) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'myo-booking endpoint',
      version: '1',
      description: 'What travels between the booking widget and an endpoint. The base address is that of one clinic.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/clinics/{clinic}', variables: { clinic: { default: 'cedar' } } }],
    paths,
    components: { schemas: schemas(), securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

let written: { readonly type: string; readonly content: string } | undefined;

/** The same as text: it takes a while to make, so it is made once. */
export const openapiText = () => (written ??= { type: 'application/json', content: JSON.stringify(openapi()) });

function operationOf(name: EveryCallName) {
  const call = everyCall[name];
  const { answer, method } = call;
  const { query, body, bearer, revised, problems } = shapeOf(name);
  const posted = method === 'POST';
  const parameters = [
    ...(query ? queryParameters(query) : []),
    ...(posted ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', format: 'uuid' } }] : []),
    ...(revised ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
  ];
  return {
    operationId: name,
    ...(parameters.length > 0 && { parameters }),
    ...(bearer && { security: [{ token: [] }] }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      [statusWhenDone(name)]: answer ? json('Done.', answer) : { description: 'Done.', ...contentOf(call) },
      ...(name === 'book' && { 200: json('The booking that the hold has become already.', everyCall.book.answer) }),
      ...(method === 'GET' && { 304: { description: 'What `If-None-Match` names is still so.' } }),
      ...problemResponses([
        ...problems.map((problem): Possible => [problem]),
        ...always,
        ...(posted ? whenPosted : []),
        ...(body ? whenNotJson : []),
        ...(revised ? withoutRevision : []),
        ...(bearer === 'manage' ? whenErased : []),
      ]),
    },
  };
}

function statusWhenDone(name: EveryCallName): number {
  const call = everyCall[name];
  if ('status' in call) return call.status;
  if (name === 'hold' || name === 'book') return 201;
  return call.answer ? 200 : 204;
}

/** What is not JSON has a media type alone. */
const contentOf = (call: object) =>
  'content' in call ? { content: { [String(call.content)]: { schema: { type: 'string' } } } } : {};

const json = (description: string, schema: v.GenericSchema) => ({
  description,
  content: { 'application/json': { schema: schemaOf(schema) } },
});

function problemResponses(possible: readonly Possible[]) {
  const byStatus: Record<number, ProblemName[]> = {};
  for (const [problem, status = statusOf(problem)] of possible) (byStatus[status] ??= []).push(problem);
  const content = { 'application/problem+json': { schema: { $ref: `${COMPONENTS}Problem` } } };
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, names]) => [
      status,
      { description: [...new Set(names)].join(', '), content },
    ]),
  );
}

function queryParameters(query: v.GenericSchema) {
  const entries = 'entries' in query ? (query.entries as Record<string, v.GenericSchema>) : {};
  return Object.entries(entries).map(([name, schema]) => ({
    name,
    in: 'query',
    required: schema.type !== 'optional',
    schema: schemaOf(schema),
    ...(isList(schema) && { style: 'form', explode: true }),
  }));
}

/** A reference where the schema has a name, else the schema itself. */
const schemaOf = (schema: v.GenericSchema): object => {
  const name = nameOf.get(schema);
  return name ? { $ref: COMPONENTS + name } : plain(convert(schema));
};

function schemas(): Record<string, object> {
  const found: Record<string, object> = {};
  for (const [name, schema] of Object.entries(named)) {
    const { $ref, $defs = {}, ...rest } = convert(schema) as { $ref?: string; $defs?: Record<string, object> };
    Object.assign(found, $defs);
    if (!$ref) found[name] = rest;
  }
  return Object.fromEntries(Object.entries(found).map(([name, schema]) => [componentName(name), plain(schema)]));
}

const convert = (schema: v.GenericSchema) =>
  toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    definitions: named,
    overrideRef: ({ referenceId }) => COMPONENTS + componentName(referenceId),
    overrideAction: ({ valibotAction, jsonSchema }) =>
      isRegex(valibotAction) ? withPattern(jsonSchema, valibotAction.requirement.source) : null,
  });

/** A schema that contains itself and has no name is only numbered. */
const componentName = (id: string) => id.replace(/^\d+$/, 'Nested$&');

/** JSON Schema reads patterns as Unicode anyway, and has room for one only where several apply. */
const withPattern = (schema: JsonSchema, source: string): JsonSchema =>
  (schema.pattern ?? source) === source
    ? { ...schema, pattern: source }
    : { ...schema, allOf: [...(schema.allOf ?? []), { pattern: source }] };

const isRegex = (action: { readonly type: string }): action is v.RegexAction<string, undefined> =>
  action.type === 'regex';

/** Without the words that only belong at the top of a document. */
const plain = ({ $schema: _schema, $defs: _defs, ...schema }: { $schema?: unknown; $defs?: unknown }) => schema;

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}
