import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { must, mustRefuse } from '../fault.ts';
import { garbled } from '../garbled.ts';
import type { Kit } from '../kit.ts';

const sends = (kit: Kit, body: unknown, headers = {}) => kit.client.call('hold', { body, headers });

/** A 4xx that names the field, so that the widget can show it where it belongs. */
function mustPoint(reply: Reply, pointer: RegExp) {
  mustRefuse(reply, 422, 'invalid');
  const pointers = (reply.problem.errors ?? []).map((one) => one.pointer);
  must(
    pointers.some((one) => pointer.test(one)),
    `no error points at ${pointer.source}: ${pointers.join(' ')}`,
    reply,
  );
}

const mustBeTheClients = (reply: Reply, what: string) =>
  must(reply.status >= 400 && reply.status < 500, `${what} was answered ${reply.status}, not 4xx`, reply);

/** Hexadecimal digits say the same in capitals. */
const inCapitals = (token: string) =>
  /^[\da-f-]*$/i.test(token) ? [] : [token.toUpperCase()].filter((one) => one !== token);

const deep = (levels: number) => `{"slotIds":["x"],"more":${'['.repeat(levels)}${']'.repeat(levels)}}`;

export const requests = [
  check('what is no JSON of the contract’s shape is refused, field by field', async (kit) => {
    mustPoint(await sends(kit, {}), /^\/slotIds$/);
    mustPoint(await sends(kit, { slotIds: [] }), /^\/slotIds$/);
    mustPoint(await sends(kit, { slotIds: 'x' }), /^\/slotIds$/);
    mustPoint(await sends(kit, { slotIds: [7] }), /^\/slotIds\/0$/);
    mustPoint(await sends(kit, { slotIds: Array.from({ length: 25 }, (_, index) => `x${index}`) }), /^\/slotIds/);
    mustBeTheClients(await sends(kit, '{"slotIds":'), 'half of a JSON text');
    mustBeTheClients(await sends(kit, '[]'), 'a list');
    mustBeTheClients(await sends(kit, '{"slotIds":["x"]}', { 'Content-Type': 'text/plain' }), 'plain text');
  }),
  check('text that no database keeps is refused', async (kit) => {
    mustPoint(await sends(kit, '{"slotIds":["\\u0000"]}'), /^\/slotIds\/0$/);
    mustPoint(await sends(kit, '{"slotIds":["\\ud800"]}'), /^\/slotIds\/0$/);
  }),
  check('more than 256 KiB is refused', async (kit) => {
    mustRefuse(await sends(kit, { slotIds: ['x'], more: 'x'.repeat(257 * 1024) }), 413, 'too-large');
  }),
  check('JSON of more than 32 levels is refused', async (kit) => {
    for (const levels of [40, 20_000]) mustBeTheClients(await sends(kit, deep(levels)), `${levels} levels`);
  }),
  check('a slot that there is not is refused', async (kit) => {
    const [slot] = await kit.free(1);
    for (const slotIds of [['no-such-slot'], [slot, 'no-such-slot'], [`${slot}0`]]) {
      const reply = await kit.client.hold(slotIds);
      must(reply.status === 422 || reply.status === 409, `it was answered ${reply.status}`, reply);
    }
    must(await kit.isFree(slot), `${slot} is gone, though what it was asked for with was refused`);
  }),
  check('what there is not is answered 404', async (kit) => {
    mustRefuse(await kit.client.ask('GET', '/no-such-thing', {}), 404, 'not-found');
  }),
  check('every language is answered, and the answer says in which one', async (kit) => {
    const { clinic } = await kit.catalog();
    for (const language of ['xx', ...(clinic.languages ?? [])]) {
      const reply = await kit.client.catalog({ 'Accept-Language': language });
      const said = reply.headers.get('Content-Language');
      must(reply.status === 200 && said, `Accept-Language: ${language} has no answer with a language`, reply);
      if (language !== 'xx') must(said.startsWith(language.slice(0, 2)), `asked for ${language}, got ${said}`, reply);
    }
  }),
  check('a wrong token gets one and the same 401, whatever is wrong with it', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const wrong = ['', 'x', garbled(token), `${token}x`, token.slice(1), ...inCapitals(token)];
    for (const name of ['held', 'extend', 'release', 'book'] as const) {
      const body = name === 'book' ? await kit.request() : undefined;
      const replies = [await kit.client.call(name, { body })];
      for (const one of wrong) replies.push(await kit.client.call(name, { body, token: one }));
      for (const reply of replies) mustRefuse(reply, 401, 'unauthorized');
      const texts = new Set(replies.map(({ exchange }) => exchange.text));
      must(texts.size === 1, 'the answers differ, so that tokens can be guessed at', ...replies);
    }
    must((await kit.client.held(token)).status === 200, 'the hold is gone after others guessed at its token');
  }),
];
