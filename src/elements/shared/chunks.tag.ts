import type * as Extras from '../extras/extras.ts';

/**
 * What few bookings need, loaded when one does, from beside the one tag: by absolute address, since a classic script of
 * another origin has no relative one. The file host has to send `Access-Control-Allow-Origin` for these files.
 */
const tag = document.currentScript ?? document.querySelector('script[data-endpoint][src]');
const base = tag instanceof HTMLScriptElement ? tag.src : document.baseURI;
const load = (file: string) => import(/* @vite-ignore */ new URL(file, base).href);

export const chunks = {
  extras: (): Promise<typeof Extras> => load('myo-extras.js'),
};
