import { setTimeout as pause } from 'node:timers/promises';
import { booking, newKey, type Patient, type Reply } from './patient.ts';

/** What one attempt to book came to: the answer that was heard, at last. */
export interface Attempt {
  readonly email: string;
  readonly slot: string;
  readonly held: Reply;
  readonly booked: Reply | undefined;
  /** How often it had to be asked again. */
  readonly repeats: number;
}

let attempts = 0;

/** Asks the same under the same key until an answer is heard: a server that dies or is busy is only waited for. */
export async function stubborn(
  ask: () => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly repeats: number }> {
  for (let repeats = 0; ; repeats++) {
    const reply = await ask().catch(() => undefined);
    const again = !reply || reply.status >= 500 || reply.problem === 'in-progress';
    if (reply && !again) return { reply, repeats };
    if (reply && reply.status >= 500 && reply.status !== 503) throw new Error(`${reply.status}: ${reply.problem}`);
    await pause(25);
  }
}

/** Holds a time and books it, unless the patient leaves; however often the server is killed meanwhile. */
export async function attempt(patientNow: () => Patient, slot: string, leaves = false): Promise<Attempt> {
  const number = ++attempts;
  const [holdKey, bookKey, email] = [newKey(), newKey(), `p${number}@crash.example`];
  const held = await stubborn(() => patientNow().holds(slot, { key: holdKey }));
  if (held.reply.status !== 201 || leaves)
    return { email, slot, held: held.reply, booked: undefined, repeats: held.repeats };
  // Of each contact only so many bookings are taken.
  const phone = `+1 303 ${String(number).padStart(7, '0')}`;
  const body = { ...booking(), patient: { ...booking().patient, email, phone } };
  const booked = await stubborn(() => patientNow().books(held.reply.body.token, body, bookKey));
  return { email, slot, held: held.reply, booked: booked.reply, repeats: held.repeats + booked.repeats };
}
