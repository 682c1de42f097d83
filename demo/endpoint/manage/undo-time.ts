import type { ClinicData } from '../clinic/clinic-data.ts';
import type { BookingRow } from '../db/bookings.ts';
import { MINUTE } from '../schedule/quanta.ts';

/** Until when the last change may be taken back, in milliseconds; 0 where nothing may. */
export function undoUntil({ policy }: ClinicData, { changed_at, before_change }: BookingRow): number {
  return changed_at && before_change ? changed_at.getTime() + (policy.undoMinutes ?? 0) * MINUTE : 0;
}

/** The same as the seconds that are left. */
export const secondsToUndo = (clinic: ClinicData, row: BookingRow, now: number): number =>
  Math.max(0, Math.floor((undoUntil(clinic, row) - now) / 1000));
