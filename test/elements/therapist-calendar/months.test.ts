import { expect } from '@open-wc/testing';
import { december, furnished, loaded, open, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

describe('<myo-therapist-calendar>, its months', () => {
  it('asks for another month, and says once what it has', async () => {
    const calendar = await open();
    const maria = patient(calendar);
    const asked: string[] = [];
    calendar.addEventListener('myo-month-change', ({ detail }) => asked.push(detail.month));
    await maria.presses('January 2027');
    expect(asked).to.deep.equal(['2027-01']);
    expect(maria.month).to.equal('January 2027');
    expect(maria.reads).to.include('Looking for free times');
    expect(maria.says('Friday, January 8')).to.equal('Friday, January 8, Looking for free times …');
    await expect(calendar).to.be.accessible();

    calendar.months = { ...calendar.months, '2027-01': { status: 'pending' } };
    await calendar.updateComplete;
    expect(maria.hears).not.to.include('January');
    calendar.months = { ...calendar.months, '2027-01': loaded([slotAt('2027-01-08T09:00')]) };
    await maria.types('Shift');
    expect(maria.hears).to.equal('January 2027: 1 day with free times');
    expect(maria.day).to.equal('Friday, January 8');
  });

  it('says too what a month has that was there already', async () => {
    const calendar = await open({
      months: { '2026-12': loaded(december), '2027-01': loaded([]) },
    });
    await patient(calendar).presses('January 2027');
    await patient(calendar).types('Shift');
    expect(patient(calendar).hears).to.equal('January 2027: no days with free times');
    await patient(calendar).presses('December 2026');
    await patient(calendar).types('Shift');
    expect(patient(calendar).hears).to.equal('December 2026: 3 days with free times');
  });

  it('does not say again what is only fresher', async () => {
    const calendar = await open();
    await patient(calendar).types('Shift');
    const before = calendar.shadowRoot!.querySelector('[role=status]')!.textContent;
    calendar.months = { '2026-12': loaded(december.slice(0, -1)) };
    await patient(calendar).types('Shift');
    expect(calendar.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal(before);
  });

  it('turns neither before today nor past the last day', async () => {
    const calendar = await open({ month: '2026-11', months: { '2026-11': loaded([]) } });
    const maria = patient(calendar);
    expect(maria.canUse('October 2026')).to.equal(false);
    await maria.presses('October 2026');
    expect(maria.month).to.equal('November 2026');
    calendar.month = '2027-02';
    await calendar.updateComplete;
    expect(maria.canUse('March 2027')).to.equal(false);
    await maria.presses('March 2027');
    expect(maria.month).to.equal('February 2027');
  });

  describe('where a year can be turned', () => {
    const horizons: [string, string, string[]][] = [
      ['a few months', '2027-02-21', []],
      ['a day less than a year', '2027-11-30', []],
      ['a year and more', '2027-12-05', ['A year back: December 2025 (not)', 'A year on: December 2027']],
      ['no end', '', ['A year back: December 2025 (not)', 'A year on: December 2027']],
    ];
    for (const [what, lastDay, buttons] of horizons)
      it(`has a button for each key where the horizon is ${what}`, async () => {
        const maria = patient(await furnished({ lastDay }));
        expect(maria.years).to.deep.equal(buttons);
      });

    it('turns to the same month of another year, and says what it has', async () => {
      const calendar = await furnished({
        lastDay: '2028-01-31',
        months: { '2026-12': loaded(december), '2027-12': loaded([slotAt('2027-12-07T09:00')]) },
      });
      const maria = patient(calendar);
      await expect(calendar).to.be.accessible();
      await maria.presses('A year back');
      expect(maria.month).to.equal('December 2026');
      await maria.presses('A year on');
      expect(maria.month).to.equal('December 2027');
      expect(maria.hears).to.equal('December 2027: 1 day with free times');
      expect(maria.years).to.deep.equal(['A year back: December 2026', 'A year on: December 2028 (not)']);
      await maria.presses('A year back');
      expect(maria.month).to.equal('December 2026');
    });

    it('says so in Spanish', async () => {
      const maria = patient(await furnished({ lastDay: '' }, 'es-ES'));
      await waitUntil(() => maria.years.length > 0 && maria.years[1]!.startsWith('Un'));
      expect(maria.years).to.deep.equal(['Un año atrás: diciembre de 2025 (not)', 'Un año más: diciembre de 2027']);
    });
  });

  it('leads from an empty month to the next free day in one tap, keyboard and all', async () => {
    const calendar = await open({
      month: '2026-11',
      months: { '2026-11': loaded([], '2026-12-03'), '2026-12': loaded(december) },
    });
    const maria = patient(calendar);
    expect(maria.reads).to.include('There are no free times in November 2026.');
    await expect(calendar).to.be.accessible();
    await maria.presses('Next free: Thursday, December 3');
    expect(maria.month).to.equal('December 2026');
    expect(maria.day).to.equal('Thursday, December 3');
    expect(maria.at).to.match(/^Thursday, December 3,/);
  });

  const dead: [string, string | null][] = [
    ['nothing is free at all', null],
    ['the next free day is past what can be booked', '2027-03-01'],
  ];
  for (const [why, next] of dead)
    it(`says what to do where ${why}`, async () => {
      const calendar = await open({ months: { '2026-12': loaded([], next) } });
      expect(patient(calendar).reads)
        .to.include('Please call us, or try another therapist.')
        .and.not.include('Next free:');
      await expect(calendar).to.be.accessible();
    });

  it('says what failed, and tries again', async () => {
    const calendar = await open({ months: { '2026-12': { status: 'failed', trouble: { kind: 'offline' } } } });
    const maria = patient(calendar);
    let retried = 0;
    calendar.addEventListener('myo-retry', () => retried++);
    expect(maria.reads).to.include('You are offline').and.include('Call us: (303) 555-0142');
    expect(maria.tabStops).to.have.length(1);
    await expect(calendar).to.be.accessible();
    await maria.presses('Try again');
    expect(retried).to.equal(1);
  });

  it('is a list of days where there is no room for a grid', async () => {
    const calendar = await furnished();
    calendar.style.maxInlineSize = '240px';
    expect(patient(calendar).says('Thursday, December 3')).to.include('3 times free');
    const days = [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[data-day]')];
    const shown = days.filter((day) => day.checkVisibility());
    expect(shown.map((day) => getComputedStyle(day, '::before').content.replace(/\s/g, ' '))).to.deep.equal([
      '"Tuesday, December 1, 1 time free, first 9:00 AM"',
      '"Thursday, December 3, 3 times free, first 9:00 AM"',
      '"Thursday, December 24, 1 time free, first 9:00 AM"',
    ]);
    await expect(calendar).to.be.accessible();
  });

  describe('where there is no room for a grid', () => {
    async function narrow(properties = {}) {
      const calendar = await furnished(properties);
      calendar.style.maxInlineSize = '240px';
      await calendar.updateComplete;
      const maria = patient(calendar);
      const shown = () =>
        [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[data-day]')].filter((day) => day.checkVisibility());
      return { calendar, maria, shown, tabStop: () => shown().filter(({ tabIndex }) => tabIndex === 0) };
    }

    it('goes from free day to free day by keys', async () => {
      const { maria } = await narrow();
      maria.goesTo('Tuesday, December 1');
      const ways: [string, RegExp][] = [
        ['ArrowDown', /^Thursday, December 3/],
        ['ArrowRight', /^Thursday, December 24/],
        ['ArrowDown', /^Thursday, December 24/],
        ['ArrowUp', /^Thursday, December 3/],
        ['ArrowLeft', /^Tuesday, December 1/],
        ['End', /^Thursday, December 24/],
        ['Home', /^Tuesday, December 1/],
      ];
      for (const [key, day] of ways) {
        await maria.types(key);
        expect(maria.at).to.match(day);
      }
    });

    it('shows the day that Tab reaches, and where a key leads, though nothing is free', async () => {
      const months = { '2026-12': loaded([]), '2027-01': loaded([slotAt('2027-01-08T09:00')]) };
      const { maria, tabStop } = await narrow({ months });
      expect(tabStop().map(({ dataset }) => dataset['day'])).to.deep.equal(['2026-12-01']);
      maria.goesTo('Tuesday, December 1');
      await maria.types('PageDown');
      expect(maria.at).to.match(/^Friday, January 1, nothing free/);
      expect(tabStop()).to.have.length(1);
      await maria.types('ArrowDown');
      expect(maria.at).to.match(/^Friday, January 8/);
    });
  });

  it('says of a day why nothing can be had, in the grid and below', async () => {
    const calendar = await furnished({ notBefore: '2026-12-03', lastDay: '2026-12-20' });
    const maria = patient(calendar);
    const whys: [string, string][] = [
      ['Wednesday, December 2', 'Too early'],
      ['Friday, December 4', 'Nothing free'],
      ['Thursday, December 24', 'Too far ahead'],
    ];
    for (const [day, why] of whys) {
      await maria.picksDay(day);
      expect(maria.reads).to.include(`${day} ${why}`);
    }
    calendar.months = { '2026-12': { status: 'failed', trouble: { kind: 'offline' } } };
    await calendar.updateComplete;
    expect(maria.says('Friday, December 4')).to.equal('Friday, December 4, not known');
  });

  it('leads on to no day that is postponed', async () => {
    const calendar = await furnished({
      month: '2026-11',
      notBefore: '2026-12-02',
      months: { '2026-11': loaded([], '2026-12-01'), '2026-12': loaded(december) },
    });
    const maria = patient(calendar);
    await maria.presses('You can come from Wednesday, December 2 on.');
    expect(maria.month).to.equal('December 2026');
    expect(maria.at).to.match(/^Wednesday, December 2/);
  });
});
