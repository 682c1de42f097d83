import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { createApp } from '../../../demo/endpoint/app.ts';
import { loadChecklist } from '../../../demo/endpoint/clinic/load-checklist.ts';
import { loadClinic } from '../../../demo/endpoint/clinic/load-clinic.ts';
import { openDatabase } from '../../../demo/endpoint/db/open-database.ts';
import type { Db } from '../../../demo/endpoint/db/schema.ts';
import { serveFiles, serveSite } from '../../../demo/site/serve.mjs';
import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import { findChromium } from '../../helpers/find-chromium.mjs';
import { FaultyProxy } from './faulty-proxy.ts';
import { servePages } from './foreign-pages.ts';

/** Monday 23 November 2026, nine in the morning in Denver. */
export const START = Date.parse('2026-11-23T16:00:00Z');

/** The whole circle, for real: a browser, the clinic's site, the built tag, the endpoint behind a proxy, a database. */
export interface World {
  readonly db: Db;
  readonly endpoint: FaultyProxy;
  /** Everything that the endpoint has logged. */
  readonly log: readonly string[];
  readonly site: string;
  /** Where the tag's files are. */
  readonly files: string;
  /** A page of the test's own, `TAG` in it standing for the tag's address and `ENDPOINT` for the endpoint's. */
  write(body: string, policy?: string): string;
  /** Moves the endpoint's clock on, in minutes. */
  wait(minutes: number): void;
  open(options?: BrowserContextOptions & { readonly page?: string }): Promise<Page>;
  close(): Promise<void>;
}

interface Choices {
  /** Whose pages may use the endpoint: anybody's, or, as for isolated bookings alone, those of the tag's files. */
  readonly allows?: 'all' | 'frame';
}

export async function createWorld({ allows = 'all' }: Choices = {}): Promise<World> {
  const cedar = loadClinic(fileURLToPath(new URL('../../../demo/endpoint/clinic/cedar.json', import.meta.url)));
  // The tests book more often than one contact may.
  const policy = { ...cedar.data.policy, maxUpcoming: undefined };
  const clinic = { ...cedar, data: { ...cedar.data, policy } };
  const checklist = loadChecklist(defaultChecklist, clinic.languages);
  const { db, close: closeDatabase } = await openDatabase();
  const files = await serveFiles({ port: 0, folder: 'dist' });
  let waited = 0;
  const log: string[] = [];
  const app = createApp({
    db,
    clinic,
    checklist,
    clock: () => START + waited,
    secret: randomBytes(16).toString('hex'),
    allowedOrigins: allows === 'all' ? '*' : [new URL(files.url).origin],
    rateLimit: 0,
    log: (event) => log.push(JSON.stringify(event)),
  });
  const server = serve({ fetch: (request) => app.fetch(request, 'test'), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = await new FaultyProxy(new URL(`http://127.0.0.1:${port}/clinics/${clinic.id}`)).listen();
  const site = await serveSite({
    port: 0,
    endpointUrl: endpoint.url,
    filesUrl: files.url,
    outboxUrl: 'http://127.0.0.1:1/outbox',
  });
  const pages = await servePages();
  const browser = await launch();

  return {
    db,
    endpoint,
    log,
    site: site.url,
    files: files.url,
    write: (body, policy) =>
      pages.add(body.replaceAll('TAG', `${files.url}myo.js`).replaceAll('ENDPOINT', endpoint.url), policy),
    wait: (minutes) => (waited += minutes * 60_000),
    async open({ page: path = '', ...options } = {}) {
      const context = await browser.newContext({ timezoneId: 'America/Denver', locale: 'en-US', ...options });
      const page = await context.newPage();
      await page.clock.install({ time: START });
      page.setDefaultTimeout(10_000);
      await page.goto(new URL(path, site.url).href);
      return page;
    },
    async close() {
      await browser.close();
      await Promise.all([site.close(), files.close(), pages.close(), endpoint.close()]);
      server.close();
      await closeDatabase();
    },
  };
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // A name that is not `localhost`, so that nothing there is a secure context.
      '--host-resolver-rules=MAP clinic.test 127.0.0.1',
    ],
  });
