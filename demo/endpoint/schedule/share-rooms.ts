import type { Stretch } from './quanta.ts';

/** What stands for a room where none is needed; any number may have it at the same time. */
export const NO_ROOM = '';

/** An appointment that needs a room, and the rooms that would do, the liked ones first. */
export interface Seeker {
  readonly taken: Stretch;
  readonly rooms: readonly string[];
}

/**
 * How many rooms are tried for one crowd before it is given up. A visit of five parts in thirty rooms needs far fewer; a
 * list of times that no patient would ever want costs no more than a moment.
 */
const TRIES = 20_000;

/**
 * A room for each, no two in one at the same time; undefined for whom there is none. Whoever comes first takes the first
 * room that they like, and only where that leaves somebody without one is another share looked for.
 */
export function shareRooms(seekers: readonly Seeker[]): readonly (string | undefined)[] {
  const shared = new Map<Seeker, string | undefined>();
  for (const crowd of crowdsOf(seekers)) {
    const asTheyCome = inTurn(crowd);
    const rooms = asTheyCome.includes(undefined) ? (forAll(crowd) ?? asTheyCome) : asTheyCome;
    crowd.forEach((seeker, index) => shared.set(seeker, rooms[index]));
  }
  return seekers.map((seeker) => shared.get(seeker));
}

/** Those who meet each other, directly or by others between them: only they can be in each other's way. */
function crowdsOf(seekers: readonly Seeker[]): readonly (readonly Seeker[])[] {
  const crowds: Seeker[][] = [];
  let end = -Infinity;
  for (const seeker of [...seekers].sort((one, other) => one.taken.start - other.taken.start)) {
    if (seeker.taken.start >= end) crowds.push([]);
    crowds.at(-1)!.push(seeker);
    end = Math.max(end, seeker.taken.end);
  }
  return crowds.map((crowd) => seekers.filter((seeker) => crowd.includes(seeker)));
}

function inTurn(crowd: readonly Seeker[]): readonly (string | undefined)[] {
  const given: (string | undefined)[] = [];
  for (const seeker of crowd) given.push(seeker.rooms.find((room) => !isTaken(crowd, given, seeker, room)));
  return given;
}

/** A room for everybody of a crowd; undefined where there is none, or none that is found in time. */
function forAll(crowd: readonly Seeker[]): readonly string[] | undefined {
  let tries = 0;
  const settle = (given: readonly string[]): readonly string[] | undefined => {
    const seeker = crowd[given.length];
    if (!seeker) return given;
    for (const room of seeker.rooms) {
      if (++tries > TRIES) return undefined;
      const rest = isTaken(crowd, given, seeker, room) ? undefined : settle([...given, room]);
      if (rest) return rest;
    }
    return undefined;
  };
  return settle([]);
}

const isTaken = (crowd: readonly Seeker[], given: readonly (string | undefined)[], { taken }: Seeker, room: string) =>
  room !== NO_ROOM && given.some((other, index) => other === room && meet(crowd[index]!.taken, taken));

const meet = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;
