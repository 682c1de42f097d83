import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import type { BookingStore } from '../store.ts';
import { Confirming } from './confirming.ts';
import { Holding, type TokenKeeper } from './holding.ts';
import { Loading } from './loading.ts';

export type { TokenKeeper } from './holding.ts';

/** A booking that talks to its endpoint. */
export interface RunningBooking {
  /** Keeps the held time longer. */
  extend(): Promise<void>;
  /** Ends every call that is under way, and asks for nothing more. */
  close(): void;
}

/**
 * Lets an endpoint serve a booking. The effects look only at how the state changed, never at who changed it: what is
 * needed is asked for, a wanted slot is held, a place let go of is given back, what is confirmed is booked.
 */
export function runBooking(
  store: BookingStore,
  endpoint: BookingEndpoint,
  { tokens, language }: { readonly tokens: TokenKeeper; readonly language: string },
): RunningBooking {
  const loading = new Loading(store, endpoint, language);
  const holding = new Holding(store, endpoint, tokens);
  const confirming = new Confirming(store, endpoint, language);
  const unwatch = store.watch((state, before) => {
    loading.follow();
    holding.follow(state, before);
    confirming.follow(state, before);
  });
  loading.follow();
  return {
    extend: () => holding.extend(),
    close: () => {
      unwatch();
      loading.close();
    },
  };
}
