import type { TokenKeeper } from '../../booking/effects/holding.ts';

/**
 * The one guarded door to `sessionStorage`: in a sandboxed frame, or with site data blocked, merely reading the
 * property throws. Whoever asks goes on without.
 */
export const storage = {
  get: (key: string): string | undefined => guarded(() => sessionStorage.getItem(key)) ?? undefined,
  set: (key: string, value: string) => guarded(() => sessionStorage.setItem(key, value)),
  remove: (key: string) => guarded(() => sessionStorage.removeItem(key)),
  /** One value alone, to be read and written. */
  at: (key: string): TokenKeeper => ({
    read: () => storage.get(key),
    write: (token) => (token ? storage.set(key, token) : storage.remove(key)),
  }),
};

function guarded<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
