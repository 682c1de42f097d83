import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { conform, type Finding } from '../../../../demo/conformance/conform.ts';
import type { Level } from '../../../../demo/conformance/levels.ts';

export type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

/** Listens on a port of its own while `use` runs. */
export async function onAPort<Result>(fetch: Fetch, use: (url: string) => Promise<Result>): Promise<Result> {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await new Promise<void>((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Runs the kit against an endpoint whose clock goes as fast as the kit waits. */
export const kitOn = (
  fetch: Fetch,
  { base = '', origin, levels = ['core'], passes }: KitOn,
): Promise<readonly Finding[]> =>
  onAPort(fetch, (url) =>
    conform(url + base, levels, { origin, patience: 7200, wait: async (seconds) => passes(seconds) }),
  );
interface KitOn {
  readonly base?: string;
  readonly origin: string;
  readonly levels?: readonly Level[];
  readonly passes: (seconds: number) => void;
}

export const failed = (findings: readonly Finding[]) =>
  findings.filter(({ ended }) => ended === 'failed').map(({ check }) => check);

/** Everything that did not pass, with why, to be shown where a test fails. */
export const notPassed = (findings: readonly Finding[]) =>
  findings.filter(({ ended }) => ended !== 'passed').map(({ check, ended, reason }) => ({ check, ended, reason }));
