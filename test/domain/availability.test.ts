import { expect } from '@open-wc/testing';
import { Temporal } from 'temporal-polyfill';
import type { Slot } from '../../src/contract/availability.ts';
import { byDay, dayAfterKey, freeness, partOfDay, weeksOf } from '../../src/domain/availability.ts';
import { slotAt } from '../helpers/fixture-clinic.ts';

const starting = (start: string, id = start): Slot => ({ ...slotAt('2026-12-01T09:00'), id, start });
const idsByDay = (slots: readonly Slot[], from?: string) =>
  [...byDay(slots, from)].map(([day, all]) => `${day}: ${all.map(({ id }) => id).join(' ')}`);

describe('free times by day', () => {
  const lists: [string, Slot[], string | undefined, string[]][] = [
    ['nothing', [], undefined, []],
    [
      'in order of their start, whatever order they come in',
      [
        starting('2026-12-02T09:00:00-07:00', 'c'),
        starting('2026-12-01T13:00:00-07:00', 'b'),
        starting('2026-12-01T09:00:00-07:00', 'a'),
      ],
      undefined,
      ['2026-12-01: a b', '2026-12-02: c'],
    ],
    [
      'each once',
      [starting('2026-12-01T09:00:00-07:00', 'a'), starting('2026-12-01T09:00:00-07:00', 'a')],
      undefined,
      ['2026-12-01: a'],
    ],
    [
      'two of one time by their id',
      [starting('2026-12-01T09:00:00-07:00', 'b'), starting('2026-12-01T09:00:00-07:00', 'a')],
      undefined,
      ['2026-12-01: a b'],
    ],
    [
      'none that is over',
      [starting('2026-11-22T09:00:00-07:00', 'over'), starting('2026-11-23T09:00:00-07:00', 'today')],
      '2026-11-23',
      ['2026-11-23: today'],
    ],
    [
      'the hour that comes twice in the order in which it passes',
      [starting('2026-11-01T01:30:00-07:00', 'later'), starting('2026-11-01T01:30:00-06:00', 'earlier')],
      undefined,
      ['2026-11-01: earlier later'],
    ],
    [
      "on the clinic's own day, wherever in the world midnight is",
      [starting('2026-12-01T23:30:00-07:00', 'late'), starting('2026-12-02T00:30:00+14:00', 'east')],
      undefined,
      ['2026-12-02: east', '2026-12-01: late'],
    ],
  ];
  for (const [what, slots, from, days] of lists)
    it(`lists ${what}`, () => expect(idsByDay(slots, from)).to.deep.equal(days));

  const parts: [string, string][] = [
    ['00:00', 'morning'],
    ['11:59', 'morning'],
    ['12:00', 'afternoon'],
    ['16:59', 'afternoon'],
    ['17:00', 'evening'],
    ['23:59', 'evening'],
  ];
  for (const [time, part] of parts)
    it(`${time} is in the ${part}`, () => expect(partOfDay(starting(`2026-12-01T${time}:00-07:00`))).to.equal(part));

  it('tells a last chance from plenty', () => {
    const levels = [0, 1, 2, 3, 6, 7, 14, 15, 400].map(freeness);
    expect(levels).to.deep.equal([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe('the weeks of a month', () => {
  it('hold every day once, each under its weekday, in any month of four hundred years', () => {
    for (let index = 0; index < 400 * 12; index += 7) {
      const first = new Temporal.PlainDate(1901, 1, 1).add({ months: index });
      const month = first.toString().slice(0, 7);
      for (const firstWeekday of [1, 6, 7]) {
        const weeks = weeksOf(month, firstWeekday);
        const days = weeks.flat().filter((day) => day !== undefined);
        if (days.length !== first.daysInMonth || days[0] !== first.toString()) expect.fail(`${month}: ${days.join()}`);
        for (const week of weeks) {
          if (week.length !== 7 || week.every((day) => !day)) expect.fail(`${month} has a week of ${week.join()}`);
          week.forEach((day, column) => {
            const weekday = ((firstWeekday - 1 + column) % 7) + 1;
            if (day && Temporal.PlainDate.from(day).dayOfWeek !== weekday) expect.fail(`${day} is in column ${column}`);
          });
        }
      }
    }
  });

  it('begin with gaps, not with days of other months', () => {
    expect(weeksOf('2026-12', 7)[0]).to.deep.equal([
      undefined,
      undefined,
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
  });
});

describe('the keys of a date grid', () => {
  const plain = { shiftKey: false, firstWeekday: 7, rtl: false };
  const keys: [string, string, Partial<typeof plain>, string | undefined][] = [
    ['2026-12-03', 'ArrowRight', {}, '2026-12-04'],
    ['2026-12-03', 'ArrowLeft', {}, '2026-12-02'],
    ['2026-12-03', 'ArrowRight', { rtl: true }, '2026-12-02'],
    ['2026-12-03', 'ArrowLeft', { rtl: true }, '2026-12-04'],
    ['2026-12-03', 'ArrowDown', {}, '2026-12-10'],
    ['2026-12-03', 'ArrowDown', { rtl: true }, '2026-12-10'],
    ['2026-12-03', 'ArrowUp', {}, '2026-11-26'],
    ['2026-12-03', 'Home', {}, '2026-11-29'],
    ['2026-12-03', 'Home', { firstWeekday: 1 }, '2026-11-30'],
    ['2026-12-03', 'End', {}, '2026-12-05'],
    ['2026-12-05', 'End', {}, '2026-12-05'],
    ['2026-12-31', 'PageDown', {}, '2027-01-31'],
    ['2027-01-31', 'PageDown', {}, '2027-02-28'],
    ['2026-12-31', 'PageUp', {}, '2026-11-30'],
    ['2028-02-29', 'PageDown', { shiftKey: true }, '2029-02-28'],
    ['2026-12-03', 'PageUp', { shiftKey: true }, '2025-12-03'],
    ['2026-03-08', 'ArrowRight', {}, '2026-03-09'],
    ['2026-11-01', 'ArrowRight', {}, '2026-11-02'],
    ['2026-12-03', 'Enter', {}, undefined],
    ['2026-12-03', 'a', {}, undefined],
  ];
  for (const [day, key, more, to] of keys)
    it(`${key} ${JSON.stringify(more)} leads from ${day} to ${to}`, () => {
      const { shiftKey, firstWeekday, rtl } = { ...plain, ...more };
      expect(dayAfterKey(day, { key, shiftKey }, firstWeekday, rtl)).to.equal(to);
    });
});
