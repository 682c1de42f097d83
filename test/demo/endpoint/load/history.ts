/**
 * What patients were told, and whether it can all be true. Knows nothing of the endpoint but its slots: whoever got a 201
 * owns the five minutes of each therapist in it, from the moment of the answer until they ask to give them back.
 */
export interface Slot {
  readonly appointments: readonly { readonly therapistId: string; readonly start: string; readonly end: string }[];
}

/** Something that an owner has had; `from` and `until` count what has happened before, on one counter for everybody. */
export interface Owned {
  readonly owner: string;
  readonly slots: readonly Slot[];
  readonly from: number;
  until: number;
  /** What it is taken instead of: who moves has both until the move is made. */
  readonly instead?: Owned | undefined;
}

export class History {
  readonly owned: Owned[] = [];
  #moment = 0;

  /** To be called when the answer is there. */
  got(owner: string, slots: readonly Slot[], instead?: Owned): Owned {
    const one = { owner, slots, from: ++this.#moment, until: Infinity, instead };
    this.owned.push(one);
    return one;
  }

  /** To be called before it is asked to be given back. */
  givesBack(one: Owned): void {
    one.until = Math.min(one.until, ++this.#moment);
  }
}

const FIVE_MINUTES = 300_000;

/** Five minutes that two have owned at one moment; empty where everything that was told can be true. */
export function contradictions(owned: readonly Owned[]): readonly string[] {
  const owners = new Map<string, Owned[]>();
  for (const one of owned)
    for (const place of new Set(one.slots.flatMap(placesOf))) owners.set(place, [...(owners.get(place) ?? []), one]);
  return [...owners].flatMap(([place, all]) => {
    const inOrder = all.toSorted((one, other) => one.from - other.from);
    return inOrder.slice(1).flatMap((one, index) => {
      const before = inOrder.slice(0, index + 1).find((other) => other.until > one.from && other !== one.instead);
      return before ? [`${place}: ${before.owner} and ${one.owner}`] : [];
    });
  });
}

const placesOf = ({ appointments }: Slot): readonly string[] =>
  appointments.flatMap(({ therapistId, start, end }) => {
    const [from, to] = [Date.parse(start), Date.parse(end)];
    const count = Math.ceil((to - from) / FIVE_MINUTES);
    return Array.from(
      { length: count },
      (_, index) => `${therapistId} ${new Date(from + index * FIVE_MINUTES).toISOString()}`,
    );
  });
