import { expect } from '@open-wc/testing';
import { Temporal } from 'temporal-polyfill';
import type { Slot } from '../../src/contract/availability.ts';
import { daysOf } from '../../src/domain/day.ts';
import { byDay, dayAfterKey, freeness, partOfDay, weeksFrom } from '../../src/domain/availability.ts';
import { slotAt } from '../helpers/fixture-clinic.ts';

const starting = (start: string, id = start): Slot => ({ ...slotAt('2026-12-01T09:00'), id, start });
const idsByDay = (slots: readonly Slot[]) =>
  [...byDay(slots)].map(([day, all]) => `${day}: ${all.map(({ id }) => id).join(' ')}`);

describe('free times by day', () => {
  const lists: [string, Slot[], string[]][] = [
    ['nothing', [], []],
    [
      'in order of their start, whatever order they come in',
      [
        starting('2026-12-02T09:00:00-07:00', 'c'),
        starting('2026-12-01T13:00:00-07:00', 'b'),
        starting('2026-12-01T09:00:00-07:00', 'a'),
      ],
      ['2026-12-01: a b', '2026-12-02: c'],
    ],
    [
      'each once',
      [starting('2026-12-01T09:00:00-07:00', 'a'), starting('2026-12-01T09:00:00-07:00', 'a')],
      ['2026-12-01: a'],
    ],
    [
      'two of one time by their id',
      [starting('2026-12-01T09:00:00-07:00', 'b'), starting('2026-12-01T09:00:00-07:00', 'a')],
      ['2026-12-01: a b'],
    ],
    [
      'nothing that is on no clock, or with nobody',
      [
        ...[
          '',
          '2026-11-31T09:00:00-07:00',
          '2026-12-01T25:00:00-07:00',
          '2026-12-01T9:00:00-07:00',
          '2026-12-01',
          'soon',
        ].map((start) => starting(start)),
        { ...starting('2026-12-01T09:00:00-07:00', 'nobody'), appointments: [] },
        { id: 'odd' } as unknown as Slot,
        null as unknown as Slot,
        starting('2026-12-01T09:00:00-07:00', 'a'),
      ],
      ['2026-12-01: a'],
    ],
    [
      'the hour that comes twice in the order in which it passes',
      [starting('2026-11-01T01:30:00-07:00', 'later'), starting('2026-11-01T01:30:00-06:00', 'earlier')],
      ['2026-11-01: earlier later'],
    ],
    [
      "on the clinic's own day, wherever in the world midnight is",
      [starting('2026-12-01T23:30:00-07:00', 'late'), starting('2026-12-02T00:30:00+14:00', 'east')],
      ['2026-12-02: east', '2026-12-01: late'],
    ],
  ];
  for (const [what, slots, days] of lists) it(`lists ${what}`, () => expect(idsByDay(slots)).to.deep.equal(days));

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

describe('free times, ten thousand on one day', () => {
  it('are sorted once, and looked at a few times each', () => {
    let reads = 0;
    const slots = Array.from({ length: 10_000 }, (_, index) => {
      const slot = starting(`2026-12-01T09:00:00-07:00`, `${(index * 7919) % 10_000}`);
      return Object.defineProperty({ ...slot }, 'id', { get: () => (reads++, slot.id), enumerable: true });
    });
    expect(byDay(slots).get('2026-12-01')).to.have.length(10_000);
    const once = reads;
    expect(once).to.be.at.most(30_000);
    byDay(slots);
    expect(reads).to.equal(once);
  });
});

describe('the weeks of a month', () => {
  it('hold every day once, each under its weekday, in any month of four hundred years', () => {
    for (let index = 0; index < 400 * 12; index += 7) {
      const first = new Temporal.PlainDate(1901, 1, 1).add({ months: index });
      const month = first.toString().slice(0, 7);
      for (const firstWeekday of [1, 6, 7]) {
        const weeks = weeksFrom(daysOf(month), firstWeekday);
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
    expect(weeksFrom(daysOf('2026-12'), 7)[0]).to.deep.equal([
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
  const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, firstWeekday: 7, rtl: false };
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
    ['2026-12-03', 'ArrowLeft', { altKey: true }, undefined],
    ['2026-12-03', 'Home', { ctrlKey: true }, undefined],
    ['2026-12-03', 'ArrowRight', { metaKey: true }, undefined],
    ['2026-12-03', 'Enter', {}, undefined],
    ['2026-12-03', 'a', {}, undefined],
  ];
  for (const [day, key, more, to] of keys)
    it(`${key} ${JSON.stringify(more)} leads from ${day} to ${to}`, () => {
      const { firstWeekday, rtl, ...keys } = { ...plain, ...more };
      expect(dayAfterKey(day, { key, ...keys }, firstWeekday, rtl)).to.equal(to);
    });
});
