import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const script = readFileSync(new URL('contrasts.js', import.meta.url), 'utf8');

interface Contrast {
  readonly what: string;
  readonly ratio: number;
}

/** What stands out too little inside of the booking: words below 7:1 (WCAG 1.4.6), edges and focus rings below 3:1. */
export async function faintOn(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Tab'); // Rings are for whoever uses a keyboard.
  const { words, shapes } = await page.evaluate<{ words: readonly Contrast[]; shapes: readonly Contrast[] }>(script);
  if (words.length < 5 || shapes.length < 5) throw new Error('There is nothing to look at.');
  return [...below(7, words), ...below(3, shapes)];
}

const below = (least: number, all: readonly Contrast[]) => [
  ...new Set(all.filter(({ ratio }) => ratio < least).map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`)),
];
