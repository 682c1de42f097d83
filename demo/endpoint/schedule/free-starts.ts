import { addDays } from '../../../src/domain/day.ts';
import type { ClinicData, RosteredTherapist } from '../clinic/clinic-data.ts';
import { roomResource, therapistResource, type Busy } from './busy.ts';
import { needsRoom } from './mode.ts';
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
  const grid = gridFor(offer, search);
  for (let day = search.from; day < search.to; day = addDays(day, 1))
    for (const therapist of offer.therapists) starts.push(...startsOn(day, therapist, clinic, offer, search, grid));
  return starts.sort((one, other) => one.start - other.start);
}

/** Those starts at which the therapist is free, and a room of the right kind too where one is needed. */
export function freeStarts(clinic: ClinicData, offer: Offer, search: Search, busy: Busy): readonly Start[] {
  const rooms = new Map(clinic.clinic.locations.map(({ id }) => [id, roomsFor(clinic, offer, id)]));
  return workingStarts(clinic, offer, search).filter(({ therapistId, locationId, start }) => {
    const taken = takenBy(offer, start);
    const isThereRoom = () => !needsRoom(offer.service) || firstFree(rooms.get(locationId) ?? [], taken, busy);
    return busy.isFree(therapistResource(therapistId), taken) && isThereRoom();
  });
}

/** The ids of the rooms of a place that suit the service and are free, the preferred one before any other. */
export function freeRooms(
  clinic: ClinicData,
  offer: Offer,
  place: string,
  taken: Stretch,
  busy: Pick<Busy, 'isFree'>,
  preferred?: string,
): readonly string[] {
  const free = roomsFor(clinic, offer, place).filter(({ id }) => busy.isFree(roomResource(id), taken));
  const ids = free.map(({ id }) => id);
  return [...ids.filter((id) => id === preferred), ...ids.filter((id) => id !== preferred)];
}

const roomsFor = ({ rooms }: ClinicData, { service }: Offer, place: string) =>
  rooms.filter(({ locationId, kinds }) => locationId === place && kinds.includes(service.roomKind ?? ''));

const firstFree = (rooms: ClinicData['rooms'], taken: Stretch, busy: Pick<Busy, 'isFree'>) =>
  rooms.find(({ id }) => busy.isFree(roomResource(id), taken));

/** The zone that a place's clocks follow. */
export const zoneOf = ({ clinic }: ClinicData, locationId?: string) =>
  clinic.locations.find(({ id }) => id === locationId)?.timeZone ?? clinic.timeZone;

function startsOn(
  day: string,
  therapist: RosteredTherapist,
  clinic: ClinicData,
  { service }: Offer,
  search: Search,
  grid: Grid,
): readonly Start[] {
  const therapistId = therapist.id;
  return stintsOn(day, therapist, clinic)
    .filter(({ locationId }) => !search.location || locationId === search.location)
    .filter(({ locationId }) => service.locationIds?.includes(locationId) ?? true)
    .flatMap(({ locationId, from, to }) =>
      grid(day, from, to, zoneOf(clinic, locationId)).map((span) => ({ therapistId, locationId, ...span })),
    );
}

/** The spans of time that fit between two times on the wall of a day. */
type Grid = (day: string, from: number, to: number, zone: string) => readonly Pick<Start, 'start' | 'end'>[];

/** Many work the same hours of the same day, and clocks are asked only once about these. */
function gridFor({ minutes: length }: Offer, { earliest, latest }: Search): Grid {
  const known = new Map<string, ReturnType<Grid>>();
  const spans: Grid = (day, from, to, zone) => {
    const closing = instantNear(day, to, zone);
    const first = Math.ceil(from / GRID) * GRID;
    return Array.from({ length: Math.max(0, Math.ceil((to - first) / GRID)) }, (_, index) =>
      instantAt(day, first + index * GRID, zone),
    )
      .filter((start) => start !== undefined && start >= earliest && start <= latest)
      .map((start) => ({ start: start!, end: start! + length * MINUTE }))
      .filter(({ end }) => end <= closing);
  };
  return (day, from, to, zone) => {
    const name = `${day} ${from} ${to} ${zone}`;
    const found = known.get(name) ?? spans(day, from, to, zone);
    known.set(name, found);
    return found;
  };
}
