/** Endpoints with one fault each: the small one with something wrong in its calendar, or in front of it. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Calendar, type Holder } from '../../../../demo/small-endpoint/schedule.ts';
import type { Options } from '../../../../demo/small-endpoint/endpoint.ts';
import type { Slot } from '../../../../src/contract/index.ts';
import { answers } from '../../endpoint/helpers/checklist.ts';
import type { Fetch } from './on-a-port.ts';
import { origin, small } from './small.ts';

type Take = Parameters<Calendar['take']>;

export class LooksFirst extends Calendar {
  override async take(...[slots, holder, now, older]: Take): Promise<readonly Slot[]> {
    const lost = slots.filter((slot) => !this.isFree(slot, now, holder, older));
    await setImmediate();
    if (lost.length === 0) await super.take(slots, holder, Infinity, older);
    return lost;
  }
}

export class TakesHalf extends Calendar {
  override async take(...[slots, ...rest]: Take): Promise<readonly Slot[]> {
    const lost: Slot[] = [];
    for (const slot of slots) lost.push(...(await super.take([slot], ...rest)));
    return lost;
  }
}

/** Looks at when something begins, and never at how long it lasts. */
export class LooksAtStarts extends Calendar {
  override isFree = (slot: Slot, ...rest: [number, ...(Holder | undefined)[]]) =>
    Calendar.prototype.isFree.call(this, begun(slot), ...rest);
  override take = (...[slots, ...rest]: Take) => Calendar.prototype.take.call(this, slots.map(begun), ...rest);
}
const begun = (slot: Slot): Slot => ({
  ...slot,
  appointments: slot.appointments.map((one) => ({ ...one, end: minutesLater(one.start) })),
});
const minutesLater = (instant: string) => new Date(Date.parse(instant) + 60_000).toISOString();

export class NeverGivesBack extends Calendar {
  override giveBack(): void {}
}

export class NeverForgets extends Calendar {
  override isFree = (slot: Slot, _now: number, ...own: readonly (Holder | undefined)[]) =>
    Calendar.prototype.isFree.call(this, slot, -Infinity, ...own);
}

/** The small endpoint with something between it and who asks. */
export const behind =
  (front: (inner: Fetch) => Fetch, options: Partial<Options> = {}) =>
  () => {
    const { fetch, passes } = small(options);
    return { fetch: front(fetch), passes };
  };
export const withCalendar = (calendar: () => Calendar) => () => small({ calendar: calendar() });

const isPost = ({ method, url }: Request, path: string) => method === 'POST' && new URL(url).pathname === path;

/** Changes requests on their way in. */
export const sent = (change: (request: Request) => Request | Promise<Request>) =>
  behind((inner) => async (request, env) => inner(await change(request), env));

/** Changes answers on their way out. */
export const told = (change: (response: Response, request: Request) => Response | Promise<Response>) =>
  behind((inner) => async (request, env) => change(await inner(request.clone(), env), request));

/** Changes the JSON of good answers to a path. */
export const json = (path: string, change: (body: Record<string, unknown>) => object, status?: number) =>
  told(async (response, request) => {
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    if (!isJson || new URL(request.url).pathname !== path) return response;
    const headers = new Headers(response.headers);
    headers.delete('Content-Length');
    return Response.json(change(await response.json()), { status: status ?? response.status, headers });
  });

/** Changes headers of every answer. */
export const headers = (change: (headers: Headers, request: Request) => void) =>
  told((response, request) => {
    const changed = new Headers(response.headers);
    change(changed, request);
    return new Response(response.body, { status: response.status, headers: changed });
  });

export const withoutKey = (request: Request) => {
  const changed = new Headers(request.headers);
  changed.delete('Idempotency-Key');
  return new Request(request, { headers: changed });
};

/** Answers whatever it has answered under a key before, whoever asks for whatever. */
export const keysAlone = behind((inner) => {
  const kept = new Map<string | null, Response>();
  return async (request, env) => {
    const key = request.headers.get('Idempotency-Key');
    const before = key && kept.get(key);
    if (before) return before.clone();
    const response = await inner(request, env);
    if (key && response.ok) kept.set(key, response.clone());
    return response;
  };
});

