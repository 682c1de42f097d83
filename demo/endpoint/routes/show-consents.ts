import type { ConsentKept } from '../../../src/contract/index.ts';
import type { Clinic } from '../clinic/load-clinic.ts';
import type { BookingBody } from '../db/schema.ts';
import { timestamp } from '../schedule/wall-clock.ts';

/** What was agreed to and by whom, in the words of its version where the clinic still has them, and what was taken back. */
export function showConsents(clinic: Clinic, body: BookingBody | null, language: string): readonly ConsentKept[] {
  if (!body) return [];
  const { policy, clinic: where } = clinic.dataIn(language);
  const at = (instant: number) => timestamp(instant, where.timeZone);
  // An id is anybody's word, `constructor` too.
  const withdrawals = new Map(Object.entries(body.withdrawn ?? {}));
  return body.request.consents.map(({ id, version, signedName }) => {
    const text = policy.consents.find((one) => one.id === id && one.version === version)?.text;
    const withdrawn = withdrawals.get(id);
    return {
      id,
      version,
      agreedAt: at(body.agreedAt),
      ...(text && { text }),
      ...(signedName && { signedName }),
      ...(withdrawn && { withdrawnAt: at(withdrawn) }),
    };
  });
}
