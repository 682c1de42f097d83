import type { Kit } from './kit.ts';

/** Something that an endpoint has to do. `run` throws a Fault where it does not. */
export interface Check {
  /** A sentence that is true of a good endpoint. */
  readonly name: string;
  readonly run: (kit: Kit) => Promise<void>;
}

export const check = (name: string, run: Check['run']): Check => ({ name, run });
