import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shareRooms, type Seeker } from '../../../../demo/endpoint/schedule/share-rooms.ts';

const seeker = (start: number, end: number, ...rooms: string[]): Seeker => ({ taken: { start, end }, rooms });
const meet = (one: Seeker, other: Seeker) => one.taken.start < other.taken.end && other.taken.start < one.taken.end;

/** Every way to give each a room, or nothing, found by trying all; how many have one in the best of them. */
function most(seekers: readonly Seeker[]): number {
  let ways: (readonly string[])[] = [[]];
  for (const [index, one] of seekers.entries())
    ways = ways.flatMap((given) =>
      ['', ...one.rooms]
        .filter(
          (room) => !room || given.every((other, at) => other !== room || !meet(seekers[at]!, one) || at === index),
        )
        .map((room) => [...given, room]),
    );
  return Math.max(...ways.map((given) => given.filter(Boolean).length));
}

describe('Rooms', () => {
  it('are taken as people come, each the first that they like', () => {
    assert.deepEqual(shareRooms([seeker(0, 5, 'a', 'b'), seeker(3, 8, 'a', 'b'), seeker(5, 9, 'a', 'b')]), [
      'a',
      'b',
      'a',
    ]);
  });

  it('are shared otherwise where that would leave somebody without one', () => {
    assert.deepEqual(shareRooms([seeker(0, 5, 'a', 'b'), seeker(3, 8, 'a')]), ['b', 'a']);
  });

  it('are told from those that there are none of', () => {
    assert.deepEqual(shareRooms([seeker(0, 5, 'a'), seeker(3, 8, 'a'), seeker(9, 10, 'a')]), ['a', undefined, 'a']);
  });

  it('are found for everybody whenever that can be, and never given twice', () => {
    const room = fc.subarray(['a', 'b', 'c']);
    const one = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), room)
      .map(([start, length, rooms]) => seeker(start, start + length, ...rooms));
    let whole = 0;
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (seekers) => {
        const given = shareRooms(seekers);
        for (const [index, mine] of seekers.entries()) {
          if (given[index] !== undefined) assert.ok(mine.rooms.includes(given[index]));
          for (const [other, theirs] of seekers.entries())
            if (other !== index && given[index] !== undefined && given[index] === given[other])
              assert.ok(!meet(mine, theirs));
        }
        const everybody = most(seekers) === seekers.length;
        whole += Number(everybody && seekers.length > 2);
        assert.equal(!given.includes(undefined), everybody);
      }),
      { numRuns: 400, seed: 11 },
    );
    assert.ok(whole > 40, `${whole}`);
  });

  it('are given up in a moment for a list that no patient would want', () => {
    const many = Array.from({ length: 24 }, (_, at) => seeker(0, 100 + at, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
    assert.equal(shareRooms(many).filter(Boolean).length, 8);
  });
});
