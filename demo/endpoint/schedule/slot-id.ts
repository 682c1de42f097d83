/** What a slot's id says: `s2~t1~2026-12-01T16:00Z`, and `~a1` for each add-on. */
export interface SlotKey {
  readonly serviceId: string;
  readonly therapistId: string;
  /** In milliseconds; a whole minute. */
  readonly start: number;
  readonly addOnIds: readonly string[];
}

/** Short, the same every time, and nothing that has to be kept: it can be read back. */
export const slotId = ({ serviceId, therapistId, start, addOnIds }: SlotKey): string =>
  [serviceId, therapistId, `${new Date(start).toISOString().slice(0, 16)}Z`, ...addOnIds.toSorted()].join('~');

/** Reads an id back; undefined where this endpoint has never made such an id. */
export function readSlotId(id: string): SlotKey | undefined {
  const [serviceId = '', therapistId = '', time = '', ...addOnIds] = id.split('~');
  const start = Date.parse(time);
  if (Number.isNaN(start)) return undefined;
  const key = { serviceId, therapistId, start, addOnIds };
  return slotId(key) === id && new Set(addOnIds).size === addOnIds.length ? key : undefined;
}
