import { aTimeout } from '@open-wc/testing';

/** As long as a busy machine may need for a file of its own, in milliseconds. */
const PATIENCE = 20_000;

/** Waits until something has come. Keeps hold of nothing once it has: what is waited for may have to be forgotten. */
export async function waitUntil(isThere: () => unknown, message = 'it has not come'): Promise<void> {
  for (const end = performance.now() + PATIENCE; !isThere(); await aTimeout(20))
    if (performance.now() > end) throw new Error(`Timeout: ${message}`);
}
