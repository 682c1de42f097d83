/** An oracle: visits found by trying every therapist, every minute and every room. It shares no code with the endpoint. */
export interface SmallClinic {
  readonly parts: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly before: number;
    readonly after: number;
    readonly kind: string;
    /** The pause before it, at least and at most. */
    readonly gap: readonly [number, number];
  }[];
  readonly therapists: readonly {
    readonly id: string;
    readonly gives: readonly string[];
    /** From when until when, in minutes of the day, all times alike. */
    readonly works: readonly [number, number];
  }[];
  readonly rooms: readonly { readonly id: string; readonly kinds: readonly string[] }[];
  readonly busy: readonly { readonly who: string; readonly from: number; readonly to: number }[];
}

export interface FoundPart {
  readonly therapist: string;
  readonly start: number;
}

const DAY = 24 * 60;

/** Everything that may be offered to a patient, each part by whom and when. */
export function everyVisit({ parts, therapists, rooms, busy }: SmallClinic): readonly (readonly FoundPart[])[] {
  const clear = (who: string, from: number, to: number) =>
    !busy.some((one) => one.who === who && one.from < to && from < one.to);
  const spanOf = (index: number, start: number) =>
    [start - parts[index]!.before, start + parts[index]!.minutes + parts[index]!.after] as const;

  const visits: FoundPart[][] = [];
  const extend = (found: FoundPart[]) => {
    const index = found.length;
    const part = parts[index];
    if (!part) return void (roomsExist(found, []) && visits.push(found));
    for (const { id, gives, works } of therapists)
      for (let start = 0; start < DAY; start += 15) {
        const last = found[index - 1];
        const pause = last ? start - last.start - parts[index - 1]!.minutes : 0;
        if (last && (pause < part.gap[0] || pause > part.gap[1])) continue;
        if (found.some(({ therapist }) => therapist === id)) continue;
        if (!gives.includes(part.id) || start < works[0] || start + part.minutes > works[1]) continue;
        if (clear(id, ...spanOf(index, start))) extend([...found, { therapist: id, start }]);
      }
  };
  const roomsExist = (found: readonly FoundPart[], chosen: readonly string[]): boolean => {
    const index = chosen.length;
    if (index === found.length) return true;
    const [from, to] = spanOf(index, found[index]!.start);
    return rooms.some(({ id, kinds }) => {
      if (!kinds.includes(parts[index]!.kind) || !clear(id, from, to)) return false;
      for (const [other, room] of chosen.entries()) {
        const [begins, ends] = spanOf(other, found[other]!.start);
        if (room === id && begins < to && from < ends) return false;
      }
      return roomsExist(found, [...chosen, id]);
    });
  };
  extend([]);
  return visits;
}
