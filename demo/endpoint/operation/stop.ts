import type { Server } from 'node:http';
import { inTime } from './in-time.ts';

/** What has to come to its end, one after the other; each in the list waits for what it has begun. */
export interface Stopping {
  readonly server: Server;
  readonly working: readonly { stop(): Promise<void> }[];
  readonly closeDatabase: () => Promise<void>;
}

/**
 * Takes no new connections and begins nothing; what is being answered or sent may finish. Answers whether it did within
 * the limit: otherwise it is cut off, which loses as little as a crash does.
 */
export async function stopInTime({ server, working, closeDatabase }: Stopping, seconds: number): Promise<boolean> {
  const orderly = async () => {
    await Promise.all([closed(server), ...working.map((work) => work.stop())]);
    await closeDatabase();
  };
  try {
    await inTime(orderly(), seconds * 1000);
    return true;
  } catch {
    server.closeAllConnections();
    return false;
  }
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
