import type { Stretch } from './quanta.ts';

/** One stretch during which a therapist or a room is not to be had, buffers included. */
export interface BusyStretch extends Stretch {
  readonly resource: string;
}

/** Who and what is taken when, over a range of quanta; asking costs the same however much is taken. */
export class Busy {
  /** For each resource, how many quanta are taken before each quantum of the range. */
  readonly #taken = new Map<string, Uint32Array>();

  constructor(
    private readonly range: Stretch,
    stretches: readonly BusyStretch[],
  ) {
    for (const { resource, start, end } of stretches) {
      const marks = this.#taken.get(resource) ?? new Uint32Array(range.end - range.start + 1);
      marks.fill(1, this.#place(start), this.#place(end));
      this.#taken.set(resource, marks);
    }
    for (const marks of this.#taken.values()) count(marks);
  }

  /** True where nothing of the stretch is taken. */
  isFree(resource: string, { start, end }: Stretch): boolean {
    const taken = this.#taken.get(resource);
    return !taken || taken[this.#place(start)] === taken[this.#place(end)];
  }

  #place(quantum: number) {
    return Math.min(Math.max(quantum, this.range.start), this.range.end) - this.range.start;
  }
}

/** Turns marks into how many there are before each place. */
function count(marks: Uint32Array) {
  let before = 0;
  for (let place = 0; place < marks.length; place++) {
    const mark = marks[place]!;
    marks[place] = before;
    before += mark;
  }
}

export const therapistResource = (id: string) => `therapist:${id}`;
export const roomResource = (id: string) => `room:${id}`;

/** Who and what an appointment takes; `roomId` is empty where it needs no room. */
export const resourcesOf = ({ therapistId, roomId }: { readonly therapistId: string; readonly roomId: string }) => [
  therapistResource(therapistId),
  ...(roomId ? [roomResource(roomId)] : []),
];
