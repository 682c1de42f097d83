import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { isList } from '../../../../demo/endpoint/routes/read-request.ts';
import { fromSchema } from './from-schema.ts';
import { hostileText, MARK, spoilt, written, writtenBadly } from './hostile.ts';
import type { Target } from './targets.ts';
import type { TokenName, World } from './world.ts';

/** Everything that may be sent to one route. */
interface Attack {
  readonly query: string;
  readonly body: string | undefined;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How often it is looked whether there still is something to attack. */
const EVERY = 10;
let sentSoFar = 0;

const prototype = Object.getOwnPropertyNames(Object.prototype).join();

/** Sends so many made-up requests to a route, and holds every answer and every line of the log against the rules. */
export async function attack(world: World, target: Target, numRuns: number, seed: number): Promise<Tally> {
  const tally = { good: 0, refused: 0 };
  const property = fc.asyncProperty(attackOn(target), async (sent) => {
    const logged = world.logged.length;
    const request = requestOf(world, target, sent);
    const response = await world.ask(request);
    const text = await response.text();
    assert.ok(response.status < 500, `it was answered ${response.status}: ${world.logged.at(-1)}`);
    tally[response.status < 400 ? 'good' : 'refused']++;
    if (response.ok) assertTaken(target, sent);
    if (response.ok && text.startsWith('{')) world.learn(target, JSON.parse(text));
    const refused = response.status >= 400 ? nameOf(text) : '';
    assert.ok(target.foresees(response.status, refused), `${response.status} ${refused} is not written down`);
    if (response.status >= 400) {
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      assert.ok(JSON.parse(text).detail, 'a refusal says why');
      assert.ok(!text.includes(MARK), `a refusal repeats what was sent: ${text}`);
    }
    assert.ok(!world.logged.slice(logged).join('').includes(MARK), 'the log repeats what was sent');
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), prototype);
    if (++sentSoFar % EVERY === 0) await world.refresh(target);
  });
  await fc.assert(property, { numRuns, seed });
  return tally;
}

/** How many were answered, and how many refused. */
export interface Tally {
  readonly good: number;
  readonly refused: number;
}

const nameOf = (problem: string) => /problems\/([a-z-]+)"/.exec(problem)?.[1] ?? 'no problem at all';

/** What was taken has to be something that the schema takes. */
function assertTaken(shape: Target, { body, query }: Attack) {
  // A byte order mark is passed over, as RFC 8259 allows.
  if (shape.body)
    assert.ok(
      v.is(shape.body, JSON.parse((body ?? '').replace(/^\ufeff/, ''))),
      'it was taken, though its schema refuses it',
    );
  if (shape.query)
    assert.ok(v.is(shape.query, asRead(shape.query, query)), 'it was taken, though its schema refuses it');
}

function asRead(schema: v.GenericSchema, query: string) {
  const { entries } = schema as unknown as { readonly entries: Record<string, v.GenericSchema> };
  const parameters = new URLSearchParams(query);
  const given = (entry: string) => parameters.getAll(entry).filter(Boolean);
  const read = Object.entries(entries).map(([field, inner]) => [field, isList(inner) ? given(field) : given(field)[0]]);
  return Object.fromEntries(read);
}

function requestOf(world: World, { method, path }: Target, { query, body, token, headers }: Attack): Request {
  const living = (text: string) => text.replaceAll(/token:(\w+)/g, (_, name: TokenName) => world.tokens[name] ?? '');
  const all = new Headers({ 'Content-Type': 'application/json', 'If-Match': `"${world.revision()}"`, ...headers });
  if (token) all.set('Authorization', `Bearer ${living(token)}`);
  const sends = method === 'POST' && body !== undefined;
  return new Request(world.base + path + query, { method, headers: all, ...(sends && { body: living(body) }) });
}

function attackOn({ query, body, bearer, example: taken }: Target): fc.Arbitrary<Attack> {
  const example = fc.constant(taken);
  const token = fc.oneof(
    { weight: 15, arbitrary: fc.constant(`token:${bearer}`) },
    fc.constantFrom('token:hold', 'token:manage', 'token:wait', '', MARK, `${MARK}.1.${MARK}`, '..', '.1e9.'),
    latin,
  );
  return fc.record({
    query: query ? queryOf(fc.oneof(example, fromSchema(query))) : fc.constant(''),
    body: body ? bodyOf(example, fromSchema(body)) : fc.constantFrom(undefined, '', '{}', `["${MARK}"]`),
    token,
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, headersOf),
  });
}

const bodyOf = (example: fc.Arbitrary<object>, random: fc.Arbitrary<unknown>) => {
  const good = fc.oneof(example, random);
  const spoiltOnce = spoilt(good);
  return fc.oneof(
    { weight: 4, arbitrary: example.map(written) },
    { weight: 2, arbitrary: random.map(written) },
    { weight: 6, arbitrary: spoiltOnce.map(written) },
    { weight: 2, arbitrary: spoilt(spoiltOnce).map(written) },
    { weight: 2, arbitrary: writtenBadly(good) },
    hostileText,
  );
};

const queryOf = (good: fc.Arbitrary<unknown>) => {
  const pairs = fc.oneof(good, spoilt(good)).map((value) => {
    const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return fields.flatMap(([field, inner]) =>
      [inner].flat().map((one) => [field, typeof one === 'string' ? one : written(one ?? '')]),
    );
  });
  return fc
    .tuple(pairs, fc.constantFrom('', `&from=${MARK}`, '&service=%00', '&to=%ff%fe', '&__proto__=1', '&&&='))
    .map(([some, more]) => `?${new URLSearchParams(some)}${more}`);
};

/** What a header can hold at all; anything else no client can send. */
const latin = fc
  .string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCodePoint(code)) })
  .map((text) => `${MARK}${text.replaceAll('\u007f', '')}`);

const headersOf = fc
  .record(
    {
      'Idempotency-Key': fc.oneof(fc.uuid(), fc.constantFrom('', '"', '../..', 'x'.repeat(5000)), latin),
      'Content-Type': fc.constantFrom('application/json; charset=utf-16', 'text/plain', 'application/x+json', MARK, ''),
      'If-Match': fc.constantFrom('*', '"0"', '"99999999999999999999"', 'W/"1"', MARK, '"1", "2"', '"-1"'),
      'If-None-Match': fc.constantFrom('*', '"', MARK, ','.repeat(2000)),
      'Accept-Language': fc.constantFrom('*', 'es;q=2;q=x', ';;;', 'x'.repeat(3000), `${MARK};q=-1`, 'en-'.repeat(500)),
      Origin: fc.constantFrom('null', 'https://cedar.example', MARK, '*'),
    },
    { requiredKeys: [] },
  )
  // A key now and then is enough: the same one for all would only be answered with what was said before.
  .map((headers) => headers as Readonly<Record<string, string>>);
