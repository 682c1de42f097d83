import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { LeftOut, must } from '../fault.ts';
import type { Kit } from '../kit.ts';

const REQUEST_HEADERS = ['authorization', 'content-type', 'idempotency-key', 'if-match'];
const EXPOSED = ['etag', 'retry-after', 'content-language'];

const listOf = (reply: Reply, header: string) =>
  (reply.headers.get(header) ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());

const allowed = (reply: Reply) => reply.headers.get('Access-Control-Allow-Origin');

const preflight = (kit: Kit, origin: string) =>
  kit.client.ask('OPTIONS', '/bookings', {
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': REQUEST_HEADERS.join(','),
    },
  });

const known = ({ options: { origin } }: Kit): string => {
  if (!origin) throw new LeftOut('--origin names none of the clinic’s pages');
  return origin;
};

/** Origins that resemble one that is allowed. */
const lookalikes = (origin: string) => {
  const { protocol, host, hostname } = new URL(origin);
  const other = protocol === 'https:' ? 'http:' : 'https:';
  return [
    `${origin}.evil.example`,
    `${protocol}//evil-${host}`,
    `${protocol}//evil.${host}`,
    `${protocol}//${hostname}:8`,
    `${other}//${host}`,
    `${origin}/`,
  ];
};

export const cors = [
  check('pages of others may not read an answer', async (kit) => {
    for (const origin of [
      'https://evil.example',
      'null',
      ...(kit.options.origin ? lookalikes(kit.options.origin) : []),
    ]) {
      for (const reply of [await kit.client.catalog({ Origin: origin }), await preflight(kit, origin)])
        must(allowed(reply) === null, `${origin} may read it: Access-Control-Allow-Origin: ${allowed(reply)}`, reply);
    }
  }),
  check('the clinic’s own page may read answers and refusals, and the headers that it needs', async (kit) => {
    const origin = known(kit);
    const refusal = await kit.client.call('held', { headers: { Origin: origin } });
    for (const reply of [await kit.client.catalog({ Origin: origin }), refusal]) {
      must(allowed(reply) === origin, `Access-Control-Allow-Origin is ${allowed(reply)}, not ${origin}`, reply);
      const missing = EXPOSED.filter((name) => !listOf(reply, 'Access-Control-Expose-Headers').includes(name));
      must(missing.length === 0, `Access-Control-Expose-Headers lacks ${missing.join(', ')}`, reply);
    }
  }),
  check('the clinic’s own page may send what a booking needs, and may remember so', async (kit) => {
    const origin = known(kit);
    const reply = await preflight(kit, origin);
    must(reply.status === 200 || reply.status === 204, `a preflight was answered ${reply.status}`, reply);
    must(allowed(reply) === origin, `Access-Control-Allow-Origin is ${allowed(reply)}, not ${origin}`, reply);
    const headers = listOf(reply, 'Access-Control-Allow-Headers');
    const missing = REQUEST_HEADERS.filter((name) => !headers.includes(name));
    must(missing.length === 0, `Access-Control-Allow-Headers lacks ${missing.join(', ')}`, reply);
    must(Number(reply.headers.get('Access-Control-Max-Age')) > 0, 'a preflight has to be cacheable', reply);
  }),
  check('no cookie is set, and none is asked for', async (kit) => {
    for (const reply of [await kit.client.catalog(), await kit.month()]) {
      must(!reply.headers.has('Set-Cookie'), 'the answer sets a cookie', reply);
      must(!reply.headers.has('Access-Control-Allow-Credentials'), 'the answer wants cookies', reply);
    }
  }),
];
