/** What follows from the state, computed where it is needed and stored nowhere. */
import type { AddOn, Location, Money, Notice, Service, Slot, Therapist } from '../contract/index.ts';
import type { ScreeningContext } from '../domain/checklist/questionnaire.ts';
import { addDays, dayOf } from '../domain/day.ts';
import { total } from '../domain/money.ts';
import { isCurrent } from '../domain/services.ts';
import type { BookingState, Trouble } from './state.ts';

export const servicesOf = (state: BookingState): readonly Service[] => state.catalog.value?.services ?? [];

export const chosenService = (state: BookingState): Service | undefined =>
  servicesOf(state).find(({ id }) => id === state.serviceId);

export const chosenAddOns = (state: BookingState): readonly AddOn[] =>
  chosenService(state)?.addOns.filter(({ id }) => state.addOnIds.includes(id)) ?? [];

/** Where the appointment takes place: the slot's own place, the chosen one, or the only one there is. */
export function chosenLocation(state: BookingState): Location | undefined {
  const locations = state.catalog.value?.clinic.locations ?? [];
  const id = chosenSlot(state)?.appointments[0]?.locationId ?? state.locationId;
  return locations.find((location) => location.id === id) ?? (locations.length === 1 ? locations[0] : undefined);
}

/** Service and add-ons together; undefined where a price is missing or currencies differ. */
export function chosenPrice(state: BookingState): Money | undefined {
  const service = chosenService(state);
  const prices = [service?.price, ...chosenAddOns(state).flatMap(({ price }) => price ?? [])];
  return prices.every((price) => price !== undefined) ? total(prices) : undefined;
}

/** The slot that is kept, or is being asked for. */
export const chosenSlot = (state: BookingState) => state.asking ?? state.held?.slot;

/** Who can treat with the chosen service: the therapists of all of its parts. */
export function therapistsFor(state: BookingState): readonly Therapist[] {
  const service = chosenService(state);
  const ids = service?.parts?.map(({ serviceId }) => serviceId) ?? [state.serviceId];
  return (state.catalog.value?.therapists ?? []).filter(({ serviceIds }) => serviceIds.some((id) => ids.includes(id)));
}

/** What the answers are screened against: the service, and all that is added to it. */
export function screeningContext(state: BookingState): ScreeningContext {
  const slot = chosenSlot(state);
  const services = [chosenService(state), ...chosenAddOns(state)].flatMap((one) => one?.screening ?? []);
  return { services, today: state.today, on: slot && dayOf(slot.start) };
}

/** What the clinic wants everybody to know at the moment. */
export function noticeOf({ catalog, now }: BookingState): Notice | undefined {
  const notice = catalog.value?.clinic.notice;
  return notice && isCurrent(notice, now) ? notice : undefined;
}

/** The clinic takes no bookings online at the moment. */
export const isClosed = (state: BookingState) => !!noticeOf(state)?.closed;

/** What keeps everybody from booking here at the moment. */
export function haltOf(state: BookingState): Trouble | undefined {
  if (isClosed(state)) return { kind: 'closed', detail: noticeOf(state)!.text };
  return state.catalog.value?.services.length === 0 ? { kind: 'no-services' } : undefined;
}

/** What is wrong now, wherever it is. */
export const troubleIn = ({ trouble, catalog, checklist }: BookingState): Trouble | undefined =>
  trouble ?? catalog.trouble ?? checklist.trouble;

/** The first day that the screening allows: what the answers postpone, and the time a doctor needs to answer. */
export function earliestDay({ screening, today, catalog }: BookingState): string | undefined {
  const lead =
    screening.outcome === 'clearance' && catalog.value ? addDays(today, catalog.value.policy.clearanceLeadDays) : '';
  const earliest = [screening.notBefore ?? '', lead].sort().at(-1);
  return earliest || undefined;
}

/** The last day that can be booked. */
export const lastDay = ({ today, catalog }: BookingState) =>
  today && addDays(today, catalog.value?.policy.horizonDays ?? 90);

/** Whether a slot is of the chosen service and not before the screening allows. */
export function slotFits(state: BookingState, slot: Slot): boolean {
  const service = chosenService(state);
  return service !== undefined && isOf(service, slot) && dayOf(slot.start) >= (earliestDay(state) ?? '');
}

/** The service that a slot is of: all of its parts in order, or itself. */
export const serviceOf = (state: BookingState, slot: Slot) => servicesOf(state).find((service) => isOf(service, slot));

const isOf = ({ id, parts = [{ serviceId: id }] }: Service, { appointments }: Slot) =>
  parts.map(({ serviceId }) => serviceId).join() === appointments.map(({ serviceId }) => serviceId).join();

/** What to offer where the choice is stopped: the parts of a visit, the service without its add-ons, others that are listed. */
export function alternatives(state: BookingState): readonly (Service & { readonly part: boolean })[] {
  const chosen = chosenService(state);
  const plain = chosen && state.addOnIds.length > 0 ? [chosen] : [];
  const listed = servicesOf(state).filter((service) => service.listed && service !== chosen);
  return [...plain, ...listed]
    .map((service) => ({
      ...service,
      part: service === chosen || !!chosen?.parts?.some(({ serviceId }) => serviceId === service.id),
    }))
    .sort((one, other) => +other.part - +one.part);
}
