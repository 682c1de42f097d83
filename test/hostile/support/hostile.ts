import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright-core';
import type { HostPage } from './host.ts';

/**
 * A page with several hazards that do not touch each other, and what a patient has to do there first. In it `TAG` and
 * `ENDPOINT` stand for our addresses, `FILES` and `CALLS` for the origins of these, `HOST` for the page's own.
 */
export interface Hostile extends HostPage {
  readonly name: string;
  readonly device?: BrowserContextOptions;
  /** The host's name, where it is not `localhost`. */
  readonly at?: '127.0.0.1' | 'clinic.test';
  /** What the patient presses in turn before the booking is there. */
  readonly presses?: readonly string[];
  /** Where the booking is, when it is in a frame. */
  readonly frame?: string;
  /** An expression that is true at the end, if the page was left in peace too. */
  readonly atPeace?: string;
  /** What the console says beside. */
  readonly says?: RegExp;
  /** Which booking of the page is meant, where there are several. */
  readonly within?: string;
  /** Whether the patient's browser blocks advertisements. */
  readonly blocked?: boolean;
}

/** Our tag, with more attributes. */
export const tag = (more = '') => `<script src="TAG" data-endpoint="ENDPOINT" ${more}></script>`;

/** A page of today's: a doctype, a language, a viewport. */
export const doc = (body: string, head = '') =>
  `<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;

export const sha384 = () => `sha384-${createHash('sha384').update(readFileSync('dist/myo.js')).digest('base64')}`;
