import type { Chunks } from './chunks.types.ts';

/**
 * What few bookings need, loaded when one does, from beside the one tag: by absolute address, since a classic script of
 * another origin has no relative one. The file host has to send `Access-Control-Allow-Origin` for these files.
 */
const tag = (document.currentScript ??
  document.querySelector('script[data-endpoint][src]')) as HTMLScriptElement | null;
const base = tag?.src || document.baseURI;

export const chunk = <Name extends keyof Chunks>(name: Name): Promise<Chunks[Name]> =>
  import(/* @vite-ignore */ new URL(`myo-${name}.js`, base).href).catch((error: unknown) => {
    console.error(
      `myo-booking: put myo-${name}.js beside myo.js, with Access-Control-Allow-Origin, and into script-src.`,
    );
    throw error;
  });
