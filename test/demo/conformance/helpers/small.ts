import { readFileSync } from 'node:fs';
import { getConnInfo } from '@hono/node-server/conninfo';
import { parse } from 'valibot';
import { createEndpoint, type Options } from '../../../../demo/small-endpoint/endpoint.ts';
import { Catalog } from '../../../../src/contract/index.ts';
import type { Fetch } from './on-a-port.ts';
import { checklist } from '../../endpoint/helpers/checklist.ts';

export const folder = new URL('../../../../demo/small-endpoint/', import.meta.url);
const clinic = JSON.parse(readFileSync(new URL('clinic.json', folder), 'utf8'));
/** Enough for a test, and looked through faster. */
clinic.policy.horizonDays = 16;

export const origin = 'https://willow.example';

export interface Small {
  readonly fetch: Fetch;
  readonly passes: (seconds: number) => void;
}

/** The small clinic, changed by a test. */
export function willow(change: (data: typeof clinic) => void): Catalog {
  const data = structuredClone(clinic);
  change(data);
  return parse(Catalog, data);
}

/** The small endpoint as it is, two weeks before its clocks change, with a clock that a test moves. */
export function small(options: Partial<Options> = {}): Small {
  let now = Date.parse('2027-03-01T16:00:00Z');
  const endpoint = createEndpoint({
    catalog: parse(Catalog, clinic),
    checklist,
    origins: [origin],
    clientOf: (c) => getConnInfo(c).remote.address ?? '',
    clock: () => now,
    ...options,
  });
  return { fetch: endpoint.fetch, passes: (seconds: number) => void (now += seconds * 1000) };
}
