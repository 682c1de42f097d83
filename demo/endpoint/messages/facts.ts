import type { Clinic } from '../clinic/load-clinic.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import type { Fact } from './letter.ts';
import { dayAndTime } from './phrases.ts';
import { messageWords } from './words.ts';

/** When and where an appointment is, and with whom: never what for. */
export function factsOf(
  { start, locationId, therapistId }: StoredAppointment,
  clinic: Clinic,
  language: string,
): readonly Fact[] {
  const data = clinic.dataIn(language);
  const { facts } = messageWords(language);
  const place = data.clinic.locations.find(({ id }) => id === locationId);
  const therapist = data.therapists.find(({ id }) => id === therapistId);
  return [
    [facts.when, dayAndTime(start, zoneOf(data, locationId), language)],
    ...(place ? [[facts.where, [place.name, place.address].filter(Boolean).join(', ')] as const] : []),
    ...(therapist ? [[facts.withWhom, therapist.name] as const] : []),
  ];
}
