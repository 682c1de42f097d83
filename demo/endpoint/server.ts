import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { createApp } from './app.ts';
import { clientAddress } from './client-address.ts';
import { loadChecklist } from './clinic/load-checklist.ts';
import { loadClinic } from './clinic/load-clinic.ts';
import { openDatabase } from './db/open-database.ts';
import { sweep } from './db/sweep.ts';
import { keepDelivering } from './messages/deliver-all.ts';
import type { Channel } from './messages/message.ts';
import { openMessages, type MessageEnvironment } from './messages/open-messages.ts';
import { Tokens } from './routes/tokens.ts';

/** What the server reads from its environment; everything may be left out. */
export interface Environment extends MessageEnvironment {
  /** 0 takes any port that is free. */
  readonly PORT?: string | undefined;
  readonly HOST?: string | undefined;
  /** What tokens are made with; made and kept in `DATA_DIR` where absent. */
  readonly SECRET?: string | undefined;
  /** Path of the clinic's data file. */
  readonly CLINIC?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly DATA_DIR?: string | undefined;
  /** Origins of the clinic's pages, separated by spaces or commas; `*` for any. */
  readonly ALLOWED_ORIGINS?: string | undefined;
  /** Addresses of proxies in front of the server. */
  readonly TRUSTED_PROXIES?: string | undefined;
  /** An instant at which the clock starts, for demos and tests. */
  readonly NOW?: string | undefined;
  /** Requests a minute and client; 0 is off, and so is the limit of holds. */
  readonly RATE_LIMIT?: string | undefined;
}

/** A server that is up. */
export interface RunningEndpoint {
  /** Base address of the clinic, as in `data-endpoint`. */
  readonly url: string;
  /** The page that shows what would have been sent; undefined where it is sent. */
  readonly outboxUrl: string | undefined;
  /** Answers what has begun, then stops. */
  stop(): Promise<void>;
}

const SWEEP_EVERY = 10 * 60_000;
const OFFER_EVERY = 60_000;

/** Starts the endpoint, in this process; resolves once it listens. */
export async function startEndpoint(environment: Environment): Promise<RunningEndpoint> {
  const { HOST = '127.0.0.1', DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = environment;
  const clinic = loadClinic(environment.CLINIC ?? fileURLToPath(new URL('./clinic/cedar.json', import.meta.url)));
  const checklist = loadChecklist(clinic.data.checklist ?? defaultChecklist, clinic.languages);
  const clock = clockFrom(environment.NOW);
  const secret = secretFrom(environment);
  const { carriers, outbox } = openMessages(environment, clinic, new Tokens(secret, clinic.id));
  const { db, close } = await openDatabase({ databaseUrl, dataDir });
  const allowed = listOf(environment.ALLOWED_ORIGINS);
  const trusted = listOf(environment.TRUSTED_PROXIES);
  const app = createApp({
    db,
    clinic,
    checklist,
    clock,
    secret,
    channels: Object.keys(carriers) as Channel[],
    outbox,
    allowedOrigins: allowed.includes('*') ? '*' : allowed,
    rateLimit: numberFrom('RATE_LIMIT', environment.RATE_LIMIT, 300),
  });
  const fetch = (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
    app.fetch(request, clientAddress(incoming.socket.remoteAddress, request.headers.get('X-Forwarded-For'), trusted));
  const tidy = setInterval(() => void sweep(db, clinic.id, clock()).catch(() => {}), SWEEP_EVERY).unref();

  const offering = setInterval(() => void app.offerFreed().catch(() => {}), OFFER_EVERY).unref();

  const server = await listening(fetch, HOST, numberFrom('PORT', environment.PORT, 8787)).catch(async (error) => {
    await close();
    throw error;
  });
  const delivering = keepDelivering({ db, clinic, clock, carriers, log: console.error });
  const { port } = server.address() as AddressInfo;
  const origin = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;
  return {
    url: `${origin}/clinics/${clinic.id}`,
    outboxUrl: outbox && `${origin}/outbox`,
    async stop() {
      clearInterval(tidy);
      clearInterval(offering);
      await closed(server);
      await delivering.stop();
      await close();
    },
  };
}

const listening = (fetch: Parameters<typeof serve>[0]['fetch'], hostname: string, port: number) =>
  new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server)) as Server;
    server.on('error', reject);
  });

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

function clockFrom(now: string | undefined): () => number {
  if (!now) return Date.now;
  const start = Date.parse(now);
  if (Number.isNaN(start)) throw new Error(`NOW is no instant: ${now}`);
  const ahead = start - Date.now();
  return () => Date.now() + ahead;
}

function secretFrom({ SECRET, DATA_DIR, DATABASE_URL }: Environment): string {
  if (SECRET) return SECRET;
  if (!DATA_DIR) {
    // Servers beside each other have to make the same tokens, and the same again after a restart.
    if (DATABASE_URL) throw new Error('DATABASE_URL needs a SECRET beside it, or a DATA_DIR to keep one in.');
    return randomBytes(32).toString('base64url');
  }
  const file = join(DATA_DIR, 'secret');
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function numberFrom(name: string, text: string | undefined, usual: number): number {
  if (!text) return usual;
  if (!/^\d+$/.test(text)) throw new Error(`${name} is no number: ${text}`);
  return Number(text);
}

const listOf = (text = '') => text.split(/[\s,]+/).filter(Boolean);

/** Starts the endpoint as a program of its own, until somebody ends it. */
export async function main(): Promise<void> {
  const endpoint = await startEndpoint(process.env).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message || error : error);
    process.exit(1);
  });
  console.log(`endpoint ${endpoint.url}`);
  if (endpoint.outboxUrl)
    console.error(`SMTP_URL is empty: nothing is sent. What would be is at ${endpoint.outboxUrl}`);
  if (!process.env['ALLOWED_ORIGINS']) console.error('ALLOWED_ORIGINS is empty: no page of another origin may use it.');
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1); // Asked a second time: somebody is in a hurry.
    stopping = true;
    void endpoint.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
