import { readBusy } from '../db/read-busy.ts';
import { PlaceLost } from '../db/claims.ts';
import type { StoredAppointment } from '../db/schema.ts';
import { Busy, roomResource, therapistResource, type BusyStretch } from '../schedule/busy.ts';
import { slotId } from '../schedule/slot-id.ts';
import { offerOf, takenBy } from '../schedule/offer.ts';
import { plan, type Wanted } from '../schedule/plan.ts';
import type { Endpoint } from './asked.ts';
import { newId } from './tokens.ts';

/** What is to be written once it is known where everything finds its place. */
export interface Places {
  readonly appointments: readonly StoredAppointment[];
  readonly stretches: readonly BusyStretch[];
}

/** Against what a place is looked for. */
export interface Looking {
  readonly now: number;
  /** Bookings and holds whose places are in nobody's way. */
  readonly own: readonly string[];
  /** What is in the way all the same: appointments of one's own that stay where they are. */
  readonly stays?: readonly BusyStretch[];
}

/** How often a room that somebody else was faster to take is given up for another one. */
const TRIES = 16;

/**
 * Looks without any lock where everything could go, then lets `write` take it. Where somebody was faster with a room,
 * it looks again, from another room on; where it is the therapist, looking tells, and the slots that are lost are what `refuse` hears.
 */
export async function takePlaces<Result>(
  endpoint: Endpoint,
  wanted: readonly Wanted[],
  looking: Looking,
  write: (places: Places) => Promise<Result>,
  refuse: (lost: readonly string[]) => Promise<never>,
): Promise<Result> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const found = plan(roomsOf(endpoint, attempt), wanted, await lookAt(endpoint, wanted, looking));
    if (found.lost) return refuse(found.lost);
    const appointments = wanted.map((one, index) => storedOf(one, found.rooms[index]!));
    try {
      return await write({ appointments, stretches: found.stretches });
    } catch (error) {
      if (!(error instanceof PlaceLost)) throw error;
    }
  }
  return refuse([...new Set(wanted.map(({ slotId }) => slotId))]);
}

/** A booking's appointments as something to take again; undefined where the clinic no longer has such a service. */
export function wantedAgain({ clinic }: Endpoint, stored: readonly StoredAppointment[]): readonly Wanted[] | undefined {
  const wanted = stored.flatMap(({ serviceId, therapistId, addOnIds, locationId, roomId, start, end, visit }) => {
    const offer = offerOf(clinic.data, { service: serviceId, therapist: [therapistId], addOn: addOnIds });
    if (typeof offer === 'string') return [];
    const id = visit ?? slotId({ serviceId, therapistId, start, addOnIds });
    return [{ slotId: id, offer, at: { therapistId, locationId, start, end }, taken: takenBy(offer, start), roomId }];
  });
  return wanted.length === stored.length ? wanted : undefined;
}

/** The clinic's rooms in its own order; once that has failed from any room on, so that a crowd parts instead of racing. */
function roomsOf({ clinic: { data } }: Endpoint, attempt: number): Endpoint['clinic']['data'] {
  if (attempt === 1) return data;
  const first = Math.floor(Math.random() * data.rooms.length);
  return { ...data, rooms: [...data.rooms.slice(first), ...data.rooms.slice(0, first)] };
}

async function lookAt({ db, clinic }: Endpoint, wanted: readonly Wanted[], { now, own, stays = [] }: Looking) {
  const range = {
    start: Math.min(...wanted.map(({ taken }) => taken.start)),
    end: Math.max(...wanted.map(({ taken }) => taken.end)),
  };
  const therapists = new Set(wanted.map(({ at }) => therapistResource(at.therapistId)));
  const rooms = clinic.data.rooms.map(({ id }) => roomResource(id));
  const { stretches } = await readBusy(db, clinic.id, [...therapists, ...rooms], range, now, own);
  return new Busy(range, [...stretches, ...stays]);
}

function storedOf({ slotId: visit, offer, at }: Wanted, roomId: string): StoredAppointment {
  const stored = { id: newId(), serviceId: offer.service.id, addOnIds: offer.addOnIds, roomId, ...at };
  return visit === slotId(stored) ? stored : { ...stored, visit };
}
