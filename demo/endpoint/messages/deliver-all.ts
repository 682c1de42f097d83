import { setTimeout as pause } from 'node:timers/promises';
import { deliverNext, type Delivery } from './deliver.ts';

/** How many are sent at the same time. */
const AT_ONCE = 4;
const LOOK_EVERY = 1000;

/** Sends everything that is due; answers how much it was. */
export async function deliverAll(
  delivery: Delivery,
  until: AbortSignal = new AbortController().signal,
): Promise<number> {
  let count = 0;
  const next = async () => !until.aborted && (await deliverNext(delivery)) && Boolean(++count);
  const work = async () => {
    while (await next());
  };
  if (await next()) await Promise.all(Array.from({ length: AT_ONCE }, work));
  return count;
}

/** Delivers for as long as the server runs; stopping waits for what is on its way. */
export function keepDelivering(delivery: Delivery): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      // A database that is away comes back; the server's own health tells of it.
      await deliverAll(delivery, signal).catch(() => 0);
      await pause(LOOK_EVERY, undefined, { signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