/** Takes a request that is still at work for somebody else's. */
export const busyIsLost = behind((inner) => {
  const busy = new Set<string | null>();
  return async (request, env) => {
    const key = request.headers.get('Idempotency-Key');
    if (isPost(request, '/holds') && busy.has(key)) return lostTime(request);
    busy.add(key);
    await setImmediate();
    const response = await inner(request, env);
    busy.delete(key);
    return response;
  };
});

async function lostTime(request: Request) {
  const { slotIds: taken } = (await request.json()) as { slotIds: string[] };
  const title = 'Somebody else was faster.';
  const body = { type: 'https://willow.example/problems/slot-taken', title, status: 409, detail: title, taken };
  const headers = { 'Content-Type': 'application/problem+json', 'Content-Language': 'en', Vary: 'Origin' };
  return new Response(JSON.stringify(body), { status: 409, headers });
}

export const trustsWhoeverBooks = sent(async (request) => {
  if (!isPost(request, '/bookings')) return request;
  const body = { ...((await request.json()) as object), checklist: answers() };
  return new Request(request.url, { method: 'POST', headers: request.headers, body: JSON.stringify(body) });
});

/** Passes over a "yes" to some questions; whoever needs a doctor is told that they wait for one, and not until when. */
export const passesOver = (questions: readonly string[], told: object = {}, options: Partial<Options> = {}) =>
  behind(
    (inner) => async (request, env) => {
      if (!isPost(request, '/bookings')) return inner(request, env);
      const text = await request.text();
      const yes = (linkId: string) => new RegExp(`("linkId":"${linkId}"[^}]*?"code":)"yes"`);
      const changed = questions.reduce((all, linkId) => all.replace(yes(linkId), '$1"no"'), text);
      const response = await inner(new Request(request.url, { ...sameAs(request), body: changed }), env);
      return changed === text || !response.ok
        ? response
        : Response.json({ ...(await response.json()), ...told }, response);
    },
    options,
  );
const sameAs = ({ method, headers }: Request) => ({ method, headers });

/** Says that it holds two treatments of one therapist at one time, and holds the first. */
export const holdsOneOfTwo = sent(async (request) => {
  if (!isPost(request, '/holds')) return request;
  const body = (await request.text()).replace(/("s1~([^"]+)"),"s2~\2"/, '$1');
  return new Request(request.url, { ...sameAs(request), body });
});

/** Keeps refusals under their keys as well. */
export const keepsRefusals = behind((inner) => {
  const kept = new Map<string, Response>();
  return async (request, env) => {
    const { authorization, 'idempotency-key': key } = Object.fromEntries(request.headers);
    const mark = [request.url, authorization, key].join();
    const before = key && kept.get(mark);
    if (before) return before.clone();
    const response = await inner(request, env);
    if (key && response.status === 409) kept.set(mark, response.clone());
    return response;
  };
});

/** Tokens in another form: right, as long as what is written can be read again. */
export const withTokens = (write: (token: string) => string, read: (token: string) => string) =>
  behind((inner) => async (request, env) => {
    const headers = new Headers(request.headers);
    const bearer = headers.get('Authorization');
    if (bearer) headers.set('Authorization', `Bearer ${printable(read(bearer.slice(7)))}`);
    const text = await request.text();
    const body = text.replace(/"replaces":"([^"]+)"/, (_, token: string) => `"replaces":"${read(token)}"`);
    const response = await inner(
      new Request(request.url, { method: request.method, headers, ...(body && { body }) }),
      env,
    );
    if (!isHold(request) || !response.ok || response.status === 204) return response;
    const answer = (await response.text()).replace(
      /"token":"([^"]+)"/,
      (_, token: string) => `"token":"${write(token)}"`,
    );
    return new Response(answer, { status: response.status, headers: response.headers });
  });
const printable = (token: string) => (/^[!-~]+$/.test(token) ? token : 'none');
const isHold = ({ url }: Request) => new URL(url).pathname.startsWith('/holds');

export const breaksOnNul = behind((inner) => async (request, env) => {
  const text = await request.clone().text();
  return text.includes('\\u0000') ? new Response('invalid byte sequence', { status: 500 }) : inner(request, env);
});

export const manyBookings = json('/bookings', (body) => ({ ...body, id: randomUUID() }), 201);

