import { randomInt } from 'node:crypto';

/** Neither vowels, so that no word comes about, nor signs that are mistaken for one another. */
const SIGNS = 'CDFGHJKMNPQRTVWX34679';

/** A short name for a booking that can be read aloud: `K7T-4MX`. */
export const newReference = () =>
  Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)])
    .join('')
    .replace(/^.../, '$&-');
