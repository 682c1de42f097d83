import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ClinicData } from '../../../../demo/endpoint/clinic/clinic-data.ts';
import { Busy, roomResource, therapistResource } from '../../../../demo/endpoint/schedule/busy.ts';
import { courseOf, type Course } from '../../../../demo/endpoint/schedule/course.ts';
import { plan, wantedBy } from '../../../../demo/endpoint/schedule/plan.ts';
import { MINUTE, quantaOf } from '../../../../demo/endpoint/schedule/quanta.ts';
import { freeTimes } from '../../../../demo/endpoint/schedule/times.ts';
import { cedar } from '../helpers/endpoint.ts';
import { everyVisit, type FoundPart, type SmallClinic } from './every-visit.ts';

const day = '2026-12-01';
const midnight = Date.parse(day);
const { data: sample } = cedar();
const clock = (minutes: number) => new Date(minutes * MINUTE).toISOString().slice(11, 16);

/** The same clinic as the endpoint knows it, on UTC, so that minutes of the day need no zone. */
function asData({ parts, therapists, rooms }: SmallClinic): ClinicData {
  const [location] = sample.clinic.locations;
  const plain = { ...sample.services.find(({ id }) => id === 's2')!, addOns: [], locationIds: undefined };
  const services = parts.map(({ id, minutes, before, after, kind }) => ({
    ...plain,
    id,
    minutes,
    roomKind: kind,
    buffer: { before, after },
  }));
  const visit = {
    ...plain,
    id: 'visit',
    parts: parts.map(({ id, gap: [min, max] }, index) => ({ serviceId: id, ...(index > 0 && { gap: { min, max } }) })),
  };
  return {
    ...sample,
    clinic: { ...sample.clinic, timeZone: 'UTC', locations: [{ ...location!, id: 'here', timeZone: 'UTC' }] },
    closures: [],
    services: [...services, visit],
    rooms: rooms.map(({ id, kinds }) => ({ id, locationId: 'here', kinds: [...kinds] })),
    therapists: therapists.map(({ id, gives, works: [from, to] }) => ({
      ...sample.therapists[0]!,
      id,
      serviceIds: [...gives],
      timeOff: [],
      roster: [{ days: [2], from: clock(from), to: clock(to), locationId: 'here', breaks: [] }],
    })),
  };
}

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const fives = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((count) => count * 5);
const kinds = ['massage', 'exercise', 'heat'];

const clinicOf = (count: number): fc.Arbitrary<SmallClinic> =>
  fc.record({
    parts: fc.tuple(
      ...ids('s', count).map((id) =>
        fc.record({
          id: fc.constant(id),
          minutes: fc.constantFrom(15, 30, 45, 50),
          before: fc.constantFrom(0, 5),
          after: fc.constantFrom(0, 10, 20),
          kind: fc.constantFrom(...kinds),
          gap: fc.constantFrom([0, 30] as const, [0, 0] as const, [10, 45] as const, [0, 60] as const),
        }),
      ),
    ),
    therapists: fc.tuple(
      ...ids('t', 4).map((id) =>
        fc.record({
          id: fc.constant(id),
          gives: fc.subarray(ids('s', count), { minLength: 1 }),
          works: fc.tuple(fc.constantFrom(480, 510, 600), fc.constantFrom(660, 690, 740)),
        }),
      ),
    ),
    rooms: fc.tuple(
      ...ids('r', 3).map((id) => fc.record({ id: fc.constant(id), kinds: fc.subarray(kinds, { minLength: 1 }) })),
    ),
    busy: fc.array(
      fc
        .tuple(fc.constantFrom(...ids('t', 4), ...ids('r', 3)), fives(480, 740), fives(5, 60))
        .map(([who, from, length]) => ({ who, from, to: from + length })),
      { maxLength: 10 },
    ),
  });

const busyOf = ({ busy }: SmallClinic) =>
  new Busy(
    quantaOf(midnight - 24 * 60 * MINUTE, midnight + 48 * 60 * MINUTE),
    busy.map(({ who, from, to }) => ({
      resource: who.startsWith('t') ? therapistResource(who) : roomResource(who),
      ...quantaOf(midnight + from * MINUTE, midnight + to * MINUTE),
    })),
  );

const nameOf = (visit: readonly FoundPart[]) => visit.map(({ therapist, start }) => `${therapist} ${start}`).join(', ');
/** Who is offered in which part, for each first moment. */
const offered = (visits: readonly (readonly FoundPart[])[]) =>
  [
    ...new Set(
      visits.flatMap((visit) => visit.map(({ therapist }, part) => `${visit[0]!.start} ${part} ${therapist}`)),
    ),
  ].sort();

for (const [count, numRuns] of [
  [1, 60],
  [2, 150],
  [3, 120],
] as const)
  describe(`The visits of ${count} parts that are offered`, () => {
    it('are visits that there are, and for each first moment everybody who can be in one', () => {
      let found = 0;
      fc.assert(
        fc.property(clinicOf(count), (clinic) => {
          const data = asData(clinic);
          const course = courseOf(data, { service: 'visit', addOn: [], therapist: [] }) as Course;
          const search = { from: day, to: '2026-12-02', earliest: 0, latest: Infinity };
          const times = freeTimes(data, course, search, busyOf(clinic));
          const shown = times.map(({ pieces }) =>
            pieces.map(({ at }) => ({ therapist: at.therapistId, start: (at.start - midnight) / MINUTE })),
          );
          const every = everyVisit(clinic);
          found += every.length;
          const there = new Set(every.map(nameOf));
          for (const visit of shown) assert.ok(there.has(nameOf(visit)), `${nameOf(visit)} cannot be`);
          assert.deepEqual(offered(shown), offered(every));
        }),
        { numRuns, seed: 11 },
      );
      assert.ok(found > 1000, `the clinics of this test have visits: ${found}`);
    });

    it('can each be held, whichever of them a patient names, and no others', () => {
      fc.assert(
        fc.property(clinicOf(count), (clinic) => {
          const data = asData(clinic);
          const busy = busyOf(clinic);
          const time = (minutes: number) => new Date(midnight + minutes * MINUTE).toISOString().slice(0, 16) + 'Z';
          const idOf = (visit: readonly FoundPart[]) =>
            `visit~${visit.map(({ therapist, start }) => `${therapist}~${time(start)}`).join('+')}`;
          const holds = (visit: readonly FoundPart[], at: Busy) => {
            const wanted = wantedBy(data, idOf(visit));
            return !!wanted && !plan(data, wanted, at).lost;
          };
          const every = everyVisit(clinic);
          for (const visit of every.slice(0, 200)) assert.ok(holds(visit, busy), `${nameOf(visit)} cannot be held`);
          // What is possible only while nobody else is there.
          const there = new Set(every.map(nameOf));
          for (const visit of everyVisit({ ...clinic, busy: [] }).slice(0, 200))
            assert.equal(holds(visit, busy), there.has(nameOf(visit)), nameOf(visit));
        }),
        { numRuns: 40, seed: 12 },
      );
    });
  });
