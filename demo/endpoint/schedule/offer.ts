import type { ClinicData, PlannedService, RosteredTherapist } from '../clinic/clinic-data.ts';
import { MINUTE, quantaOf, type Stretch } from './quanta.ts';

/** A service with the add-ons that lengthen it, and who gives it where. */
export interface Offer {
  readonly service: PlannedService;
  readonly addOnIds: readonly string[];
  /** Of the appointment itself, buffers not counted. */
  readonly minutes: number;
  readonly therapists: readonly RosteredTherapist[];
}

/** What a patient asks for: a service, and, where they care, by whom and where. */
export interface Wish {
  readonly service: string;
  readonly addOn: readonly string[];
  readonly therapist: readonly string[];
  readonly location?: string | undefined;
}

/** What the clinic can offer for a wish; the name of what it does not know otherwise. */
export function offerOf({ services, therapists }: ClinicData, wish: Wish): Offer | keyof Wish {
  const service = services.find(({ id }) => id === wish.service);
  if (!service) return 'service';
  const addOns = wish.addOn.map((id) => service.addOns.find((addOn) => addOn.id === id));
  if (addOns.includes(undefined) || new Set(wish.addOn).size < wish.addOn.length) return 'addOn';
  if (wish.therapist.some((id) => !therapists.some((therapist) => therapist.id === id))) return 'therapist';
  return {
    service,
    addOnIds: wish.addOn,
    minutes: addOns.reduce((sum, addOn) => sum + (addOn?.minutes ?? 0), service.minutes),
    therapists: therapists.filter(
      ({ id, serviceIds }) =>
        serviceIds.includes(service.id) && (wish.therapist.length === 0 || wish.therapist.includes(id)),
    ),
  };
}

/** What an appointment takes of a therapist and a room: its own time, and the buffers around it. */
export const takenBy = ({ service: { buffer }, minutes }: Offer, start: number): Stretch =>
  quantaOf(start - buffer.before * MINUTE, start + (minutes + buffer.after) * MINUTE);
