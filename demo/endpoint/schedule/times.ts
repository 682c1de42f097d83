import type { ClinicData } from '../clinic/clinic-data.ts';
import type { Busy } from './busy.ts';
import type { Course, CoursePart } from './course.ts';
import { freeStarts, type Search, type Start } from './free-starts.ts';
import { takenBy, type Offer } from './offer.ts';
import { plan } from './plan.ts';
import { MINUTE } from './quanta.ts';
import { slotId } from './slot-id.ts';

/** One treatment at its time. */
export interface Piece {
  readonly offer: Offer;
  readonly at: Start;
}

/** A time at which everything of a course can be given, from its first start to its last end. */
export class Time implements Start {
  readonly therapistId: string;
  readonly locationId: string;
  readonly start: number;
  readonly end: number;

  constructor(
    private readonly serviceId: string,
    readonly pieces: readonly Piece[],
  ) {
    const { therapistId, locationId, start } = pieces[0]!.at;
    this.therapistId = therapistId;
    this.locationId = locationId;
    this.start = start;
    this.end = pieces.at(-1)!.at.end;
  }

  /** Made when it is asked for: of many times only a few are shown. */
  get slotId(): string {
    const { serviceId, therapistId, start, pieces } = this;
    const later = pieces.slice(1).map(({ at }) => at);
    return slotId({ serviceId, therapistId, start, addOnIds: pieces[0]!.offer.addOnIds, later });
  }
}

/** Every time at which a course is free, in order: by whom, and, for a visit, each therapist's earliest fit. */
export function freeTimes(clinic: ClinicData, course: Course, search: Search, busy: Busy): readonly Time[] {
  const [only, ...others] = course.parts;
  if (only && others.length === 0)
    return freeStarts(clinic, only.offer, search, busy).map(
      (at) => new Time(course.serviceId, [{ offer: only.offer, at }]),
    );
  return visitsOf(clinic, course.parts, search, busy).map((pieces) => new Time(course.serviceId, pieces));
}

/** Treatments one after the other, at one place, no two by the same therapist. */
type Chain = readonly Piece[];

/** What may follow one head: by the therapists who give it, from their earliest on. */
interface Fit {
  readonly head: Chain;
  readonly tails: ReadonlyMap<string, readonly Chain[]>;
}

/** Each head with one tail, and each tail that is left with one head: everybody is offered, not every pair. */
function visitsOf(
  clinic: ClinicData,
  [part, next, ...rest]: readonly CoursePart[],
  search: Search,
  busy: Busy,
): readonly Chain[] {
  if (!part || !next) return [];
  const heads = freeStarts(clinic, part.offer, search, busy).map((at): Chain => [{ offer: part.offer, at }]);
  const later = byPlace(everyChain(clinic, [next, ...rest], { ...search, latest: Infinity }, busy));
  return atEachStart(heads).flatMap((together) => {
    const fits = together.map((head): Fit => ({ head, tails: grouped(following(head, next, later), whoOf) }));
    return paired(fits, (pieces) => hasRooms(clinic, pieces, busy));
  });
}

/** Every way in which parts may follow each other, in order of their starts. */
function everyChain(
  clinic: ClinicData,
  [part, ...rest]: readonly CoursePart[],
  search: Search,
  busy: Busy,
): readonly Chain[] {
  const heads = freeStarts(clinic, part!.offer, search, busy).map((at): Chain => [{ offer: part!.offer, at }]);
  const [next] = rest;
  if (!next) return heads;
  const tails = byPlace(everyChain(clinic, rest, search, busy));
  return heads.flatMap((head) => following(head, next, tails).map((tail) => [...head, ...tail]));
}

/** A pair counts once there are rooms for it: where the earliest tail finds none, a later one by the same people may. */
function paired(fits: readonly Fit[], hasRooms: (pieces: Chain) => boolean): readonly Chain[] {
  const used = new Set<string>();
  const pairs: Chain[] = [];
  const pair = (head: Chain, who: string, tails: readonly Chain[]) => {
    const tail = tails.find((one) => hasRooms([...head, ...one]));
    if (!tail) return false;
    used.add(who);
    pairs.push([...head, ...tail]);
    return true;
  };
  for (const { head, tails } of fits) {
    const freshFirst = [...tails].sort(([one], [other]) => Number(used.has(one)) - Number(used.has(other)));
    freshFirst.some(([who, chains]) => pair(head, who, chains));
  }
  for (const { head, tails } of fits) for (const [who, chains] of tails) if (!used.has(who)) pair(head, who, chains);
  return pairs;
}

/** What may follow a head, in order: by others, after a pause that is neither too short nor too long. */
function following(head: Chain, { gap }: CoursePart, tails: ReadonlyMap<string, readonly Chain[]>): readonly Chain[] {
  const { at } = head.at(-1)!;
  const [from, to] = [at.end + gap.min * MINUTE, at.end + gap.max * MINUTE];
  const there = tails.get(at.locationId) ?? [];
  const first = firstFrom(there, from);
  const found: Chain[] = [];
  for (let index = first; index < there.length && startOf(there[index]!) <= to; index++) {
    const tail = there[index]!;
    if (!tail.some((piece) => piece.at.therapistId === at.therapistId)) found.push(tail);
  }
  return found;
}

const startOf = ([first]: Chain) => first!.at.start;
const whoOf = (chain: Chain) => chain.map(({ at }) => at.therapistId).join('+');

/** The index of the first chain that starts at an instant or later. */
function firstFrom(chains: readonly Chain[], instant: number): number {
  let [low, high] = [0, chains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(chains[middle]!) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

const byPlace = (chains: readonly Chain[]) => grouped(chains, (chain) => chain[0]!.at.locationId);
const atEachStart = (heads: readonly Chain[]) => [
  ...grouped(heads, (head) => `${startOf(head)} ${head[0]!.at.locationId}`).values(),
];

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** Whether the parts find rooms beside each other; a room that one of them has is not free for the next. */
const hasRooms = (clinic: ClinicData, pieces: readonly Piece[], busy: Busy) =>
  !plan(
    clinic,
    pieces.map(({ offer, at }) => ({ slotId: '', offer, at, taken: takenBy(offer, at.start) })),
    busy,
  ).lost;
