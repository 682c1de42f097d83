import { createFront } from '../../../../demo/endpoint/front.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { Health } from '../../../../demo/endpoint/operation/health.ts';
import { openLog } from '../../../../demo/endpoint/operation/log.ts';
import { openMetrics } from '../../../../demo/endpoint/operation/metrics.ts';
import { everyCall, type EveryCallName } from '../../../../src/contract/index.ts';
import { testEndpoint } from '../helpers/endpoint.ts';

const path = (name: EveryCallName) => everyCall[name].path;

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
  const waiting = {
    serviceIds: ['s2'],
    from: '2026-12-01',
    to: '2026-12-20',
    contact: { name: 'Maria Santos', email: 'maria@example.org' },
  };
  const tokens: Record<string, string> = {
    hold: await holds(),
    manage: await books(),
    wait: (await someone.sends('/waitlist', waiting)).body.token,
  };
  let revision = 1;
  return {
    logged,
    /** Of the booking that the manage token opens. */
    revision: () => revision,
    base,
    tokens,
    urlOf: (name: EveryCallName, query = '') => base + everyCall[name].path + query,
    /** Takes note of what an answer has changed. */
    learn(name: EveryCallName, { token, revision: now }: { token?: string; revision?: number }) {
      if (name === 'hold' && token) tokens['hold'] = token;
      if (path(name).startsWith('/booking/') && now) revision = now;
    },
    ask: (request: Request) => front(request, '10.9.9.9'),
    /** Holds and books anew where that is gone, so that what needs it does not always fail for want of it. */
    async refresh() {
      const held = await someone.hasHeld(tokens['hold']!);
      if (held.status !== 200 || !held.body.expiresIn) tokens['hold'] = await holds();
      const seen = await someone.sees(tokens['manage']!);
      revision = seen.body.revision ?? 1;
      if (seen.body.status === 'booked') return;
      tokens['manage'] = await books();
      revision = 1;
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
