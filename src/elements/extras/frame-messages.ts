import type { Details } from '../../domain/details.ts';
import type { Link } from './link.ts';

/** What an isolated booking is told by the page that it stands on. Nothing comes back but `FrameMessage`s. */
export type PageMessage =
  | {
      readonly myo: 'settings';
      /** Attributes of the `<myo-booking>` inside. */
      readonly attributes: Readonly<Record<string, string>>;
      /** Custom properties, and the page's own font and colours. */
      readonly looks: Readonly<Record<string, string>>;
      readonly patient?: Partial<Details> | undefined;
      readonly link: Link;
    }
  | { readonly myo: 'choose'; readonly link: Link }
  | { readonly myo: 'left' };

/** What the page learns of an isolated booking: its height in CSS pixels, and the public events, ids only; checked when it is read. */
export type FrameMessage =
  | { readonly myo: 'ready' }
  /** The clinic's data is there, and the booking on screen. */
  | { readonly myo: 'shown' }
  /** Escape was pressed inside, where nothing else was meant by it. */
  | { readonly myo: 'escape' }
  | { readonly myo: 'height'; readonly height: unknown }
  | { readonly myo: 'event'; readonly type: string; readonly detail: Readonly<Record<string, unknown>> };

/** The only attributes that go into the frame, in small letters: a script of the page could name others, or spell these anew. */
export const handedOn = ['lang', 'endpoint', 'time-first', 'services', 'therapists', 'location', 'source'] as const;

/** What text inherits: beside the tokens, the only properties that a page sets inside of the frame. */
export const looks = [
  'direction',
  'color',
  'color-scheme',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
] as const;

/** The events that leave the frame. */
export const passedOn = ['myo-step-change', 'myo-booking-confirm', 'myo-booking-fail'] as const;

/** A message of ours, or nothing. */
export function messageIn<M extends { readonly myo: string }>(data: unknown): M | undefined {
  return typeof data === 'object' && data !== null && 'myo' in data ? (data as M) : undefined;
}
