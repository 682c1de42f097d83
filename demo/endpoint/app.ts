import { Hono } from 'hono';
import { everyCall, type EveryCallName } from '../../src/contract/index.ts';
import { clientOf } from './client-address.ts';
import type { Checklist } from './clinic/load-checklist.ts';
import type { Clinic } from './clinic/load-clinic.ts';
import type { Db } from './db/schema.ts';
import { answerDesk } from './desk/answer.ts';
import { deskCalls, type DeskCallName } from './desk/calls.ts';
import { freeOverdue } from './desk/free-overdue.ts';
import type { DemoOutbox } from './messages/demo-outbox.ts';
import type { Channel } from './messages/message.ts';
import { outboxPage } from './messages/outbox-page.ts';
import { openapiText } from './openapi.ts';
import type { LogEvent } from './operation/log.ts';
import { bookingPage, tagFile } from './page/booking-page.ts';
import type { TagFiles } from './page/tag-files.ts';
import type { Answer, Asked, Endpoint } from './routes/asked.ts';
import { allowOrigin, isPreflight, preflight, type AllowedOrigins } from './routes/cors.ts';
import { refusalOf } from './routes/failures.ts';
import { handlers } from './routes/handlers.ts';
import { pickLanguage } from './routes/language.ts';
import { problemResponse, Refusal } from './routes/problems.ts';
import { RateLimit } from './routes/rate-limit.ts';
import { readCall, type Arrived } from './routes/read-call.ts';
import { RequestLocks } from './routes/request-locks.ts';
import { respond } from './routes/respond.ts';
import { HOUR } from './schedule/quanta.ts';
import { Tokens } from './routes/tokens.ts';
import { wordsOf } from './routes/words.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

export interface AppOptions {
  readonly db: Db;
  readonly clinic: Clinic;
  readonly checklist: Checklist;
  /** The present, in milliseconds since 1970. */
  readonly clock: () => number;
  /** What every token is made with; whoever knows it can make them all. */
  readonly secret: string;
  readonly allowedOrigins?: AllowedOrigins;
  /** Requests a minute and client; 0 is any number, and any number of holds. */
  readonly rateLimit?: number;
  readonly log?: (event: LogEvent) => void;
  /** The ways by which messages go. */
  readonly channels?: readonly Channel[];
  /** Whether new requests are refused, because the server is about to end. */
  readonly isStopping?: () => boolean;
  /** Shown on a page of its own, where there is one. */
  readonly outbox?: DemoOutbox | undefined;
  /** What its booking page is made of, once it is built. */
  readonly tagFiles?: TagFiles | undefined;
}

/** Answers a request. `client` is the address that it came from. */
export interface App {
  fetch(request: Request, client?: string): Promise<Response>;
  /** Offers what has become free to those who wait; to be done now and then. Answers how many offers were made. */
  offerFreed(): Promise<number>;
  /** Frees what was kept until a deadline that has passed; to be done now and then. Answers how many times were freed. */
  freeOverdue(): Promise<number>;
}

const HOLDS_PER_CLIENT = 2;
/** An hour; a family that looks for its links, or a waiting room on one wifi, needs a few. */
const BIDS_PER_CLIENT = 10;

/** An hour: each writes to whatever contact somebody has typed. A whole waiting room on one wifi needs fewer. */
const BOOKINGS_PER_CLIENT = 60;

/** The endpoint of one clinic as a function from request to response; it opens no port and reads no environment. */
export function createApp(options: AppOptions): App {
  const { db, clinic, checklist, clock, secret, allowedOrigins = [], rateLimit = 300, log = console.error } = options;
  const { channels = ['email'], outbox, tagFiles, isStopping = () => false } = options;
  const tokens = new Tokens(secret, clinic.id);
  const unlessOff = (most: number) => (rateLimit === 0 ? 0 : most);
  const endpoint: Endpoint = {
    db,
    clinic,
    checklist,
    tokens,
    locks: new RequestLocks(),
    holdsPerClient: unlessOff(HOLDS_PER_CLIENT),
    bids: new RateLimit(unlessOff(BIDS_PER_CLIENT), HOUR),
    bookings: new RateLimit(unlessOff(BOOKINGS_PER_CLIENT), HOUR),
    channels,
  };
  const limit = new RateLimit(rateLimit);
  const hono = new Hono<{ Bindings: { readonly client: string } }>();

  const languageOf = (request: Request) => pickLanguage(request.headers.get('Accept-Language'), clinic.languages);
  const arrive = (request: Request, address: string): Arrived => {
    if (isStopping()) throw new Refusal('unavailable', { retryAfter: 1 });
    const now = clock();
    const from = clientOf(address);
    limit.count(from, now);
    const language = languageOf(request);
    return { endpoint, now, language, words: wordsOf(language), client: tokens.blind(from) };
  };

  for (const [name, { method, path }] of Object.entries(everyCall))
    hono.on(method, `/clinics/${clinic.id}${path}`, async ({ req, env }) => {
      const asked = await readCall(name as EveryCallName, req.raw, arrive(req.raw, env.client));
      // The table of handlers is typed by name, which a loop over names cannot follow.
      const handle: (asked: Asked<EveryCallName>) => Promise<Answer> = handlers[name as EveryCallName];
      return respond(await handle(asked), req.raw);
    });
  for (const [name, { method, path }] of Object.entries(deskCalls))
    hono.on(method, `/clinics/${clinic.id}${path}`, async ({ req, env }) =>
      respond(await answerDesk(name as DeskCallName, req.raw, arrive(req.raw, env.client)), req.raw),
    );
  hono.get(`/clinics/${clinic.id}/book`, ({ req, env }) => {
    const { language, words } = arrive(req.raw, env.client);
    return bookingPage(tagFiles, { clinic: clinic.dataIn(language).clinic, language, words }, req.raw);
  });
  for (const [name, file] of tagFiles?.files ?? [])
    hono.get(`/clinics/${clinic.id}/${name}`, ({ req }) => tagFile(file, req.raw));
  hono.get('/openapi.json', ({ req, env }) => {
    arrive(req.raw, env.client);
    return respond({ status: 200, text: openapiText(), cacheControl: 'max-age=300' }, req.raw);
  });
  hono.notFound(() => {
    throw new Refusal('not-found');
  });
  hono.onError((error, { req }) =>
    problemResponse(refusalOf(error, log), wordsOf(languageOf(req.raw)), clinic.data.clinic.phone.text),
  );

  return {
    offerFreed: () => offerFreed(endpoint, clock()),
    freeOverdue: () => freeOverdue(endpoint, clock()),
    async fetch(request, client = '') {
      const page = outbox && outboxPage(outbox, request, client);
      if (page) return page;
      const response = isPreflight(request) ? preflight() : await hono.fetch(request, { client });
      allowOrigin(response.headers, request.headers.get('Origin'), allowedOrigins);
      if (!isPreflight(request)) response.headers.set('Content-Language', languageOf(request));
      response.headers.set('X-Content-Type-Options', 'nosniff');
      return response;
    },
  };
}
