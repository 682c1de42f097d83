import type { Slot } from '../../../src/contract/index.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';
import { zoneOf } from './free-starts.ts';
import { modeShown } from './mode.ts';
import type { Piece, Time } from './times.ts';
import { timestamp } from './wall-clock.ts';

/** A time as the patient sees it: in the clinic's own time, under an id that says the same. */
export function slotOf(clinic: ClinicData, { slotId, pieces }: Time): Slot {
  const appointments = pieces.map((piece) => appointmentOf(clinic, piece));
  // The times side by side, and the id last: a month of slots compresses best in this order.
  return { start: appointments[0]!.start, appointments, id: slotId };
}

function appointmentOf(clinic: ClinicData, { offer, at }: Piece): Slot['appointments'][number] {
  const { therapistId, locationId } = at;
  const zone = zoneOf(clinic, locationId);
  const [start, end] = [timestamp(at.start, zone), timestamp(at.end, zone)];
  return { start, end, serviceId: offer.service.id, therapistId, locationId, ...modeShown(offer.service) };
}
