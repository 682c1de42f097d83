import type { ManagedBooking } from '../../../src/contract/index.ts';
import { newKey, type Reply } from '../client.ts';
import { must, mustAnswer } from '../fault.ts';
import type { Kit } from '../kit.ts';

interface Booked {
  readonly slots: readonly string[];
  readonly token: string;
  readonly id: string;
}

/** Somebody who has booked so many times, and may change that. */
export async function booked(kit: Kit, count = 1): Promise<Booked> {
  const slots = await kit.free(count);
  const reply = await kit.books(await kit.holds(slots));
  must(reply.body.manageToken, 'a booking that can be managed comes with its manageToken', reply);
  return { slots, token: reply.body.manageToken, id: reply.body.id };
}

export const sees = async (kit: Kit, token: string) => {
  const reply = await kit.client.call<ManagedBooking>('booking', { token });
  mustAnswer(reply, 200);
  return reply;
};

/** Changes a booking as it was last seen. */
export const changes = (kit: Kit, how: 'cancel' | 'undo' | 'reschedule', token: string, more: Change) =>
  kit.client.call<ManagedBooking>(how, {
    token,
    body: how === 'undo' ? undefined : (more.body ?? {}),
    key: more.key ?? newKey(),
    headers: { 'If-Match': `"${more.revision}"` },
  });
interface Change {
  readonly revision: number;
  readonly body?: object;
  readonly key?: string;
}

export const startsOf = ({ body }: Reply<ManagedBooking>) => body.appointments.map(({ start }) => start).join();
export const standing = ({ body }: Reply<ManagedBooking>) =>
  body.appointments.filter(({ status }) => status !== 'cancelled');
