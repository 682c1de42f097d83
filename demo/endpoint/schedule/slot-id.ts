/** What a slot's id says: `s2~t1~2026-12-01T16:00Z`, `~a1` for each add-on, and `+t2~2026-12-01T17:15Z` for each later part of a visit. */
export interface SlotKey {
  readonly serviceId: string;
  readonly therapistId: string;
  /** In milliseconds; a whole minute. */
  readonly start: number;
  readonly addOnIds: readonly string[];
  /** The parts of a visit after its first. */
  readonly later?: readonly LaterPart[];
}
export interface LaterPart {
  readonly therapistId: string;
  readonly start: number;
}

/** Short, the same every time, and nothing that has to be kept: it can be read back. */
export const slotId = ({ serviceId, therapistId, start, addOnIds, later = [] }: SlotKey): string =>
  [
    [serviceId, therapistId, minuteOf(start), ...addOnIds.toSorted()].join('~'),
    ...later.map((part) => [part.therapistId, minuteOf(part.start)].join('~')),
  ].join('+');

/** Reads an id back; undefined where this endpoint has never made such an id. */
export function readSlotId(id: string): SlotKey | undefined {
  const [first = '', ...rest] = id.split('+');
  const [serviceId = '', therapistId = '', time = '', ...addOnIds] = first.split('~');
  const later = rest.map((part) => {
    const [therapist = '', start = ''] = part.split('~');
    return { therapistId: therapist, start: Date.parse(start) };
  });
  const start = Date.parse(time);
  if ([start, ...later.map((part) => part.start)].some(Number.isNaN)) return undefined;
  const key = { serviceId, therapistId, start, addOnIds, ...(later.length > 0 && { later }) };
  return slotId(key) === id && new Set(addOnIds).size === addOnIds.length ? key : undefined;
}

const minuteOf = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`;
