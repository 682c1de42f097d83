import type { ClinicData } from '../clinic/clinic-data.ts';
import type { BookingRow } from '../db/bookings.ts';
import { MINUTE } from '../schedule/quanta.ts';

/** Until when the patient's last change may be taken back, in milliseconds; 0 where nothing may. To book is a change too. */
export function undoUntil(
  { policy }: ClinicData,
  { revision, changed_at, before_change }: Pick<BookingRow, 'revision' | 'changed_at' | 'before_change'>,
): number {
  const isLast = before_change ? before_change.revision === revision - 1 : revision === 1;
  return changed_at && isLast ? changed_at.getTime() + (policy.undoMinutes ?? 0) * MINUTE : 0;
}

/** The same as the seconds that are left. */
export const secondsToUndo = (clinic: ClinicData, row: BookingRow, now: number): number =>
  Math.max(0, Math.floor((undoUntil(clinic, row) - now) / 1000));
