import type { Hold, ManagedBooking, Slot } from '../../../src/contract/index.ts';
import type { BookingRow } from '../db/bookings.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { modeShown } from '../schedule/mode.ts';
import { slotId } from '../schedule/slot-id.ts';
import { timestamp } from '../schedule/wall-clock.ts';
import { secondsToUndo } from '../manage/undo-time.ts';
import type { Asking } from './asked.ts';
import { showConsents } from './show-consents.ts';

/** A hold as its patient sees it, without its token. */
export const showHold = (asked: Asking, { appointments, expires_at, extensions }: Held): Hold => ({
  expiresIn: Math.max(0, Math.floor((expires_at.getTime() - asked.now) / 1000)),
  extensions,
  slots: slotsIn(appointments).map((parts) => showSlot(asked, parts)),
});
type Held = Pick<BookingRow, 'appointments' | 'expires_at' | 'extensions'>;

/** A booking as its patient sees it, without its token. */
export function showBooking(asked: Asking, row: BookingRow): ManagedBooking {
  const { endpoint, language, words } = asked;
  const { data } = endpoint.clinic;
  const zone = zoneOf(data, row.appointments[0]?.locationId);
  const undoFor = secondsToUndo(endpoint.clinic.data, row, asked.now);
  const { clearanceNext, phoneNext } = words.checklist;
  const waits = row.status === 'proposed' ? phoneNext : row.status === 'pending' ? clearanceNext : undefined;
  const deadline = row.status === 'pending' && row.expires_at;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return {
    id: row.id,
    reference: row.reference ?? '',
    revision: row.revision,
    status: row.status,
    appointments: row.appointments.map((appointment) => ({
      id: appointment.id,
      status: appointment.status ?? row.status,
      ...showAppointment(asked, appointment),
    })),
    ...(deadline && { clearance: { deadline: timestamp(deadline.getTime(), zone) } }),
    ...(undoFor > 0 && { undoFor }),
    ...(row.coming_at && { coming: true }),
    next: [...(waits ? [waits(day.format(row.expires_at))] : []), ...endpoint.clinic.dataIn(language).afterBooking],
    consents: showConsents(endpoint.clinic, row.body, language),
  };
}

/** The parts of a visit are one slot. */
function slotsIn(appointments: readonly StoredAppointment[]): readonly (readonly StoredAppointment[])[] {
  const slots = new Map<string, StoredAppointment[]>();
  for (const one of appointments) {
    const id = one.visit ?? slotId(one);
    slots.set(id, [...(slots.get(id) ?? []), one]);
  }
  return [...slots.values()];
}

function showSlot(asked: Asking, parts: readonly StoredAppointment[]): Slot {
  const appointments = parts.map((appointment) => showAppointment(asked, appointment));
  const [first] = parts;
  return { id: first!.visit ?? slotId(first!), start: appointments[0]!.start, appointments };
}

function showAppointment({ endpoint }: Asking, appointment: StoredAppointment) {
  const { serviceId, addOnIds, therapistId, locationId, start, end } = appointment;
  const zone = zoneOf(endpoint.clinic.data, locationId);
  const at = { therapistId, locationId, start: timestamp(start, zone), end: timestamp(end, zone) };
  const service = endpoint.clinic.data.services.find(({ id }) => id === serviceId);
  return { serviceId, ...(addOnIds.length > 0 && { addOnIds }), ...at, ...modeShown(service) };
}
