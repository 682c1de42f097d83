/** What has to be true of every answer, whatever was asked: looked at when all the rest has been done. */
import * as v from 'valibot';
import { everyCall, Problem, problemNames } from '../../../src/contract/index.ts';
import { check } from '../check.ts';
import { jsonOf } from '../client.ts';
import { Fault } from '../fault.ts';
import type { Kit } from '../kit.ts';
import type { Exchange } from '../wire.ts';

const ofEvery = (name: string, faultOf: (exchange: Exchange, kit: Kit) => string | undefined) =>
  check(name, async (kit) => {
    const shown: Exchange[] = [];
    let first: string | undefined;
    for (const exchange of kit.client.wire.exchanges) {
      const fault = faultOf(exchange, kit);
      first ??= fault;
      if (fault && shown.length < 2) shown.push(exchange);
    }
    if (first) throw new Fault(first, shown);
  });

const contentType = ({ headers }: Exchange) => headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
const isRefusal = ({ status }: Exchange) => status >= 400 && status < 500;
const isGood = ({ status }: Exchange) => status === 200 || status === 201;

function callOf({ method, url }: Exchange, { client }: Kit) {
  const path = url.slice(client.wire.base.length).replace(/\?.*$/, '');
  return Object.values(everyCall).find((call) => call.method === method && call.path === path);
}

/** Where a value departs from a schema, and what should stand there; never the value. */
function departure(schema: v.GenericSchema, value: unknown): string | undefined {
  const { issues } = v.safeParse(schema, value);
  return issues && `${v.getDotPath(issues[0]) ?? 'the whole'} should be ${issues[0].expected ?? issues[0].type}`;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsOf) : [];
}

const MARKUP = /<\/?[a-z][^>]*>|&(?:[a-z]{2,8}|#x?[\da-f]+);/i;
const INNARDS = /\bat [\w.<>]+ \(?(?:file:|\/|[A-Z]:\\)|\bselect\b.+\bfrom\b|SQLSTATE|node_modules|Traceback/i;

export const everyAnswer = [
  ofEvery('no answer is a failure of the endpoint itself', ({ status }) =>
    status >= 500 ? `it was answered ${status}` : undefined,
  ),
  ofEvery('every good answer has the shape of the contract', (exchange, kit) => {
    const call = callOf(exchange, kit);
    if (!isGood(exchange) || !call?.answer) return undefined;
    if (contentType(exchange) !== 'application/json') return `its Content-Type is ${contentType(exchange)}`;
    const fault = departure(call.answer, jsonOf(exchange));
    return fault && `${call.method} ${call.path}: ${fault}`;
  }),
  ofEvery('every refusal is a problem of RFC 9457 that a patient can read', (exchange) => {
    if (!isRefusal(exchange)) return undefined;
    if (contentType(exchange) !== 'application/problem+json') return `its Content-Type is ${contentType(exchange)}`;
    const problem = jsonOf(exchange) as Partial<Problem>;
    const fault = departure(Problem, problem);
    if (fault) return fault;
    const name = problem.type?.slice(problem.type.lastIndexOf('/') + 1);
    if (!problemNames.some((one) => one === name)) return `its type ends in no name of the contract: ${problem.type}`;
    if (problem.status !== exchange.status) return `it says ${problem.status}, and is sent as ${exchange.status}`;
    if (!problem.title || !problem.detail) return 'it has no title, or no detail';
    return INNARDS.test(exchange.text) ? 'it shows the endpoint’s innards' : undefined;
  }),
  ofEvery('every text is text, never markup', (exchange) => {
    if (!/json/.test(contentType(exchange) ?? '')) return undefined;
    const markup = textsOf(jsonOf(exchange)).find((text) => MARKUP.test(text));
    return markup && `an answer says ${JSON.stringify(markup.slice(0, 80))}`;
  }),
  ofEvery('every answer says its language, and with what it varies', (exchange) => {
    const { status, headers, method } = exchange;
    if (method === 'OPTIONS' || status === 204 || status >= 500) return undefined;
    if (status !== 304 && !headers.get('Content-Language')) return 'it lacks Content-Language';
    const vary = (headers.get('Vary') ?? '').toLowerCase();
    const lacks = ['origin', 'accept-language'].filter((name) => !vary.includes(name));
    return method === 'GET' && lacks.length > 0 ? `Vary lacks ${lacks.join(', ')}` : undefined;
  }),
];
