import { expect } from '@open-wc/testing';
import { addDays, addMonths, daysBetween, daysOf, isDay, today, weekday } from '../../src/domain/day.ts';

describe('days', () => {
  const days: [string, boolean][] = [
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['26-04-01', false],
  ];
  for (const [text, real] of days)
    it(`${text} ${real ? 'is' : 'is not'} a day`, () => expect(isDay(text)).to.equal(real));

  it('counts over months, years and clock changes', () => {
    expect(addDays('2026-10-31', 1)).to.equal('2026-11-01');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    expect(daysBetween('2026-03-07', '2026-03-09')).to.equal(2);
    expect(addMonths('2026-11', 2)).to.equal('2027-01');
    expect(addMonths('2026-01', -1)).to.equal('2025-12');
  });

  it('knows the days of a month and their weekdays', () => {
    expect(daysOf('2026-02')).to.have.length(28);
    expect(weekday('2026-11-23')).to.equal(1);
    expect(weekday('2026-11-29')).to.equal(7);
  });

  it('knows what day it is at the clinic', () => {
    const instant = Date.parse('2026-11-23T05:00:00Z');
    expect(today(instant, 'America/Denver')).to.equal('2026-11-22');
    expect(today(instant, 'Pacific/Kiritimati')).to.equal('2026-11-23');
  });
});
