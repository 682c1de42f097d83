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
export interface Time extends Start {
  readonly slotId: string;
  readonly pieces: readonly Piece[];
}

/** Every time at which a course is free, in order: by whom, and, for a visit, each therapist's earliest fit. */
export function freeTimes(clinic: ClinicData, course: Course, search: Search, busy: Busy): readonly Time[] {
  const [only, ...others] = course.parts;
  if (only && others.length === 0)
    return freeStarts(clinic, only.offer, search, busy).map((at) => timeOf(course, [{ offer: only.offer, at }]));
  const chains = chainsOf(clinic, course.parts, search, busy);
  return chains.map((pieces) => timeOf(course, pieces)).filter(({ pieces }) => hasRooms(clinic, pieces, busy));
}

/** A course at the times of its pieces. */
export function timeOf({ serviceId }: Course, pieces: readonly Piece[]): Time {
  const [first, ...later] = pieces.map(({ at }) => at);
  const addOnIds = pieces[0]!.offer.addOnIds;
  return { ...first!, end: pieces.at(-1)!.at.end, slotId: slotId({ serviceId, ...first!, addOnIds, later }), pieces };
}

type Chain = readonly Piece[];

/** One therapist after the other, at one place, no two parts by the same, each pause as long as it may be. */
function chainsOf(
  clinic: ClinicData,
  [part, ...rest]: readonly CoursePart[],
  search: Search,
  busy: Busy,
): readonly Chain[] {
  if (!part) return [];
  const heads = freeStarts(clinic, part.offer, search, busy).map((at): Chain => [{ offer: part.offer, at }]);
  const [next] = rest;
  if (!next) return heads;
  const tails = byPlace(chainsOf(clinic, rest, { ...search, latest: Infinity }, busy));
  return atEachStart(heads).flatMap((together) => {
    const fits = together.map((head) => ({ head, tails: fitting(head, next, tails) }));
    return paired(fits);
  });
}

interface Fit {
  readonly head: Chain;
  readonly tails: readonly Chain[];
}

/** Each head with one tail, and each tail that is left with one head: everybody is offered, not every pair. */
function paired(fits: readonly Fit[]): readonly Chain[] {
  const used = new Set<string>();
  const pairs: Chain[] = [];
  const pair = (head: Chain, tail: Chain) => {
    used.add(whoOf(tail));
    pairs.push([...head, ...tail]);
  };
  for (const { head, tails } of fits) {
    const tail = tails.find((one) => !used.has(whoOf(one))) ?? tails[0];
    if (tail) pair(head, tail);
  }
  for (const { head, tails } of fits) for (const tail of tails) if (!used.has(whoOf(tail))) pair(head, tail);
  return pairs;
}

/** What may follow a head: each therapist's earliest. */
function fitting(head: Chain, { gap }: CoursePart, tails: ReadonlyMap<string, readonly Chain[]>): readonly Chain[] {
  const { at } = head.at(-1)!;
  const [from, to] = [at.end + gap.min * MINUTE, at.end + gap.max * MINUTE];
  const there = tails.get(at.locationId) ?? [];
  const earliest = new Map<string, Chain>();
  for (let index = firstFrom(there, from); index < there.length && startOf(there[index]!) <= to; index++) {
    const tail = there[index]!;
    if (!earliest.has(whoOf(tail)) && !tail.some((piece) => piece.at.therapistId === at.therapistId))
      earliest.set(whoOf(tail), tail);
  }
  return [...earliest.values()];
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
