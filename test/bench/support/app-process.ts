/** One app process: the endpoint of a large clinic on a port, and `select 1` through the same stack. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { createApp } from '../../../demo/endpoint/app.ts';
import { loadChecklist } from '../../../demo/endpoint/clinic/load-checklist.ts';
import { openDatabase } from '../../../demo/endpoint/db/open-database.ts';
import { checklist } from '../../demo/endpoint/helpers/checklist.ts';
import { monday, secret } from '../../demo/endpoint/helpers/endpoint.ts';
import { largeClinic } from './large-clinic.ts';

const { db } = await openDatabase({ databaseUrl: process.env['DATABASE_URL'] });
const clinic = largeClinic();
const ahead = monday - Date.now();
const app = createApp({
  db,
  clinic,
  checklist: loadChecklist(checklist, clinic.languages),
  clock: () => Date.now() + ahead,
  secret,
  rateLimit: 1_000_000_000,
});

const fetch = async (request: Request) => {
  if (!request.url.endsWith('/select-1')) return app.fetch(request, request.headers.get('X-Client') ?? '');
  return Response.json((await sql`select 1`.execute(db)).rows);
};
// A connection that is closed while a client is about to use it would be measured as a failure.
const serverOptions = { keepAliveTimeout: 600_000 };
const server = serve({ fetch, hostname: '127.0.0.1', port: 0, serverOptions }, () =>
  process.send?.((server.address() as AddressInfo).port),
);