export const summerNever = told(async (response, request) => {
  if (!response.ok || request.method === 'OPTIONS' || response.status === 204) return response;
  const text = (await response.text()).replaceAll('-06:00', '-07:00');
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(text, { status: response.status, headers });
});

export const oneTagForAll = behind((inner) => async (request, env) => {
  const known = request.headers.get('If-None-Match') === '"1"';
  const response = await inner(withoutTag(request), env);
  const headers = new Headers(response.headers);
  if (response.ok) headers.set('ETag', '"1"');
  return response.ok && known
    ? new Response(null, { status: 304, headers })
    : new Response(response.body, { status: response.status, headers });
});
function withoutTag(request: Request) {
  const headers = new Headers(request.headers);
  headers.delete('If-None-Match');
  return new Request(request, { headers });
}

/** Says more about a token whose length is right. */
export const tellsTokensApart = told(async (response, request) => {
  if (response.status !== 401) return response;
  const token = request.headers.get('Authorization')?.slice(7) ?? '';
  const body = (await response.json()) as object;
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  const detail = token.length === 36 ? 'This hold is not yours.' : 'This is no token.';
  return new Response(JSON.stringify({ ...body, detail }), { status: 401, headers });
});

/** Lets every page in that begins like the clinic's own. */
export const loosely = headers((changed, request) => {
  const from = request.headers.get('Origin') ?? '';
  if (from.startsWith(origin)) changed.set('Access-Control-Allow-Origin', from);
});

/** Reads what is asked of a path only, and changes it. */
const askedOf = (path: string, change: (query: URLSearchParams) => void) =>
  sent((request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.pathname !== path) return request;
    change(url.searchParams);
    return new Request(url, request);
  });

export const anybodyWillDo = askedOf('/availability', (query) => query.delete('therapist'));

const known = new Set(['service', 'from', 'to', 'therapist', 'location', 'addOn']);
export const strict = askedOf('/availability', (query) => {
  if ([...query.keys()].some((name) => !known.has(name))) query.set('from', 'whatever you mean');
});

/** Shows something else to whoever comes back with the token. */
export const losesTrack = told(async (response, request) => {
  if (!isGet(request, '/holds') || !response.ok) return response;
  const { slots, ...body } = (await response.json()) as { slots?: readonly Slot[] };
  return Response.json(
    { ...body, ...(slots && { slots: slots.map((slot) => ({ ...slot, id: `${slot.id}x` })) }) },
    response,
  );
});
const isGet = ({ method, url }: Request, path: string) => method === 'GET' && new URL(url).pathname === path;

/** Lets nobody come late, whether or not somebody else wants the place. */
export class Punctual extends Calendar {
  override async take(...[slots, holder, now, older]: Take): Promise<readonly Slot[]> {
    return holder.expires <= now ? slots : super.take(slots, holder, now, older);
  }
}

/** Gives up whatever a token stands for, a booking too. */
class GivesUpAll extends Calendar {
  giveUp(token: string): void {
    for (const holder of this.holders.values()) if ('token' in holder && holder.token === token) this.giveBack(holder);
  }
}
export const givesUpBookings = () => {
  const calendar = new GivesUpAll();
  const front = (request: Request) => {
    const isRelease = request.method === 'DELETE' && new URL(request.url).pathname === '/holds';
    if (isRelease) calendar.giveUp(request.headers.get('Authorization')?.slice(7) ?? '');
    return request;
  };
  return behind((inner) => async (request, env) => inner(front(request), env), { calendar })();
};

/** Knows its own language only, and lets nobody in who asks for another. */
export const oneLanguageOnly = told((response, request) => {
  if (request.headers.get('Accept-Language') !== 'xx') return response;
  const title = 'We speak English.';
  const body = { type: 'https://willow.example/problems/not-found', title, status: 406, detail: title };
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  headers.set('Content-Type', 'application/problem+json');
  return new Response(JSON.stringify(body), { status: 406, headers });
});

/** Asks something to which there is no answer that lets anybody book. */
export const nobodyIsWell = json('/checklist', (body) => {
  const [first] = body['item'] as readonly { answerOption: readonly { extension?: object }[] }[];
  const answerOption = first!.answerOption.filter(({ extension }) => extension);
  return { ...body, item: [...(body['item'] as object[]), { ...first, linkId: 'again', answerOption }] };
});
