/** Days, weeks and order of free times, beside Temporal, in zones and at transitions that are hard. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Slot } from '../../src/contract/availability.ts';
import { byDay, dayAfterKey, partOfDay, weeksFrom } from '../../src/domain/availability.ts';
import { addDays, addMonths, daysBetween, daysOf, isDay, today, weekday } from '../../src/domain/day.ts';
import { timestamp } from '../../demo/endpoint/schedule/wall-clock.ts';
import { formatsFor } from '../../src/elements/shared/format.ts';
import { runs, seed } from './scale.ts';

const zones = [
  'America/Denver',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/London',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
];
const HOUR = 3_600_000;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const from = at('2024-01-01T00:00Z');
const to = at('2031-01-01T00:00Z');

/** Every change of a zone's clocks from 2024 to 2030, and the day that Samoa left out. */
const changes = zones.flatMap((zone) => {
  const found = zone === 'Pacific/Apia' ? [{ zone, instant: at('2011-12-30T10:00:00Z') }] : [];
  let now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (now && now.epochMilliseconds < to) {
    found.push({ zone, instant: now.epochMilliseconds });
    now = now.getTimeZoneTransition('next');
  }
  return found;
});

/** Any quarter of an hour in any of the zones; every other one within two days of a change of its clocks. */
const moment = fc.oneof(
  fc.record({ zone: fc.constantFrom(...zones), instant: fc.integer({ min: from, max: to }) }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -48 * 4, max: 48 * 4 }))
    .map(([{ zone, instant }, quarters]) => ({ zone, instant: instant + quarters * (HOUR / 4) })),
);
const zoned = ({ zone, instant }: { readonly zone: string; readonly instant: number }) =>
  Temporal.Instant.fromEpochMilliseconds(instant - (instant % 60_000)).toZonedDateTimeISO(zone);
const written = (time: Temporal.ZonedDateTime) =>
  time.toString({ timeZoneName: 'never', smallestUnit: 'second' }).replace('+00:00', 'Z');
const slotAt = (time: Temporal.ZonedDateTime, id = `s~${time.epochMilliseconds}`): Slot => ({
  id,
  start: written(time),
  appointments: [{ serviceId: 's', therapistId: 't', start: written(time), end: written(time.add({ hours: 1 })) }],
});

const day = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));
const holds = <T>(arbitrary: fc.Arbitrary<T>, count: number, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), { numRuns: runs(count), seed });

describe('days, beside Temporal', () => {
  it('are counted alike', () =>
    holds(fc.tuple(day, day, fc.integer({ min: -500, max: 500 })), 2000, ([one, other, months]) => {
      const [text, second] = [String(one), String(other)];
      assert.equal(isDay(text), true);
      assert.equal(weekday(text), one.dayOfWeek);
      assert.equal(daysBetween(text, second), one.until(other).days);
      assert.equal(addDays(text, one.until(other).days), second);
      assert.equal(addMonths(text.slice(0, 7), months), String(one.toPlainYearMonth().add({ months })));
      assert.equal(daysOf(text.slice(0, 7)).length, one.daysInMonth);
    }));

  it('stand in the same weeks', () =>
    holds(fc.tuple(day, fc.integer({ min: 1, max: 7 })), 1000, ([one, firstWeekday]) => {
      const weeks = weeksFrom(daysOf(String(one).slice(0, 7)), firstWeekday);
      for (const week of weeks)
        for (const [column, cell] of week.entries())
          if (cell) assert.equal((Temporal.PlainDate.from(cell).dayOfWeek - firstWeekday + 7) % 7, column);
      assert.deepEqual(weeks.flat().filter(Boolean), daysOf(String(one).slice(0, 7)));
    }));

  it('are reached by the same keys', () =>
    holds(fc.tuple(day, fc.integer({ min: 1, max: 7 }), fc.boolean()), 1000, ([one, firstWeekday, rtl]) => {
      const press = (key: string, shiftKey = false) => dayAfterKey(String(one), { key, shiftKey }, firstWeekday, rtl);
      const inWeek = (one.dayOfWeek - firstWeekday + 7) % 7;
      assert.equal(press('ArrowRight'), String(one.add({ days: rtl ? -1 : 1 })));
      assert.equal(press('ArrowUp'), String(one.subtract({ weeks: 1 })));
      assert.equal(press('Home'), String(one.subtract({ days: inWeek })));
      assert.equal(press('End'), String(one.add({ days: 6 - inWeek })));
      assert.equal(press('PageDown'), String(one.add({ months: 1 })));
      assert.equal(press('PageUp', true), String(one.subtract({ years: 1 })));
    }));
});

describe('moments in hard zones, beside Temporal', () => {
  it('fall on the same day, and are written alike by the endpoint', () =>
    holds(moment, 3000, (one) => {
      const time = zoned(one);
      assert.equal(today(time.epochMilliseconds, one.zone), String(time.toPlainDate()));
      assert.equal(timestamp(time.epochMilliseconds, one.zone).replace('+00:00', 'Z'), written(time));
    }));

  it('are grouped by the clinic’s day, each once, in order of the instant', () =>
    holds(
      fc.tuple(moment, fc.array(fc.integer({ min: 0, max: 4 * 96 }), { maxLength: 40 })),
      500,
      ([one, quarters]) => {
        const slots = quarters.map((quarter) => slotAt(zoned({ ...one, instant: one.instant + quarter * (HOUR / 4) })));
        const days = byDay(slots);
        const expected = new Map<string, Set<string>>();
        for (const slot of [...slots].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
          const date = String(Temporal.Instant.from(slot.start).toZonedDateTimeISO(one.zone).toPlainDate());
          expected.set(date, (expected.get(date) ?? new Set()).add(slot.id));
        }
        assert.deepEqual([...days.keys()], [...expected.keys()]);
        for (const [date, ids] of expected)
          assert.deepEqual(
            days.get(date)?.map(({ id }) => id),
            [...ids],
          );
      },
    ));

  it('are morning, afternoon or evening by the clock on the clinic’s wall', () =>
    holds(moment, 1000, (one) => {
      const time = zoned(one);
      const part = time.hour < 12 ? 'morning' : time.hour < 17 ? 'afternoon' : 'evening';
      assert.equal(partOfDay(slotAt(time)), part);
    }));

  it('are labelled as Intl labels them in the clinic’s own zone', () => {
    const label = new Map(
      zones.map((zone) => [
        zone,
        {
          time: new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }),
          day: new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }),
        },
      ]),
    );
    const format = formatsFor('en-US');
    holds(moment, 1500, (one) => {
      const time = zoned(one);
      const start = written(time);
      assert.equal(format.time(start), label.get(one.zone)!.time.format(time.epochMilliseconds));
      assert.equal(format.day(start), label.get(one.zone)!.day.format(time.epochMilliseconds));
    });
  });
});
