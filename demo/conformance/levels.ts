import type { Check } from './check.ts';
import { bookings } from './core/bookings.ts';
import { caching } from './core/caching.ts';
import { cors } from './core/cors.ts';
import { expiry } from './core/expiry.ts';
import { holds } from './core/holds.ts';
import { keys } from './core/keys.ts';
import { overlaps } from './core/overlaps.ts';
import { races } from './core/races.ts';
import { reading } from './core/reading.ts';
import { requests } from './core/requests.ts';
import { screening } from './core/screening.ts';
import { several } from './core/several.ts';
import { callbacks } from './levels/callbacks.ts';
import { choices } from './levels/choices.ts';
import { manage } from './levels/manage.ts';
import { visits } from './levels/visits.ts';
import { waitlist } from './levels/waitlist.ts';

/**
 * What is checked at each level; beyond `core` only what the clinic has: the catalog's `supports` names it, or for `choices`
 * shows it.
 */
export const levels = {
  core: [
    ...reading,
    ...caching,
    ...cors,
    ...requests,
    ...holds,
    ...several,
    ...overlaps,
    ...races,
    ...keys,
    ...bookings,
    ...screening,
    ...expiry,
  ],
  choices,
  manage,
  visits,
  waitlist,
  callbacks,
} as const satisfies Record<string, readonly Check[]>;

export type Level = keyof typeof levels;

/** Levels of which nothing could be looked at. */
export const unseen = (wanted: readonly Level[], passed: readonly string[]) =>
  wanted.filter((level) => !levels[level].some(({ name }) => passed.includes(name)));

/** These `supports` does not name. */
export const isAlwaysThere = (level: Level) => level === 'core' || level === 'choices';
export const isLevel = (name: string): name is Level => name in levels;
