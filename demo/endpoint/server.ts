import { realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { clientAddress, trustedProxies } from './client-address.ts';
import { loadClinics } from './clinic/load-clinics.ts';
import { run } from './commands/run.ts';
import { openDatabase } from './db/open-database.ts';
import { followEnvironment } from './desk/keys.ts';
import {
  CEDAR,
  clockFrom,
  listOf,
  metricsKeyFrom,
  numberFrom,
  outboxKeyFrom,
  secretFrom,
  type Environment,
} from './environment.ts';
import { createFront } from './front.ts';
import { DemoOutbox } from './messages/demo-outbox.ts';
import { openClinic } from './open-clinic.ts';
import { keepWorking } from './operation/background.ts';
import { Health } from './operation/health.ts';
import { openLog } from './operation/log.ts';
import { openMetrics } from './operation/metrics.ts';
import { stopInTime } from './operation/stop.ts';
import { readTagFiles } from './page/tag-files.ts';

/** A server that is up. */
export interface RunningEndpoint {
  /** Base address of the first clinic, as in `data-endpoint`. */
  readonly url: string;
  /** Base address of every clinic. */
  readonly urls: readonly string[];
  /** The page that shows what would have been sent; undefined where it is sent. */
  readonly outboxUrl: string | undefined;
  /** Answers what has begun, then stops; within `STOP_SECONDS`. */
  stop(): Promise<void>;
}

/** Starts the endpoint, in this process; resolves once it listens. */
export async function startEndpoint(environment: Environment): Promise<RunningEndpoint> {
  const { HOST = '127.0.0.1', DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = environment;
  const clinics = loadClinics(environment.CLINIC || CEDAR);
  const clock = clockFrom(environment.NOW, Date.now);
  const log = openLog(environment.LOG_LEVEL);
  const origins = listOf(environment.ALLOWED_ORIGINS);
  const trusted = trustedProxies(listOf(environment.TRUSTED_PROXIES));
  const limits = {
    rate: numberFrom('RATE_LIMIT', environment.RATE_LIMIT, 300),
    port: numberFrom('PORT', environment.PORT, 8787),
    retention: numberFrom('RETENTION_DAYS', environment.RETENTION_DAYS, 0),
    stop: numberFrom('STOP_SECONDS', environment.STOP_SECONDS, 20),
  };
  const [secret, metricsKey] = [secretFrom(environment), metricsKeyFrom(environment)];
  const { db, close } = await openDatabase({ databaseUrl, dataDir });
  const [health, metrics] = [new Health(db), openMetrics()];
  const shared = {
    environment,
    demo: new DemoOutbox(outboxKeyFrom(environment)),
    db,
    clock,
    secret,
    allowedOrigins: origins.includes('*') ? ('*' as const) : origins,
    rateLimit: limits.rate,
    log: log.error,
    warn: log.warn,
    isStopping: () => health.stopping,
    tagFiles: readTagFiles(),
  };
  const start = async () => {
    for (const { id } of clinics) await followEnvironment(db, id, environment.DESK_KEY, clock());
    const open = clinics.map((clinic) => openClinic(shared, clinic));
    const apps = new Map(open.map(({ clinic, app }) => [clinic.id, app]));
    const front = createFront({ clinics: apps, log, health, metrics, metricsKey });
    const fetch = (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
      front(request, clientAddress(incoming.socket.remoteAddress, request.headers.get('X-Forwarded-For'), trusted));
    return { open, server: await listening(fetch, HOST, limits.port) };
  };
  const { open, server } = await start().catch(async (error) => {
    await close();
    throw error;
  });
  const working = open.map((clinic) =>
    keepWorking({ db, clock, log, metrics, retentionDays: limits.retention }, clinic),
  );
  const { port } = server.address() as AddressInfo;
  const origin = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;
  const urls = clinics.map(({ id }) => `${origin}/clinics/${id}`);
  return {
    url: urls[0]!,
    urls,
    outboxUrl: environment.SMTP_URL ? undefined : `${origin}${shared.demo.path}`,
    async stop() {
      health.stopping = true;
      const inTime = await stopInTime({ server, working, closeDatabase: close }, limits.stop);
      if (!inTime) log.warn({ event: 'stop cut off', seconds: limits.stop });
    },
  };
}

const listening = (fetch: Parameters<typeof serve>[0]['fetch'], hostname: string, port: number) =>
  new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server)) as Server;
    server.on('error', reject);
  });

/** Starts the endpoint as a program of its own, until somebody ends it. */
export async function main(): Promise<void> {
  const endpoint = await startEndpoint(process.env).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message || error : error);
    process.exit(1);
  });
  console.log(endpoint.urls.map((url) => `endpoint ${url}`).join('\n'));
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

/** Does one thing for an operator, in the same environment; answers the exit code. */
export const command = (args: readonly string[]): Promise<number> =>
  run(args, process.env, { print: console.log, say: console.error, now: Date.now }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message || error : error);
    return 1;
  });

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
