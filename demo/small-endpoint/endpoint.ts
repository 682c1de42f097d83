/** An endpoint, in memory, that passes the kit's level `core`: read it from top to bottom. */
import { randomInt, randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';
import * as contract from '../../src/contract/index.ts';
import { fromResponse, isRuledOut, loadQuestionnaire, screen } from '../../src/domain/checklist/index.ts';
import { addDays, dayOf, daysBetween, isDay, today } from '../../src/domain/day.ts';
import { Calendar, overlap, slotOf, workingSlots, type Holder } from './schedule.ts';

/** Says why something is not done, in words fit for a patient: RFC 9457. */
function refusal(name: contract.ProblemName, status: ContentfulStatusCode, title: string, more = {}): HTTPException {
  const body = { type: `https://willow.example/problems/${name}`, title, status, detail: title, ...more };
  const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '60' };
  return new HTTPException(status, { res: new Response(JSON.stringify(body), { status, headers }) });
}
const wrong = (pointer: string) => refusal('invalid', 422, 'Please check what is marked.', { errors: [{ pointer }] });

/** What was sent, as the contract's schema describes it; the first thing that is wrong is named. */
function checked<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  throw wrong((issues[0].path ?? []).map(({ key }) => `/${String(key)}`).join(''));
}
const isDeep = (value: unknown, levels = 32): boolean =>
  value instanceof Object && (levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1)));

interface Hold extends Holder {
  readonly token: string;
  readonly client: string;
  readonly slots: readonly contract.Slot[];
  extensions: number;
  booking?: object;
}
type Answer = readonly [body: object, status: 200 | 201];
export interface Options {
  readonly catalog: contract.Catalog;
  readonly checklist: object;
  readonly origins: readonly string[];
  readonly clientOf: (c: Context) => string;
  readonly clock: () => number;
  readonly calendar?: Calendar;
}

