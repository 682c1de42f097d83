import type { App } from './app.ts';
import { operationPage, type Operated } from './operation/pages.ts';
import type { Log } from './operation/log.ts';
import { routeOf } from './operation/route.ts';

export interface FrontOptions extends Operated {
  /** The clinics of this server by their ids, at least one. */
  readonly clinics: ReadonlyMap<string, App>;
  readonly log: Log;
}

/** What a server answers: its own pages, and for everything else the clinic that is asked. */
export function createFront({ clinics, log, ...operated }: FrontOptions): App['fetch'] {
  const [first] = clinics.values();
  if (!first) throw new Error('There is no clinic.');
  const answer = async (request: Request, client: string, clinic: string | undefined) => {
    const page = await operationPage(operated, request);
    if (page) return page;
    return (clinics.get(clinic ?? '') ?? first).fetch(request, client);
  };
  return async (request, client = '') => {
    const begun = performance.now();
    const route = routeOf(request, clinics);
    const response = await answer(request, client, route.clinic);
    if (operated.health.stopping) response.headers.set('Connection', 'close');
    const took = performance.now() - begun;
    operated.metrics.answered(route, response.status, took / 1000);
    log.info({ event: 'request', ...route, status: response.status, milliseconds: Math.round(took) });
    return response;
  };
}
