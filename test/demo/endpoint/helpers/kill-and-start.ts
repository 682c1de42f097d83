import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { loadClinic } from '../../../../demo/endpoint/clinic/load-clinic.ts';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import type { Db, StoredAppointment } from '../../../../demo/endpoint/db/schema.ts';
import { checkHistories } from './check-histories.ts';
import { testEndpoint } from './endpoint.ts';
import type { Patient } from './patient.ts';
import type { Random } from './random.ts';
import { NOW, startServer, type ServerProcess } from './server-process.ts';
import { attempt, type Attempt } from './stubborn-patient.ts';

export interface Rounds {
  /** `DATABASE_URL` and `SECRET`, or `DATA_DIR`. */
  readonly environment: Record<string, string>;
  readonly clinic: string;
  readonly rounds: number;
  readonly random: Random;
}

const PATIENTS = 8;
/** How many close the page while they hold a time. */
const LEAVES = 0.1;
/** How long a server on a busy machine may take for that, in milliseconds. */
const PATIENCE = 20_000;
const NEXT_DAY = Date.parse(NOW) + 24 * 60 * 60_000;

/**
 * Kills a real server without warning at moments that chance picks, again and again, while patients book and ask again
 * under the same keys; then holds what they heard against what the database has. Answers how much was going on.
 */
export async function killAndStart({ environment, clinic, rounds, random }: Rounds) {
  const all = { CLINIC: clinic, RATE_LIMIT: '0', LOG_LEVEL: 'error', ...environment };
  let server = await startServer(all);
  const port = new URL(server.root).port;
  const slots = await everySlot(server.patient());
  const attempts: Attempt[] = [];
  const closing = new AbortController();
  const books = async () => {
    while (!closing.signal.aborted)
      attempts.push(await attempt(() => server.patient(), random.pick(slots), random.next() < LEAVES));
  };
  const patients = Array.from({ length: PATIENTS }, books);

  for (let round = 1; round <= rounds; round++) {
    await someWork(attempts, random);
    await server.kill('SIGKILL');
    server = await startServer({ ...all, PORT: port });
    assert.ok(server.url, server.said());
  }
  await pause(300);
  closing.abort();
  await Promise.all(patients);
  attempts.push(await leavesWhileHolding(() => server.patient(), slots, random));
  await server.kill('SIGKILL');

  const { db, close } = await openDatabase({
    databaseUrl: environment['DATABASE_URL'],
    dataDir: environment['DATA_DIR'],
  });
  try {
    const { id } = loadClinic(clinic);
    await checkHistories(db, id, Date.parse(NOW), attempts);
    const left = await db
      .selectFrom('booking')
      .select('appointments')
      .where('clinic', '=', id)
      .where('status', '=', 'held')
      .execute();
    const free = await takesAgain(
      db,
      clinic,
      left.map(({ appointments }) => appointments[0]!),
    );
    return {
      attempts: attempts.length,
      booked: attempts.filter(({ booked }) => booked && booked.status < 300).length,
      repeated: attempts.filter(({ repeats }) => repeats > 0).length,
      free,
    };
  } finally {
    await close();
  }
}

/** Until a few patients, as many as chance says, were served by this server, and a moment longer: it dies in the middle of others. */
async function someWork(attempts: readonly Attempt[], random: Random): Promise<void> {
  const enough = attempts.length + random.between(0, 2 * PATIENTS);
  const patience = AbortSignal.timeout(PATIENCE);
  while (attempts.length < enough && !patience.aborted) await pause(5);
  await pause(random.between(0, 60));
}

/** Every time of one short service, whoever gives it. */
export async function everySlot(patient: ReturnType<ServerProcess['patient']>): Promise<string[]> {
  const asked = ['t1', 't4', 't5'].map((therapist) =>
    patient.looksFor(`service=s1&therapist=${therapist}&from=2026-11-25&to=2027-01-20`),
  );
  return (await Promise.all(asked)).flatMap(({ body }) => body.slots.map(({ id }: { id: string }) => id));
}

/** Somebody who holds a time when the server dies for the last time, whatever chance did before. */
async function leavesWhileHolding(
  patientNow: () => Patient,
  slots: readonly string[],
  random: Random,
): Promise<Attempt> {
  for (;;) {
    const left = await attempt(patientNow, random.pick(slots), true);
    if (left.held.status === 201) return left;
  }
}

/** A hold whose patient is gone keeps nobody out once its time is over. Answers how many were taken again. */
async function takesAgain(db: Db, clinic: string, held: readonly StoredAppointment[]): Promise<number> {
  const later = testEndpoint(db, { clinic: loadClinic(clinic), clock: () => NEXT_DAY, rateLimit: 0 });
  const coming = held.filter(({ start }) => start >= NEXT_DAY);
  for (const { serviceId, therapistId, start } of coming) {
    const slot = `${serviceId}~${therapistId}~${new Date(start).toISOString().slice(0, 16)}Z`;
    assert.equal((await later.patient().holds(slot)).status, 201, `${slot} is kept by nobody`);
  }
  return coming.length;
}
