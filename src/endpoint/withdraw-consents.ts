import * as v from 'valibot';
import type { ConsentKept } from '../contract/booking.ts';
import { ManagedBooking } from '../contract/manage.ts';
import { EndpointError } from './endpoint.ts';
import { change, exchange } from './exchange.ts';
import { newKey, serialise } from './wire.ts';

interface Withdrawal {
  /** Base URL of the clinic, as in `data-endpoint`. */
  readonly url: string;
  readonly language: string;
  readonly manageToken: string;
  readonly consentIds: readonly string[];
}

/** Takes consents back (`POST /booking/withdraw`), and answers what is agreed to now. Whatever fails is an `EndpointError`. */
export async function withdrawConsents({
  url,
  language,
  manageToken,
  consentIds,
}: Withdrawal): Promise<readonly ConsentKept[]> {
  const request = { language, token: manageToken, ...change(serialise({ consentIds }), newKey()) };
  const response = await exchange(url, '/booking/withdraw', request);
  const { status, ok } = response;
  const read = v.safeParse(ManagedBooking, ok ? await response.json().catch(() => undefined) : undefined);
  if (!read.success) throw new EndpointError(ok ? 'contract' : 'server', { status });
  return read.output.consents ?? [];
}
