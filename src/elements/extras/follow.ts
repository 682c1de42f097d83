import type { BookingStore } from '../../booking/store.ts';
import type { Link } from './link.ts';

/** Chooses what a link names, as far as the clinic has it; a booking that is made stays as it is. */
export function follow(store: BookingStore, { service: serviceId, therapist, location, addOns = [] }: Link): void {
  const { booking, catalog } = store.state;
  const service = catalog.value?.services.find(({ id }) => id === serviceId);
  if (booking || !catalog.value) return;
  if (service || location) {
    const isPlace = catalog.value.clinic.locations.some(({ id }) => id === location);
    store.send({
      type: 'service-selected',
      serviceId: service?.id ?? store.state.serviceId,
      addOnIds: service?.addOns.flatMap(({ id }) => (addOns.includes(id) ? id : [])) ?? [],
      locationId: (isPlace && location) || store.state.locationId,
    });
    store.send({ type: 'step-selected', step: 'service' });
  }
  if (therapist && catalog.value.therapists.some(({ id }) => id === therapist))
    store.send({ type: 'therapists-selected', therapistIds: [therapist] });
}
