/** Patterns for answers that nobody can make a computer think about for hours (catastrophic backtracking, CWE-1333). */

/** Longest text that is held against a pattern. */
const longest = 200;

/**
 * Whether it is a pattern, and a quick one. It repeats no group; and what may be there or not, this or that, doubles the
 * ways to read a text that does not fit, which a repetition does seven times over: there are few enough of all that.
 */
export function isSafePattern(pattern: string, flags = ''): boolean {
  try {
    const bare = pattern.replace(/\\.|\[.*?]/gs, '.').replace(/[*+]|,\d*}/g, '$&???????');
    return !/\)[+*{]|([?|][^?|]*){24}/.test(bare) && Boolean(new RegExp(pattern, flags));
  } catch {
    return false;
  }
}

/** Whether a text fits a pattern from end to end. */
export const fitsPattern = (pattern: string, text: string, flags = '') =>
  text.length <= longest && new RegExp(`^(?:${pattern})$`, flags).test(text);
