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

/** How many clients there are, and how often each of them wants something. */
export interface Crowd {
  readonly clients: number;
  readonly rounds: number;
  readonly seed: number;
  /** Until when they go on wanting things, in milliseconds; as long as the rounds last where absent. */
  readonly until?: number;
}

/**
 * Clients that hold visits, series of twelve and single times at random, and book, give back, move or cancel them;
 * `patientAt` is one of them, at whichever server is the next.
 */
export async function rush(
  patientAt: (turn: number) => Patient,
  { clients, rounds, seed, until = Infinity }: Crowd,
): Promise<Rush> {
  const history = new History();
  const answers: Record<string, number> = {};
  const counted = (reply: Reply) => {
    const name = String(reply.problem ?? reply.status);
    answers[name] = (answers[name] ?? 0) + 1;
    if (reply.status >= 500) answers['5xx'] = (answers['5xx'] ?? 0) + 1;
    return reply;
  };
  const wishes = await wishesOf(patientAt(0));
  let turn = 0;
  const next = () => patientAt(turn++);

  const client = async (number: number) => {
    const random = numbersFrom(seed + number);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const phone = `+1 303 ${String(seed * 1000 + number).padStart(7, '0')}`;
    const owner = `client ${number}`;
    for (let round = 0; round < rounds && Date.now() < until; round++) {
      const wish = pick(wishes);
      const held = counted(await next().holds(wish));
      if (held.status !== 201) continue;
      const owned = history.got(owner, held.body.slots);
      if (random() < 0.3) {
        history.givesBack(owned);
        counted(await next().givesBack(held.body.token));
        continue;
      }
      const booked = counted(
        await next().books(held.body.token, { ...booking(), patient: { ...booking().patient, phone } }),
      );
      if (booked.status !== 201) continue;
      const { manageToken: manage } = booked.body;
      const other = pick(wishes);
      const has = random() < 0.5 ? await moves({ owner, manage, owned, wish: other }) : { owned, revision: 1 };
      if (random() < 0.2) continue;
      history.givesBack(has.owned);
      counted(await next().changes(manage, 'cancel', { revision: has.revision }));
    }
  };
  const moves = async ({ owner, manage, owned, wish }: Move) => {
    const held = counted(await next().holds(wish, { replaces: manage }));
    if (held.status !== 201) return { owned, revision: 1 };
    const other = history.got(owner, held.body.slots, owned);
    history.givesBack(owned);
    const moved = counted(await next().changes(manage, 'reschedule', { body: { hold: held.body.token } }));
    if (moved.status === 200) return { owned: other, revision: 2 };
    // Another treatment, or somebody was faster: the booking stands where it stood all the time.
    history.givesBack(other);
    counted(await next().givesBack(held.body.token));
    return { owned: history.got(owner, owned.slots), revision: 1 };
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { history, answers };
}

interface Move {
  readonly owner: string;
  readonly manage: string;
  readonly owned: Owned;
  readonly wish: readonly string[];
}

/** Few enough days that everybody is in everybody's way. */
async function wishesOf(patient: Patient): Promise<readonly (readonly string[])[]> {
  const look = async (service: string) =>
    (await patient.looksFor(`service=${service}&from=2026-11-30&to=2026-12-02`)).body.slots as readonly {
      id: string;
      start: string;
    }[];
  const [visits, massages, others] = await Promise.all(['s20', 's1', 's9'].map(look));
  const singles = [...visits!, ...massages!, ...others!].map(({ id }) => [id]);
  const series = massages!.slice(0, 40).map(({ id }) => {
    const [service, therapist, time = ''] = id.split('~');
    return Array.from({ length: 12 }, (_, week) =>
      [service, therapist, `${new Date(Date.parse(time) + week * WEEK).toISOString().slice(0, 16)}Z`].join('~'),
    );
  });
  return [...singles, ...series];
}
