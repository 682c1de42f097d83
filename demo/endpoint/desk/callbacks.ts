import { endCallback, openCallbacks } from '../db/callbacks.ts';
import { transact } from '../db/transact.ts';
import { timestamp } from '../schedule/wall-clock.ts';
import type { DeskHandler } from './calls.ts';
import { note } from './log.ts';

/** As many as anybody calls in a day; those who wait longest. */
const MOST = 200;

/** `GET /desk/callbacks`: who wants to be called, and whether still others do. */
export const callbacks: DeskHandler<'callbacks'> = async ({ endpoint, person, now }) => {
  const { db, clinic } = endpoint;
  const open = await openCallbacks(db, clinic.id, MOST + 1);
  await note(db, { clinic: clinic.id, person, action: 'read callbacks', now });
  const shown = open.slice(0, MOST).map(({ id, request, created_at }) => ({
    id,
    ...request,
    asked: timestamp(created_at.getTime(), clinic.data.clinic.timeZone),
  }));
  return { status: 200, body: { callbacks: shown, more: open.length > MOST } };
};

/** `POST /desk/callbacks/done`: somebody has called. Done is done, whoever says so twice. */
export const calledBack: DeskHandler<'calledBack'> = async ({ endpoint, person, body, now }) => {
  const { db, clinic } = endpoint;
  await transact(db, async (transaction) => {
    const done = await endCallback(transaction, clinic.id, body.id, person.name, new Date(now));
    if (done) await note(transaction, { clinic: clinic.id, person, action: 'called back', now });
  });
  return { status: 204 };
};
