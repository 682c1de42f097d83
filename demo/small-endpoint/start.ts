/** `npm run small-endpoint`: the small endpoint, listening at PORT (8788) on this computer. */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { Catalog } from '../../src/contract/index.ts';
import { parse } from 'valibot';
import { createEndpoint } from './endpoint.ts';

const endpoint = createEndpoint({
  catalog: parse(Catalog, JSON.parse(readFileSync(new URL('clinic.json', import.meta.url), 'utf8'))),
  checklist: defaultChecklist,
  origins: (process.env['ALLOWED_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean),
  clientOf: (c) => getConnInfo(c).remote.address ?? '',
  clock: Date.now,
});
serve({ fetch: endpoint.fetch, hostname: '127.0.0.1', port: Number(process.env['PORT'] ?? 8788) }, ({ port }) =>
  console.log(`endpoint http://127.0.0.1:${port}`),
);
