import type { ClinicData } from '../clinic/clinic-data.ts';
import { offerOf, type Offer, type Wish } from './offer.ts';

/** A service as it is searched and booked: itself, or the parts of a visit in their order. */
export interface Course {
  readonly serviceId: string;
  readonly parts: readonly CoursePart[];
}

/** One treatment of a course; `gap` is the pause before it in minutes, at least and at most. */
export interface CoursePart {
  readonly offer: Offer;
  readonly gap: { readonly min: number; readonly max: number };
}

const NO_GAP = { min: 0, max: 0 };

/** What the clinic can offer for a wish; the name of what it does not know otherwise. */
export function courseOf(clinic: ClinicData, wish: Wish): Course | keyof Wish {
  const service = clinic.services.find(({ id }) => id === wish.service);
  const parts = service?.parts ?? [{ serviceId: wish.service }];
  if (service?.parts && wish.addOn.length > 0) return 'addOn';
  const found = parts.map(({ serviceId, gap = NO_GAP }) => {
    const offer = offerOf(clinic, {
      ...wish,
      service: serviceId,
      therapist: whoGives(clinic, wish, serviceId, parts.length),
    });
    return typeof offer === 'string' ? offer : { offer: withPlaces(offer, service?.locationIds), gap };
  });
  const unknown = found.find((one) => typeof one === 'string');
  return unknown ?? { serviceId: wish.service, parts: found.filter((one) => typeof one !== 'string') };
}

/** Of those whom a patient wants, whoever gives this part; anybody where none of them does. */
function whoGives({ therapists }: ClinicData, { therapist }: Wish, serviceId: string, parts: number) {
  if (parts === 1) return therapist;
  const known = therapist.every((id) => therapists.some((one) => one.id === id));
  return known
    ? therapist.filter((id) => therapists.find((one) => one.id === id)?.serviceIds.includes(serviceId))
    : therapist;
}

/** A visit may be offered at fewer places than its parts. */
function withPlaces(offer: Offer, places: readonly string[] | undefined): Offer {
  const own = offer.service.locationIds;
  const both = places && own ? places.filter((id) => own.includes(id)) : (places ?? own);
  return { ...offer, service: { ...offer.service, locationIds: both && [...both] } };
}
