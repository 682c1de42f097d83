import type { TestEndpoint } from '../helpers/endpoint.ts';
import { booking, type Patient, type Reply } from '../helpers/patient.ts';
import { History, type Owned } from './history.ts';

/** What came of a rush of clients. */
export interface Rush {
  readonly history: History;
  /** How often each status and each problem was answered. */
  readonly answers: Readonly<Record<string, number>>;
}

const WEEK = 7 * 86_400_000;

/** The same numbers for the same seed. */
function numbersFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Clients that hold visits, series of twelve and single times at random, and book, give back, move or cancel them. */
export async function rush(
  endpoint: TestEndpoint,
  { clients, rounds, seed }: { readonly clients: number; readonly rounds: number; readonly seed: number },
): Promise<Rush> {
  const history = new History();
  const answers: Record<string, number> = {};
  const counted = (reply: Reply) => {
    const name = String(reply.problem ?? reply.status);
    answers[name] = (answers[name] ?? 0) + 1;
    if (reply.status >= 500) answers['5xx'] = (answers['5xx'] ?? 0) + 1;
    return reply;
  };
  const wishes = await wishesOf(endpoint);

  const client = async (number: number) => {
    const random = numbersFrom(seed + number);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const patient = endpoint.patient();
    const phone = `+1 303 ${String(seed * 1000 + number).padStart(7, '0')}`;
    for (let round = 0; round < rounds; round++) {
      const held = counted(await patient.holds(pick(wishes)));
      if (held.status !== 201) continue;
      const owned = history.got(`client ${number}`, held.body.slots);
      if (random() < 0.3) await givesBack(patient, held.body.token, owned);
      else await books(patient, held.body.token, owned, { phone, random: random() });
    }
  };
  const givesBack = async (patient: Patient, token: string, owned: Owned) => {
    history.givesBack(owned);
    counted(await patient.givesBack(token));
  };
  const books = async (
    patient: Patient,
    token: string,
    owned: Owned,
    { phone, random }: { phone: string; random: number },
  ) => {
    const booked = counted(await patient.books(token, { ...booking(), patient: { ...booking().patient, phone } }));
    if (booked.status !== 201 || random < 0.2) return;
    history.givesBack(owned);
    counted(await patient.changes(booked.body.manageToken, 'cancel'));
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { history, answers };
}

/** Few enough days that everybody is in everybody's way. */
async function wishesOf({ patient }: TestEndpoint): Promise<readonly (readonly string[])[]> {
  const look = async (service: string) =>
    (await patient().looksFor(`service=${service}&from=2026-12-07&to=2026-12-09`)).body.slots as readonly {
      id: string;
      start: string;
    }[];
  const [visits, massages, others] = await Promise.all(['s20', 's1', 's9'].map(look));
  const singles = [...visits!, ...massages!, ...others!].map(({ id }) => [id]);
  const series = massages!.slice(0, 40).map(({ id }) => {
    const [service, therapist, time = ''] = id.split('~');
    return Array.from({ length: 8 }, (_, week) =>
      [service, therapist, `${new Date(Date.parse(time) + week * WEEK).toISOString().slice(0, 16)}Z`].join('~'),
    );
  });
  return [...singles, ...series];
}
