import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Busy } from '../../../../demo/endpoint/schedule/busy.ts';
import { courseOf, type Course } from '../../../../demo/endpoint/schedule/course.ts';
import type { Search } from '../../../../demo/endpoint/schedule/free-starts.ts';
import { wantedBy } from '../../../../demo/endpoint/schedule/plan.ts';
import { freeTimes } from '../../../../demo/endpoint/schedule/times.ts';
import { quantaOf } from '../../../../demo/endpoint/schedule/quanta.ts';
import { cedar } from '../helpers/endpoint.ts';

const { data } = cedar();
const from = '2026-12-01';
const to = '2026-12-03';
const search: Search = { from, to, earliest: 0, latest: Infinity };
const range = quantaOf(Date.parse(from), Date.parse('2026-12-04'));
const visit = courseOf(data, { service: 's20', addOn: [], therapist: [] }) as Course;

describe('The times of a visit', () => {
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
