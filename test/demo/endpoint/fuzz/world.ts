import { createFront } from '../../../../demo/endpoint/front.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { Health } from '../../../../demo/endpoint/operation/health.ts';
import { openLog } from '../../../../demo/endpoint/operation/log.ts';
import { openMetrics } from '../../../../demo/endpoint/operation/metrics.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';
import type { Target } from './targets.ts';

/** What lives: tokens, the key of the desk, and ids that the desk may name. */
export type TokenName = 'hold' | 'manage' | 'wait' | 'desk' | 'waiting' | 'wish';

/** An endpoint with all that a server has in front of it, everything that it logs, and tokens of everything there is. */
export async function openWorld(db: Db) {
  const logged: string[] = [];
  const log = openLog('info', { write: (line) => void logged.push(line) });
  const endpoint = testEndpoint(db, { rateLimit: 0, log: log.error });
  const { app, clinic } = endpoint;
  const operated = { health: new Health(db), metrics: openMetrics(), metricsKey: undefined };
  const front = createFront({ clinics: new Map([[clinic.id, app]]), log, ...operated });
  const base = `http://endpoint.test/clinics/${clinic.id}`;
  const someone = endpoint.patient();
  const noor = await receptionist(endpoint, 'Noor', true);
  const days = [
    '01',
    '02',
    '03',
    '04',
    '07',
    '08',
    '09',
    '10',
    '11',
    '14',
    '15',
    '16',
    '17',
    '18',
    '28',
    '29',
    '30',
    '31',
  ];
  const slots = days.flatMap((day) => ['16:00', '18:00', '20:00'].map((time) => `s2~t1~2026-12-${day}T${time}Z`));
  /** Holds whichever time is free next. */
  const holds = async () => {
    for (const slot of slots) {
      const { status, body } = await someone.holds(slot);
      if (status === 201) return body.token as string;
    }
    throw new Error('nothing is free any more');
  };
  const books = async () => (await someone.books(await holds())).body.manageToken as string;
  const wait = {
    serviceIds: ['s2'],
    from: '2026-12-01',
    to: '2026-12-20',
    contact: { name: 'Maria Santos', email: 'maria@example.org' },
  };
  let others = 0;
  /** Somebody else, for whom the clinic waits until a doctor has answered. */
  const waits = async () => {
    const patient = { ...booking().patient, phone: `+1 303 555 ${1000 + ++others}` };
    return (await someone.books(await holds(), { ...booking('clot'), patient })).body.id as string;
  };
  const wishes = async () => {
    await someone.sends('/callbacks', { name: 'Ben Okafor', phone: '+1 303 555 0100' });
    return (await noor.looksAt('/desk/callbacks')).body.callbacks.at(-1).id as string;
  };
  const tokens: Record<TokenName, string> = {
    hold: await holds(),
    manage: await books(),
    wait: (await someone.sends('/waitlist', wait)).body.token,
    desk: noor.key,
    waiting: await waits(),
    wish: await wishes(),
  };
  const refreshDesk = async () => {
    const waiting = await noor.waiting();
    if (!waiting.some(({ booking: id }) => id === tokens.waiting)) tokens.waiting = await waits();
    const { callbacks } = (await noor.looksAt('/desk/callbacks')).body;
    if (!callbacks.some(({ id }: { id: string }) => id === tokens.wish)) tokens.wish = await wishes();
  };
  let revision = 1;
  return {
    logged,
    /** Of the booking that the manage token opens. */
    revision: () => revision,
    base,
    tokens,
    /** Takes note of what an answer has changed. */
    learn({ method, path }: Target, { token, revision: now }: { token?: string; revision?: number }) {
      if (method === 'POST' && path === '/holds' && token) tokens.hold = token;
      if (path.startsWith('/booking/') && now) revision = now;
    },
    ask: (request: Request) => front(request, '10.9.9.9'),
    /** Makes anew what is gone and what the target needs, so that it does not always fail for want of it. */
    async refresh({ path }: Target) {
      const held = await someone.hasHeld(tokens.hold);
      if (held.status !== 200 || !held.body.expiresIn) tokens.hold = await holds();
      const seen = await someone.sees(tokens.manage);
      revision = seen.body.revision ?? 1;
      if (seen.body.status !== 'booked') {
        tokens.manage = await books();
        revision = 1;
      }
      if (path === '/booking/undo')
        revision = (await someone.changes(tokens.manage, 'cancel', { revision })).body.revision ?? revision;
      if (path.startsWith('/desk')) await refreshDesk();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
