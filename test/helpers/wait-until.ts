import { waitUntil as wait } from '@open-wc/testing';

/** Waits until something has come, for as long as a busy machine may need for a file of its own. */
export const waitUntil = (isThere: () => unknown, message?: string) => wait(isThere, message, { timeout: 20_000 });
