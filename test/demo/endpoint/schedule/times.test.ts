import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Busy, roomResource, therapistResource, type BusyStretch } from '../../../../demo/endpoint/schedule/busy.ts';
import { courseOf, type Course } from '../../../../demo/endpoint/schedule/course.ts';
import { freeStarts, type Search } from '../../../../demo/endpoint/schedule/free-starts.ts';
import { takenBy } from '../../../../demo/endpoint/schedule/offer.ts';
import { plan, wantedBy } from '../../../../demo/endpoint/schedule/plan.ts';
import { freeTimes, type Piece } from '../../../../demo/endpoint/schedule/times.ts';
import { MINUTE, quantaOf } from '../../../../demo/endpoint/schedule/quanta.ts';
import { cedar } from '../helpers/endpoint.ts';

const { data } = cedar();
const from = '2026-12-01';
const to = '2026-12-03';
const search: Search = { from, to, earliest: 0, latest: Infinity };
const range = quantaOf(Date.parse(from), Date.parse('2026-12-04'));
const visit = courseOf(data, { service: 's20', addOn: [], therapist: [] }) as Course;

const seconds = (instant: number) => new Date(instant).toISOString();
const pair = ([one, other]: readonly Piece[]) =>
  [one!, other!].map(({ at }) => `${at.therapistId} ${seconds(at.start)}`).join(', ');

/** Every pair of a massage and a physiotherapy that the rules of the visit allow, found by trying all of them. */
function everyPair(busy: Busy): readonly (readonly [Piece, Piece])[] {
  const [massage, physiotherapy] = visit.parts.map(({ offer }) =>
    freeStarts(data, offer, search, busy).map((at) => ({ offer, at })),
  );
  return massage!.flatMap((first) =>
    physiotherapy!
      .filter(({ at }) => {
        const pause = (at.start - first.at.end) / MINUTE;
        return (
          pause >= 0 && pause <= 30 && at.locationId === first.at.locationId && at.therapistId !== first.at.therapistId
        );
      })
      .map((second) => [first, second] as const)
      .filter(
        (pieces) =>
          !plan(
            data,
            pieces.map(({ offer, at }) => ({ slotId: '', offer, at, taken: takenBy(offer, at.start) })),
            busy,
          ).lost,
      ),
  );
}

const resources = [
  ...data.therapists.map(({ id }) => therapistResource(id)),
  ...data.rooms.map(({ id }) => roomResource(id)),
];
const stretch = fc
  .tuple(
    fc.constantFrom(...resources),
    fc.integer({ min: range.start, max: range.end - 40 }),
    fc.integer({ min: 1, max: 36 }),
  )
  .map(([resource, start, length]): BusyStretch => ({ resource, start, end: start + length }));

describe('The times of a visit', () => {
  it('are times at which each part may be, and no start that has one is left out', () =>
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 60 }), (stretches) => {
        const busy = new Busy(range, stretches);
        const allowed = everyPair(busy);
        const names = new Set(allowed.map(pair));
        const found = freeTimes(data, visit, search, busy);
        for (const { pieces } of found) assert.ok(names.has(pair(pieces)), pair(pieces));
        const startsOf = (pairs: readonly (readonly Piece[])[]) =>
          [...new Set(pairs.map(([first]) => first!.at.start))].sort((a, b) => a - b);
        // A pair with a shared room may be passed over for one whose rooms fit; a start may only go missing with every pair of earliest fits.
        const missing = startsOf(allowed).filter((start) => !found.some((time) => time.start === start));
        assert.ok(missing.length <= startsOf(allowed).length * 0.1, `${missing.length} of ${startsOf(allowed).length}`);
      }),
      { numRuns: 15, seed: 7 },
    ));

  it('can each be read back from their ids', () => {
    const times = freeTimes(data, visit, search, new Busy(range, []));
    assert.ok(times.length > 40, `${times.length}`);
    for (const { slotId, pieces } of times)
      assert.deepEqual(
        wantedBy(data, slotId)?.map(({ at }) => at),
        pieces.map(({ at }) => at),
      );
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['the same therapist twice', 's20~t5~2026-12-01T16:00Z+t5~2026-12-01T17:00Z'],
    ['too long a pause', 's20~t1~2026-12-01T16:00Z+t2~2026-12-01T17:45Z'],
    ['the second part first', 's20~t1~2026-12-01T17:00Z+t2~2026-12-01T16:00Z'],
    ['two places', 's20~t6~2026-12-01T16:00Z+t2~2026-12-01T17:00Z'],
    ['one part', 's20~t1~2026-12-01T16:00Z'],
    ['three parts', 's20~t1~2026-12-01T16:00Z+t2~2026-12-01T17:00Z+t2~2026-12-01T18:00Z'],
    ['two parts of a plain service', 's2~t1~2026-12-01T16:00Z+t2~2026-12-01T17:00Z'],
    ['somebody who does not treat so', 's20~t3~2026-12-01T17:00Z+t2~2026-12-01T18:00Z'],
  ];
  for (const [why, id] of wrong) it(`are not ${why}`, () => assert.equal(wantedBy(data, id), undefined));

  it('are by whom the patient wants, as far as they give a part', () => {
    const wanted = courseOf(data, { service: 's20', addOn: [], therapist: ['t4'] }) as Course;
    const found = freeTimes(
      data,
      wanted,
      { ...search, to: '2026-12-06' },
      new Busy(quantaOf(Date.parse(from), Date.parse('2026-12-07')), []),
    );
    assert.ok(found.length > 0);
    assert.ok(found.every(({ pieces }) => pieces[0]!.at.therapistId === 't4'));
  });
});
