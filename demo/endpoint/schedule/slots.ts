import type { Slot } from '../../../src/contract/index.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';
import { zoneOf, type Start } from './free-starts.ts';
import type { Offer } from './offer.ts';
import { slotId } from './slot-id.ts';
import { timestamp } from './wall-clock.ts';

/** A start as the patient sees it: in the clinic's own time, under an id that says the same. */
export function slotOf(clinic: ClinicData, { service, addOnIds }: Offer, at: Start): Slot {
  const { therapistId, locationId } = at;
  const zone = zoneOf(clinic, locationId);
  const start = timestamp(at.start, zone);
  const key = { serviceId: service.id, therapistId, start: at.start, addOnIds };
  // The times side by side, and the id last: a month of slots compresses best in this order.
  return {
    start,
    appointments: [{ start, end: timestamp(at.end, zone), serviceId: service.id, therapistId, locationId }],
    id: slotId(key),
  };
}
