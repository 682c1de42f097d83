import type { Clinic } from '../clinic/load-clinic.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import type { Fact } from './letter.ts';
import { dayAndTime } from './phrases.ts';
import { whereOf } from './where.ts';
import { messageWords } from './words.ts';

/** When and where an appointment is, and with whom: never what for. */
export function factsOf(appointment: StoredAppointment, clinic: Clinic, language: string): readonly Fact[] {
  const { start, locationId, therapistId } = appointment;
  const data = clinic.dataIn(language);
  const { facts } = messageWords(language);
  const where = whereOf(appointment, clinic, language);
  const therapist = data.therapists.find(({ id }) => id === therapistId);
  return [
    [facts.when, dayAndTime(start, zoneOf(data, locationId), language)],
    ...(where ? [[facts.where, where] as const] : []),
    ...(therapist ? [[facts.withWhom, therapist.name] as const] : []),
  ];
}
