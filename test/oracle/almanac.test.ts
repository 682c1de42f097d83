/** Months of other calendars, beside Temporal and beside what Intl writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/full';
import { almanacOf } from '../../src/elements/other-calendars/almanac.ts';
import { runs, seed } from './scale.ts';

/** Any day that somebody may book for a long time to come. */
const day = fc.integer({ min: 0, max: 20 * 365 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
const names = ['persian', 'hebrew', 'islamic-umalqura', 'islamic-civil', 'coptic', 'ethiopic', 'indian'];

describe('months of other calendars', () => {
  for (const name of names) {
    const almanac = almanacOf(name)!;
    const number = new Intl.DateTimeFormat(`en-US-u-ca-${name}`, { timeZone: 'UTC', day: 'numeric' });

    it(`of ${name} begin and end where Temporal says`, () =>
      fc.assert(
        fc.property(day, fc.integer({ min: -14, max: 14 }), (one, months) => {
          const there = one.withCalendar(name);
          const days = almanac.daysAround(String(one));
          const first = there.with({ day: 1 }).withCalendar('iso8601');
          assert.equal(days[0], first.toString());
          assert.equal(days.length, there.daysInMonth);
          assert.ok(days.includes(String(one)));
          const other = there.add({ months }).withCalendar('iso8601').toString();
          assert.equal(almanac.addMonths(String(one), months), other);
        }),
        { numRuns: runs(300), seed },
      ));

    it(`of ${name} have the numbers that Intl writes into the grid`, () =>
      fc.assert(
        fc.property(day, (one) => {
          const written = almanac.daysAround(String(one)).map((date) => Number(number.format(new Date(date))));
          assert.deepEqual(
            written,
            written.map((_, index) => index + 1),
          );
        }),
        { numRuns: runs(300), seed },
      ));
  }

  it('are left to the Gregorian grid where a calendar is not known', () => assert.equal(almanacOf('dangi'), undefined));
});
