/** What people may ask of a clinic besides booking: their links once more, or to be called. The one tag makes none of it; what does is loaded. */
import * as v from 'valibot';
import type { RequestShape } from './requests.ts';
import { EmailAddress, PhoneNumber, text, words, type Of } from './values.ts';

/** `POST /links`: where the links to somebody's appointments are sent again, if there are any. */
export const LinksRequest = v.object({ contact: v.union([EmailAddress, PhoneNumber]) });
export type LinksRequest = Of<typeof LinksRequest>;

/** `POST /callbacks`: whom the clinic should call, and when it suits them. No answers go with it. */
export const CallbackRequest = v.object({
  name: v.pipe(words(200), v.regex(/^[^\r\n]*$/)),
  phone: PhoneNumber,
  when: v.optional(v.pipe(text(200), v.regex(/^[^\r\n]*$/))),
});
export type CallbackRequest = Of<typeof CallbackRequest>;

export const contactCalls = {
  links: { method: 'POST', path: '/links', answer: null, status: 202 },
  callBack: { method: 'POST', path: '/callbacks', answer: null, status: 202 },
} as const;

export const contactRequests = {
  links: { body: LinksRequest, problems: ['invalid', 'key-reused', 'in-progress'] },
  callBack: { body: CallbackRequest, problems: ['invalid', 'not-found', 'key-reused', 'in-progress'] },
} as const satisfies Record<keyof typeof contactCalls, RequestShape>;
