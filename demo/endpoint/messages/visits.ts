import { today } from '../../../src/domain/day.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { zoneOf } from '../schedule/free-starts.ts';

/** The appointments of one day, in order: one way to the clinic, so one reminder. */
export interface Visit {
  readonly start: number;
  readonly end: number;
  readonly appointments: readonly StoredAppointment[];
}

/** A booking as far as messages look at it. */
export type Booked = Pick<BookingRow, 'id' | 'status' | 'revision' | 'expires_at' | 'appointments' | 'body'>;

const ends: readonly Booked['status'][] = ['held', 'cancelled', 'noshow'];

/** Whether patients are expected; a booking that waits for somebody is given up once its time is over. */
export const isLive = ({ status, expires_at }: Booked, now: number) =>
  !ends.includes(status) && expires_at.getTime() > now;

/** The appointments that still stand; all of them where none does, since that is what there is to tell. */
export function standing(appointments: readonly StoredAppointment[]): readonly StoredAppointment[] {
  const left = appointments.filter(({ status }) => status !== 'cancelled');
  return left.length > 0 ? left : appointments;
}

/** The visit that is on, or comes next; undefined where nobody is expected any more. */
export const nextVisit = (booking: Booked, clinic: ClinicData, now: number): Visit | undefined =>
  isLive(booking, now) ? visitsOf(booking, clinic).find(({ end }) => end > now) : undefined;

/** When the patient comes, first visit first. */
export function visitsOf(booking: Booked, clinic: ClinicData): readonly Visit[] {
  const days = new Map<string, StoredAppointment[]>();
  for (const appointment of standing(booking.appointments).toSorted((one, other) => one.start - other.start)) {
    const day = today(appointment.start, zoneOf(clinic, appointment.locationId));
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days.values()].map((appointments) => ({
    start: appointments[0]!.start,
    end: Math.max(...appointments.map(({ end }) => end)),
    appointments,
  }));
}
