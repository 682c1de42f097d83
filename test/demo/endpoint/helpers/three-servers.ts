import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { clinicFile, startServer, type ServerProcess } from './server-process.ts';

interface Servers {
  /** Where the database is, once it is open. */
  readonly url: () => string;
  readonly environment: Readonly<Record<string, string>>;
  readonly change?: Parameters<typeof clinicFile>[2];
}

/** Three servers of one clinic on one database, for as long as the tests run that ask for them. */
export function threeServers({ url, environment, change }: Servers) {
  let folder = '';
  let servers: readonly ServerProcess[] = [];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'myo-three-'));
    const together = {
      CLINIC: clinicFile(folder, 'cedar', change),
      DATABASE_URL: url(),
      SECRET: 'the same secret for all the servers',
      ...environment,
    };
    servers = await Promise.all([1, 2, 3].map(() => startServer(together)));
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    all: () => servers,
    /** A patient at one of them, and at another the next time. */
    at: (turn: number) => servers[turn % servers.length]!.patient(),
  };
}
