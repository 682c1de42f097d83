import { calls } from './calls.ts';
import { contactCalls, contactRequests } from './contact-calls.ts';
import { manageCalls, manageRequests } from './manage.ts';
import { requests } from './requests.ts';
import { waitlistCalls, waitlistRequests } from './waitlist.ts';

/** Every call of the contract; `calls` are those that a booking is made of, and all that the widget carries. */
export const everyCall = { ...calls, ...manageCalls, ...contactCalls, ...waitlistCalls } as const;
export type EveryCallName = keyof typeof everyCall;

/** What goes into every call. */
export const everyRequest = { ...requests, ...manageRequests, ...contactRequests, ...waitlistRequests } as const;
