import { createHash } from 'node:crypto';
import {
  findAnswer,
  keepAnswer,
  KeyReused,
  StillAtWork,
  takeKey,
  type KeptAnswer,
  type RequestMark,
} from '../db/kept-answers.ts';
import type { Tx } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Asking } from './asked.ts';
import { Refusal } from './problems.ts';
import type { TokenSubject } from './tokens.ts';

/** Writes in one transaction: what the work does, and the answer that the same request will get again. */
export type Write = (work: (transaction: Tx) => Promise<KeptAnswer>) => Promise<KeptAnswer>;

/**
 * Does something once for each Idempotency-Key, counted within its route and bearer, and answers the same again for
 * the same request. A refusal is not kept: what was refused may be asked again.
 */
export async function once(
  asked: Asking & { readonly bearer: TokenSubject | undefined },
  perform: (write: Write) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const { endpoint, key, call, bearer, fingerprint, now } = asked;
  const { db, clinic, locks } = endpoint;
  if (key === undefined) return perform((work) => transact(db, work));

  const mark = { key: hash(`${call}\n${bearer?.id ?? ''}\n${key}`), fingerprint: hash(fingerprint) };
  const write: Write = (work) =>
    transact(db, async (transaction) => {
      if (!(await takeKey(transaction, clinic.id, mark, new Date(now)))) return sameAgain(asked, mark, transaction);
      const kept = await work(transaction);
      await keepAnswer(transaction, clinic.id, mark, kept);
      return kept;
    });
  const busy = () => {
    throw new Refusal('in-progress', { retryAfter: 1 });
  };
  // Another server may have done the same in the meantime, and that alone may be why it failed here.
  const unlessDone = async (error: unknown) => {
    const kept = error instanceof Refusal ? await findAnswer(db, clinic.id, mark) : undefined;
    if (kept) return kept;
    throw error;
  };
  const work = async () => (await findAnswer(db, clinic.id, mark)) ?? (await perform(write).catch(unlessDone));
  return locks.alone(mark.key, work, busy).catch((error) => {
    if (error instanceof KeyReused) throw new Refusal('key-reused');
    if (error instanceof StillAtWork) return busy();
    throw error;
  });
}

async function sameAgain(asked: Asking, mark: RequestMark, transaction: Tx): Promise<KeptAnswer> {
  const kept = await findAnswer(transaction, asked.endpoint.clinic.id, mark);
  if (!kept) throw new StillAtWork();
  return kept;
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
