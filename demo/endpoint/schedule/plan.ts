import { addDays, today } from '../../../src/domain/day.ts';
import type { ClinicData } from '../clinic/clinic-data.ts';
import { resourcesOf, therapistResource, type Busy, type BusyStretch } from './busy.ts';
import { freeRooms, workingStarts, type Search, type Start } from './free-starts.ts';
import { courseOf, type Course } from './course.ts';
import { needsRoom } from './mode.ts';
import { takenBy, type Offer } from './offer.ts';
import { MINUTE, type Stretch } from './quanta.ts';
import { NO_ROOM, shareRooms, type Seeker } from './share-rooms.ts';
import { readSlotId, type LaterPart } from './slot-id.ts';

/** An appointment that somebody wants, with all that it takes except a room. */
export interface Wanted {
  readonly slotId: string;
  readonly offer: Offer;
  readonly at: Start;
  readonly taken: Stretch;
  /** The room that it has already, to be kept where nobody else took it. */
  readonly roomId?: string;
}

/** What a slot's id stands for, part by part; undefined where the clinic offers no such time, whoever may be busy then. */
export function wantedBy(clinic: ClinicData, slotId: string): readonly Wanted[] | undefined {
  const key = readSlotId(slotId);
  const course = key && courseOf(clinic, { service: key.serviceId, therapist: [], addOn: key.addOnIds });
  if (!course || typeof course === 'string') return undefined;
  const asked = [key, ...(key.later ?? [])];
  const wanted = course.parts.flatMap(({ offer }, index) => wantedAt(clinic, slotId, offer, asked[index]));
  return asked.length === course.parts.length && wanted.length === asked.length && follow(wanted, course)
    ? wanted
    : undefined;
}

function wantedAt(clinic: ClinicData, slotId: string, offer: Offer, part: LaterPart | undefined): readonly Wanted[] {
  const by = { ...offer, therapists: offer.therapists.filter(({ id }) => id === part?.therapistId) };
  if (!part) return [];
  const day = today(part.start, clinic.clinic.timeZone);
  const around: Search = { from: addDays(day, -1), to: addDays(day, 2), earliest: part.start, latest: part.start };
  const [at] = workingStarts(clinic, by, around);
  return at ? [{ slotId, offer: by, at, taken: takenBy(by, at.start) }] : [];
}

/** Whether the parts follow each other as the visit has it: at one place, by different people, the pauses as they may be. */
const follow = (wanted: readonly Wanted[], { parts }: Course): boolean =>
  wanted.slice(1).every(({ at }, index) => {
    const before = wanted[index]!.at;
    const { min, max } = parts[index + 1]!.gap;
    const pause = (at.start - before.end) / MINUTE;
    const others = wanted.slice(0, index + 1).map((other) => other.at.therapistId);
    return pause >= min && pause <= max && at.locationId === before.locationId && !others.includes(at.therapistId);
  });

/** Appointments with their rooms, and everything that they take; or the slots for which there is no room or therapist. */
export type Plan =
  | { readonly rooms: readonly string[]; readonly stretches: readonly BusyStretch[]; readonly lost?: undefined }
  | { readonly lost: readonly string[]; readonly rooms?: undefined; readonly stretches?: undefined };

/** Finds a room for each appointment, the same way every time. */
export function plan(clinic: ClinicData, wanted: readonly Wanted[], busy: Pick<Busy, 'isFree'>): Plan {
  const rooms = shareRooms(wanted.map((one, index) => seekerOf(clinic, one, wanted.slice(0, index), busy)));
  const lost = wanted.flatMap(({ slotId }, index) => (rooms[index] === undefined ? slotId : []));
  if (lost.length > 0) return { lost: [...new Set(lost)] };
  const stretches = wanted.flatMap(({ at: { therapistId }, taken }, index) =>
    resourcesOf({ therapistId, roomId: rooms[index]! }).map((resource) => ({ resource, ...taken })),
  );
  return { rooms: rooms.map(String), stretches };
}

/** The rooms that an appointment may have; none where its therapist is busy, be it with an earlier one of the same plan. */
function seekerOf(
  clinic: ClinicData,
  { offer, at, taken, roomId }: Wanted,
  earlier: readonly Wanted[],
  busy: Pick<Busy, 'isFree'>,
): Seeker {
  const isBusy =
    !busy.isFree(therapistResource(at.therapistId), taken) ||
    earlier.some((other) => overlaps(therapistOf(other))({ resource: at.therapistId, ...taken }));
  if (isBusy) return { taken, rooms: [] };
  const rooms = needsRoom(offer.service) ? freeRooms(clinic, offer, at.locationId, taken, busy, roomId) : [NO_ROOM];
  return { taken, rooms };
}

/** Whether two of the appointments want the same therapist at the same time. */
export const collide = (wanted: readonly Wanted[]): boolean =>
  wanted.some(({ at, taken }, index) =>
    wanted.slice(0, index).some((other) => overlaps(therapistOf(other))({ resource: at.therapistId, ...taken })),
  );

const therapistOf = ({ at, taken }: Wanted): BusyStretch => ({ resource: at.therapistId, ...taken });

const overlaps = (one: BusyStretch) => (other: BusyStretch) =>
  one.resource === other.resource && one.start < other.end && other.start < one.end;
