import type { CallbackRequest } from '../contract/contact-calls.ts';
import { EndpointError } from './endpoint.ts';
import { change, exchange } from './exchange.ts';
import { serialise } from './wire.ts';

interface Asked {
  /** Base URL of the clinic, as in `data-endpoint`. */
  readonly url: string;
  readonly language: string;
  /** The same for as long as the same is asked, so that a second try calls nobody twice. */
  readonly key: string;
  readonly request: CallbackRequest;
}

/** Asks the clinic to call (`POST /callbacks`). Whatever fails is an `EndpointError`. */
export async function askForACall({ url, language, key, request }: Asked): Promise<void> {
  const { ok, status } = await exchange(url, '/callbacks', { language, ...change(serialise(request), key) });
  if (!ok) throw new EndpointError(status === 429 ? 'busy' : 'server', { status });
}
