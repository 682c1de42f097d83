import { en } from './en.ts';
import type { Messages } from './messages.ts';

export type { Messages } from './messages.ts';

const known = new Map<string, Messages>([[en.tag, en]]);

/** Makes a language's words known; elements that connect afterwards speak it. */
export const addMessages = (messages: Messages) => known.set(messages.tag, messages);

/** The words for a BCP 47 tag: the tag itself, its language, else English. */
export function messagesFor(language: string): Messages {
  return known.get(language) ?? known.get(language.split('-')[0] ?? '') ?? en;
}
