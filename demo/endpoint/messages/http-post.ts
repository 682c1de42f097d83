import { codeOf } from '../db/transact.ts';
import { Undelivered } from './carrier.ts';

export interface HttpMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Shorter than a message is one worker's alone. */
const PATIENCE = 30_000;

/** Nobody was there, so nothing can have arrived; nor can it where no address was made out. */
const unheard = [
  '',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Posts a message and answers its status; redirects are not followed, since what is signed or keyed is for one address. */
export async function httpPost({ url, ...request }: HttpMessage, handOver: () => Promise<void>): Promise<number> {
  await handOver();
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { ...request, method: 'POST', redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const code = codeOf(error instanceof Error && error.cause) || codeOf(error);
    throw new Undelivered(`HTTP ${code || 'not possible'}`, unheard.includes(code) ? 'later' : 'unknown');
  }
}

export const isGood = (status: number) => status >= 200 && status < 300;

/** Says that it did not even begin: too early, too many, not now. */
const BUSY = [425, 429, 503];

/** Whether what got this answer is worth another try; a server or a gateway in trouble may have done it all the same. */
export const againAfter = (status: number): Undelivered['again'] => {
  if (BUSY.includes(status)) return 'later';
  return status >= 500 || status === 408 ? 'unknown' : 'never';
};
