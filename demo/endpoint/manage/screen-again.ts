import type { Screening } from '../../../src/domain/checklist/index.ts';
import { today } from '../../../src/domain/day.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import type { Asking } from '../routes/asked.ts';
import { Refusal } from '../routes/problems.ts';
import { clearancesIn, screenAnswers, type Screened } from '../routes/screen-booking.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { isStanding } from './managed.ts';

export interface Move {
  readonly chosen: readonly StoredAppointment[];
  /** Where each of them goes. */
  readonly held: readonly StoredAppointment[];
}

/** What the answers mean for a booking some of whose appointments move. */
export interface ScreenedAgain {
  /** One for each appointment of the booking. */
  readonly screenings: readonly Screening[];
  readonly deadline: number | undefined;
  readonly status: Screened['status'];
}

/**
 * Screens what was answered then for the new dates. What a doctor has agreed to is not asked again, and who has to be
 * asked still has no more time for it than before. Refuses, in words, what cannot be on that date.
 */
export function screenAgain(asked: Asking, row: BookingRow, { chosen, held }: Move): ScreenedAgain {
  const { body, created_at, expires_at } = row;
  const response = body?.request.checklist;
  if (!response) return { screenings: [], deadline: undefined, status: 'booked' };
  const waits = row.status === 'pending' || row.status === 'proposed';
  const given = created_at.getTime();
  const agreed = !waits && isGoodFor(asked, row, held) ? clearancesIn(body.screenings) : [];
  const earlier = { given, asked: waits ? given : asked.now, agreed };
  try {
    const moved = screenAnswers(asked, response, held, earlier);
    const screeningOf = (one: StoredAppointment, index: number) =>
      moved.screenings[chosen.findIndex(({ id }) => id === one.id)] ?? body.screenings[index];
    const stays = row.appointments.map(
      (one) => isStanding(one) && one.start > asked.now && !chosen.some(({ id }) => id === one.id),
    );
    const stillUnclear = waits && clearancesIn(body.screenings.filter((_, index) => stays[index])).length > 0;
    const deadlines = [moved.deadline, stillUnclear ? expires_at.getTime() : undefined].filter(
      (deadline) => deadline !== undefined,
    );
    return {
      screenings: row.appointments.map(screeningOf).filter((screening) => screening !== undefined),
      deadline: deadlines.length > 0 ? Math.min(...deadlines) : undefined,
      status: stillUnclear && moved.status !== 'pending' ? (row.status as Screened['status']) : moved.status,
    };
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('screening-changed', { detail: error.more.detail });
    throw error;
  }
}

/** Whether what a doctor has said is still good on the new dates. */
const isGoodFor = ({ endpoint }: Asking, { clearance }: BookingRow, held: readonly StoredAppointment[]): boolean =>
  held.every(({ start, locationId }) => {
    const day = today(start, zoneOf(endpoint.clinic.data, locationId));
    return !clearance?.until || day <= clearance.until;
  });
