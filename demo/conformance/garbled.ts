/** The same but for one character, in the middle: in the last one there may be bits that say nothing. */
export function garbled(token: string): string {
  const middle = Math.floor(token.length / 2);
  return token.slice(0, middle) + (token[middle] === '0' ? '1' : '0') + token.slice(middle + 1);
}
