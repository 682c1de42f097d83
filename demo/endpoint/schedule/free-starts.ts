import { addDays } from '../../../src/domain/day.ts';
import type { ClinicData, RosteredTherapist } from '../clinic/clinic-data.ts';
import { roomResource, therapistResource, type Busy } from './busy.ts';
import { takenBy, type Offer } from './offer.ts';
import { MINUTE, type Stretch } from './quanta.ts';
import { stintsOn } from './shifts.ts';
import { instantAt, instantNear } from './wall-clock.ts';

/** Appointments begin on the quarter hours of the clinic's wall clock. */
const GRID = 15;

/** A time at which a therapist could treat, in milliseconds. */
export interface Start {
  readonly therapistId: string;
  readonly locationId: string;
  readonly start: number;
  readonly end: number;
}

/** The days looked at, `YYYY-MM-DD`, `to` not included; and the instants between which a start has to lie. */
export interface Search {
  readonly from: string;
  readonly to: string;
  readonly earliest: number;
  readonly latest: number;
  readonly location?: string | undefined;
}

/** Every start that working hours allow, in order; who is busy is not yet asked. */
export function workingStarts(clinic: ClinicData, offer: Offer, search: Search): readonly Start[] {
  const starts: Start[] = [];
  for (let day = search.from; day < search.to; day = addDays(day, 1))
    for (const therapist of offer.therapists) starts.push(...startsOn(day, therapist, clinic, offer, search));
  return starts.sort((one, other) => one.start - other.start);
}

/** Those starts at which the therapist is free, and a room of the right kind too. */
export const freeStarts = (clinic: ClinicData, offer: Offer, search: Search, busy: Busy): readonly Start[] =>
  workingStarts(clinic, offer, search).filter(({ therapistId, locationId, start }) => {
    const taken = takenBy(offer, start);
    return busy.isFree(therapistResource(therapistId), taken) && freeRoom(clinic, offer, locationId, taken, busy);
  });

/** The first room of a place that suits the service and is free, the preferred one before any other. */
export const freeRoom = (
  { rooms }: ClinicData,
  { service }: Offer,
  place: string,
  taken: Stretch,
  busy: Pick<Busy, 'isFree'>,
  preferred?: string,
) =>
  rooms
    .filter(({ locationId, kinds }) => locationId === place && kinds.includes(service.roomKind ?? ''))
    .sort((one, other) => Number(other.id === preferred) - Number(one.id === preferred))
    .find(({ id }) => busy.isFree(roomResource(id), taken));

/** The zone that a place's clocks follow. */
export const zoneOf = ({ clinic }: ClinicData, locationId?: string) =>
  clinic.locations.find(({ id }) => id === locationId)?.timeZone ?? clinic.timeZone;

function startsOn(day: string, therapist: RosteredTherapist, clinic: ClinicData, offer: Offer, search: Search) {
  const starts: Start[] = [];
  const places = offer.service.locationIds;
  for (const { locationId, from, to } of stintsOn(day, therapist, clinic)) {
    if (search.location && locationId !== search.location) continue;
    if (places && !places.includes(locationId)) continue;
    const zone = zoneOf(clinic, locationId);
    const closing = instantNear(day, to, zone);
    for (let minutes = Math.ceil(from / GRID) * GRID; minutes < to; minutes += GRID) {
      const start = instantAt(day, minutes, zone);
      if (start === undefined || start < search.earliest || start > search.latest) continue;
      const end = start + offer.minutes * MINUTE;
      if (end <= closing) starts.push({ therapistId: therapist.id, locationId, start, end });
    }
  }
  return starts;
}
