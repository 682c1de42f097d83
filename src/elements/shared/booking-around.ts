import type { BookingStore } from '../../booking/store.ts';
import type { BookingFlow } from '../booking/booking.ts';
import { providerOf, storeKey } from './booking-slice.ts';

/** The booking that an element stands in, if any. */
export const bookingAround = (element: Element): BookingStore | undefined => providerOf(element)?.[storeKey];

/** Where that booking is made; nothing where there is none, or the protocol is the page's own. */
export function endpointAround(element: Element): string {
  const { endpoint = '', adapter } = (providerOf(element) ?? {}) as Partial<BookingFlow>;
  return endpoint && !adapter ? new URL(endpoint, document.baseURI).href : '';
}
