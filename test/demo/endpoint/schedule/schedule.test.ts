import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Busy } from '../../../../demo/endpoint/schedule/busy.ts';
import { readSlotId, slotId } from '../../../../demo/endpoint/schedule/slot-id.ts';
import { instantAt, instantNear, timestamp } from '../../../../demo/endpoint/schedule/wall-clock.ts';

describe('The wall clock', () => {
  const zone = 'America/Denver';
  const times: readonly (readonly [string, number, string | undefined])[] = [
    ['2026-12-01', 9 * 60, '2026-12-01T09:00:00-07:00'],
    ['2027-03-14', 90, '2027-03-14T01:30:00-07:00'],
    ['2027-03-14', 150, undefined],
    ['2027-03-14', 180, '2027-03-14T03:00:00-06:00'],
    ['2026-11-01', 60, '2026-11-01T01:00:00-06:00'],
    ['2026-11-01', 120, '2026-11-01T02:00:00-07:00'],
  ];
  for (const [day, minutes, expected] of times)
    it(`shows ${minutes} minutes of ${day} ${expected ? `at ${expected}` : 'never'}`, () => {
      const instant = instantAt(day, minutes, zone);
      assert.equal(instant === undefined ? undefined : timestamp(instant, zone), expected);
    });

  it('takes a skipped time for the one after the jump', () =>
    assert.equal(timestamp(instantNear('2027-03-14', 150, zone), zone), '2027-03-14T03:30:00-06:00'));

  const zones: readonly (readonly [string, string])[] = [
    ['Asia/Kathmandu', '2026-12-01T09:00:00+05:45'],
    ['Australia/Lord_Howe', '2026-12-01T09:00:00+11:00'],
    ['Pacific/Kiritimati', '2026-12-01T09:00:00+14:00'],
    ['UTC', '2026-12-01T09:00:00+00:00'],
  ];
  for (const [other, expected] of zones)
    it(`knows ${other}`, () => assert.equal(timestamp(instantAt('2026-12-01', 540, other)!, other), expected));
});

describe('A slot id', () => {
  const start = Date.parse('2026-12-01T16:00Z');
  it('says what it stands for, and can be read back', () => {
    const key = { serviceId: 's2', therapistId: 't1', start, addOnIds: ['a1', 'a2'] };
    assert.equal(slotId({ ...key, addOnIds: ['a2', 'a1'] }), 's2~t1~2026-12-01T16:00Z~a1~a2');
    assert.deepEqual(readSlotId('s2~t1~2026-12-01T16:00Z~a1~a2'), key);
  });
  const foreign = [
    '',
    '~~',
    's2~t1',
    's2~t1~tomorrow',
    's2~t1~2026-12-01T16:00:00Z',
    's2~t1~2026-12-01T16:00Z~a2~a1',
    's2~t1~2026-12-01T16:00Z~a1~a1',
    's2~t1~2026-12-01',
  ];
  for (const id of foreign) it(`is not "${id}"`, () => assert.equal(readSlotId(id), undefined));
});

describe('What is busy', () => {
  const busy = new Busy({ start: 100, end: 200 }, [
    { resource: 'a', start: 110, end: 120 },
    { resource: 'a', start: 115, end: 125 },
    { resource: 'a', start: 190, end: 300 },
  ]);
  const stretches: readonly (readonly [string, number, number, boolean])[] = [
    ['a', 100, 110, true],
    ['a', 109, 111, false],
    ['a', 124, 130, false],
    ['a', 125, 190, true],
    ['a', 199, 250, false],
    ['b', 100, 200, true],
  ];
  for (const [resource, start, end, free] of stretches)
    it(`${resource} is ${free ? 'free' : 'taken'} from ${start} to ${end}`, () =>
      assert.equal(busy.isFree(resource, { start, end }), free));
});
