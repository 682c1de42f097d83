import type { ClinicData } from '../clinic/clinic-data.ts';
import type { StoredAppointment } from '../db/schema.ts';

/** The codes that an appointment is screened for: its service's, and those of all that is added to it. */
export function screenedFor(
  { services }: ClinicData,
  { serviceId, addOnIds }: Pick<StoredAppointment, 'serviceId' | 'addOnIds'>,
): readonly string[] {
  const service = services.find(({ id }) => id === serviceId);
  const added = service?.addOns.filter(({ id }) => addOnIds.includes(id)) ?? [];
  return [service, ...added].flatMap((one) => one?.screening ?? []);
}
