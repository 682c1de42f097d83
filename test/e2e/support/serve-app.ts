import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { App } from '../../../demo/endpoint/app.ts';

/** An endpoint on a port of its own. */
export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveApp(app: Pick<App, 'fetch'>): Promise<ServedApp> {
  const server = serve({ fetch: (request) => app.fetch(request, 'test'), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
