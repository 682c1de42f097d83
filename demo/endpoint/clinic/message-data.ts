import * as v from 'valibot';
import { Count, EmailAddress, Id, words, type Of } from '../../../src/contract/index.ts';

const Hours = v.pipe(Count, v.minValue(1), v.maxValue(30 * 24));

/** A page whose fragment is ours to fill. */
const Page = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s#]+$/));

/** What a clinic sends by itself, in whose name, and when. */
export const MessageData = v.object({
  /** Whom patients see as sender; a name that says nothing about health is kindest. */
  sender: v.optional(v.object({ name: words(100), email: EmailAddress })),
  /** Who at the desk is told of every booking. */
  desk: v.optional(EmailAddress),
  /** The page where patients look after their appointments. */
  managePage: v.optional(Page),
  /** The page where they fill in the longer forms before a visit. */
  formPage: v.optional(Page),
  /** The page where they book; who has waited for a time is sent there. */
  bookingPage: v.optional(Page),
  /** How many hours before a visit patients are reminded of it. */
  remindHoursBefore: v.optional(v.pipe(v.array(Hours), v.maxLength(5)), []),
  /** When patients hear from the clinic after a visit; only those who gave the consent, where one is named. */
  afterVisit: v.optional(v.object({ hours: Hours, consent: v.optional(Id) })),
});
export type MessageData = Of<typeof MessageData>;