export function createEndpoint({ catalog, checklist, origins, clientOf, clock, calendar = new Calendar() }: Options) {
  const { clinic, policy, services } = catalog;
  const { questionnaire } = loadQuestionnaire(checklist);
  if (!questionnaire) throw new Error('Nobody books without having been screened.');
  const app = new Hono();

  // 1. Every answer: the clinic's own pages may read it, it names its language, and a refusal is one of the contract's.
  const allowHeaders = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match'];
  const exposeHeaders = ['ETag', 'Retry-After', 'Content-Language'];
  app.use(cors({ origin: [...origins], allowHeaders, exposeHeaders, maxAge: 7200 }), async (c, next) => {
    await next();
    c.header('Content-Language', 'en');
    c.header('Vary', 'Accept-Language', { append: true });
  });
  const tooLarge = () => refusal('too-large', 413, 'Please send less.').getResponse();
  app.use(bodyLimit({ maxSize: 256 * 1024, onError: tooLarge }));
  app.get('*', etag());
  app.notFound(() => refusal('not-found', 404, 'There is nothing here.').getResponse());
  app.onError((error) =>
    (error instanceof HTTPException ? error : refusal('unavailable', 500, 'Please try again.')).getResponse(),
  );

  // 2. What there is. A hold that runs out changes what is free though nobody writes, so no answer lasts.
  const day = () => today(clock(), clinic.timeZone);
  const end = () => addDays(day(), policy.horizonDays + 1);
  const bookable = (slots: readonly contract.Slot[], until = end()) => {
    const earliest = clock() + policy.minNoticeMinutes * 60_000;
    return slots.filter(({ start }) => Date.parse(start) >= earliest && dayOf(start) < until);
  };
  const free = (service: string, from = day(), to = end()) => {
    if (!services.some(({ id }) => id === service)) throw wrong('/service');
    return bookable(workingSlots(catalog, service, from, to)).filter((slot) => calendar.isFree(slot, clock()));
  };
  app.get('/catalog', (c) => c.json(catalog, 200, { 'Cache-Control': 'max-age=300' }));
  app.get('/checklist', (c) => c.json(checklist, 200, { 'Cache-Control': 'max-age=300' }));
  app.get('/availability', (c) => {
    const query = { ...c.req.query(), therapist: c.req.queries('therapist') };
    const { service, from, to, therapist: wanted } = checked(contract.AvailabilityQuery, query);
    if (!isDay(from)) throw wrong('/from');
    if (!isDay(to) || to <= from || daysBetween(from, to) > 62) throw wrong('/to');
    const by = ({ appointments: [one] }: contract.Slot) => wanted.length === 0 || wanted.includes(one!.therapistId);
    const slots = free(service, from, to)
      .filter(by)
      .filter(({ start }, at, all) => start !== all[at - 1]?.start);
    const next = free(service, to).find(by)?.start.slice(0, 10) ?? null;
    return c.json({ timeZone: clinic.timeZone, slots, next }, 200, { 'Cache-Control': 'private, max-age=0' });
  });
  app.get('/availability/first', (c) => {
    const [first = null] = free(checked(contract.FirstFreeQuery, c.req.query()).service);
    return c.json({ first }, 200, { 'Cache-Control': 'private, max-age=0' });
  });

  // 3. A POST is done once for each key, route and bearer; whoever sends the same again gets the same answer.
  const kept = new Map<string, { readonly text: string; readonly work: Promise<Answer> }>();
  const post = (path: string, perform: (c: Context, body: unknown) => Promise<Answer>) =>
    app.post(path, async (c) => {
      const { authorization = '', 'idempotency-key': key = randomUUID() } = c.req.header();
      const mark = [path, authorization, key].join('\n');
      const text = await c.req.text();
      const { work, ...before } = kept.get(mark) ?? { text, work: perform(c, read(c, text)) };
      if (before.text !== text) throw refusal('key-reused', 422, 'Please load the page again.');
      kept.set(mark, { text, work });
      work.catch(() => kept.delete(mark));
      return c.json(...(await work));
    });
  const read = (c: Context, text: string): unknown => {
    if (text && !/^application\/json\b/.test(c.req.header('Content-Type') ?? ''))
      throw refusal('invalid', 415, 'Please send JSON.');
    const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson()), text || 'null');
    if (!success || isDeep(output)) throw wrong('');
    return output;
  };

  // 4. Holds: all of the slots or none, for a while. Whoever has the token has the hold.
  const holds = new Map<string, Hold>();
  const gone = () => refusal('hold-expired', 410, 'Your time is no longer held. Please pick one again.');
  const inTime = () => clock() + policy.holdMinutes * 60_000;
  const isLive = ({ booking, expires }: Hold) => !booking && expires > clock();
  const show = ({ token, slots, extensions, expires }: Hold) => {
    return { token, slots, extensions, expiresIn: Math.max(0, Math.floor((expires - clock()) / 1000)) };
  };
  const heldBy = (c: Context): Hold => {
    const hold = holds.get(/^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '');
    if (!hold) throw refusal('unauthorized', 401, 'This does not belong to a time.');
    return hold;
  };
  post('/holds', async (c, body) => {
    const { slotIds, replaces = '' } = checked(contract.HoldRequest, body);
    const slots = bookable(slotIds.flatMap((id) => slotOf(catalog, id) ?? []));
    if (slots.length < slotIds.length || overlap(slots)) throw refusal('not-bookable', 422, 'Please pick other times.');
    const older = [holds.get(replaces)].find((one) => one && !one.booking);
    const hold: Hold = { client: clientOf(c), token: randomUUID(), slots, extensions: 10, expires: inTime() };
    const taken = (await calendar.take(slots, hold, clock(), older)).map(({ id }) => id);
    if (taken.length > 0) throw refusal('slot-taken', 409, 'Somebody else was faster.', { taken });
    const others = [...holds.values()].filter((one) => one.client === hold.client && one !== older && isLive(one));
    if (others.length > 1) calendar.giveBack(hold);
    if (others.length > 1) throw refusal('too-many-holds', 429, 'You are holding enough times already.');
    if (older) holds.delete(older.token);
    holds.set(hold.token, hold);
    return [show(hold), 201];
  });
  app.get('/holds', (c) => {
    const hold = heldBy(c);
    if (!hold.booking && !isLive(hold)) throw gone();
    return c.json(hold.booking ?? show(hold), 200, { 'Cache-Control': 'no-store' });
  });
  post('/holds/extend', async (c) => {
    const hold = heldBy(c);
    if (hold.booking || (await calendar.take(hold.slots, hold, clock())).length > 0) throw gone();
    if (hold.extensions > 0) hold.expires = inTime();
    hold.extensions = Math.max(0, hold.extensions - 1);
    return [show(hold), 200];
  });
  app.delete('/holds', (c) => {
    const hold = heldBy(c);
    if (!hold.booking) calendar.giveBack(hold);
    if (!hold.booking) holds.delete(hold.token);
    return c.body(null, 204);
  });

  // 5. Bookings: whoever fits by their answers, and by nothing that they claim, has the time for good.
  post('/bookings', async (c, body) => {
    const hold = heldBy(c);
    if (hold.booking) return [hold.booking, 200];
    const { checklist: response, consents, patient } = checked(contract.BookingRequest, body);
    if (!patient.phone) throw wrong('/patient/phone');
    const given = (id: string) => consents.find((one) => one.id === id)?.version;
    if (policy.consents.some(({ id, version, required }) => required && given(id) !== version))
      throw wrong('/consents');
    if (!response) throw wrong('/checklist');
    if (response.questionnaire !== questionnaire.canonical)
      throw refusal('checklist-changed', 422, 'Our health questions have changed.');
    const appointments = hold.slots.flatMap((slot) => slot.appointments);
    const answers = fromResponse(questionnaire, response);
    for (const { serviceId, start } of appointments) {
      const codes = services.find(({ id }) => id === serviceId)?.screening ?? [];
      const result = screen(questionnaire, answers, { services: codes, today: day(), on: dayOf(start) });
      if (result.outcome === 'incomplete') throw wrong('/checklist');
      const ruledOut = isRuledOut(result, codes) || dayOf(start) < (result.notBefore ?? '');
      if (ruledOut || result.outcome === 'clearance' || result.outcome === 'call')
        throw refusal('call-clinic', 422, `Please call us first: ${clinic.phone.text}.`);
    }
    if ((await calendar.take(hold.slots, hold, clock())).length > 0) throw gone();
    hold.expires = Infinity;
    const booked = appointments.map((one) => ({ ...one, id: randomUUID(), status: 'booked' }));
    const reference = String(randomInt(1e7, 1e8));
    hold.booking ??= { id: randomUUID(), reference, status: 'booked', revision: 1, appointments: booked };
    return [hold.booking, 201];
  });
  return app;
}
