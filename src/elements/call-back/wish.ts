import * as v from 'valibot';
import { CallbackRequest } from '../../contract/contact-calls.ts';

/** Where something is typed. */
export type Field = keyof CallbackRequest;
export const fields = ['name', 'phone', 'when'] as const satisfies readonly Field[];

/** What a patient has typed who would like to be called, and how far that has come. Held in memory alone. */
export interface Wish {
  readonly typed: Readonly<Record<Field, string>>;
  readonly at: 'closed' | 'open' | 'sending' | 'sent' | 'failed';
  /** What kept it from being sent. */
  readonly wrong: readonly Field[];
}

/** What is sent: without what was left empty. */
export const requestOf = ({ typed: { name, phone, when } }: Wish): CallbackRequest => ({
  name: name.trim(),
  phone: phone.trim(),
  ...(when.trim() && { when: when.trim() }),
});

/** The fields that are missing or no such thing, in the order of the form. */
export function wrongIn(wish: Wish): readonly Field[] {
  const { issues = [] } = v.safeParse(CallbackRequest, requestOf(wish));
  return fields.filter((field) => issues.some(({ path }) => path?.[0]?.key === field));
}
