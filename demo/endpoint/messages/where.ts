import type { Clinic } from '../clinic/load-clinic.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { modeOf, needsRoom } from '../schedule/mode.ts';
import { messageWords } from './words.ts';

/** Where an appointment is: an address, or how it is held where nobody comes to the clinic. */
export function whereOf(
  { serviceId, locationId }: Pick<StoredAppointment, 'serviceId' | 'locationId'>,
  clinic: Clinic,
  language: string,
): string {
  const data = clinic.dataIn(language);
  const service = data.services.find(({ id }) => id === serviceId);
  if (service && !needsRoom(service)) return messageWords(language).modes[modeOf(service)] ?? '';
  const place = data.clinic.locations.find(({ id }) => id === locationId);
  return place ? [place.name, place.address].filter(Boolean).join(', ') : '';
}
