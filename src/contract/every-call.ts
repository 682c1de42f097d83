import { calls } from './calls.ts';
import { contactCalls, contactRequests } from './contact-calls.ts';
import { requests } from './requests.ts';
import { waitlistCalls, waitlistRequests } from './waitlist.ts';

/** Every call of the contract; `calls` are those that a booking is made of, and all that the widget carries. */
export const everyCall = { ...calls, ...contactCalls, ...waitlistCalls } as const;
export type EveryCallName = keyof typeof everyCall;

/** What goes into every call. */
export const everyRequest = { ...requests, ...contactRequests, ...waitlistRequests } as const;
