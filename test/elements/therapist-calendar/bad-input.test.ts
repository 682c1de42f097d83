import { expect } from '@open-wc/testing';
import type { Slot } from '../../../src/contract/availability.ts';
import type { TherapistCalendar } from '../../../src/elements/therapist-calendar/therapist-calendar.ts';
import { december, furnished, loaded, open, patient } from '../../helpers/calendar-page.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';

const month = (slots: readonly Slot[], next: string | null = null) => ({ '2026-12': loaded(slots, next) });
const on = (start: string): Slot => ({ ...slotAt('2026-12-03T09:00'), id: start, start });
const first = (slot: Slot) => ({ status: 'loaded', value: { first: slot, therapists: [] } }) as const;

describe('<myo-therapist-calendar>, whatever it is given', () => {
  const times: [string, readonly Slot[], string[]][] = [
    [
      'the wrong order',
      [slotAt('2026-12-03T17:15'), slotAt('2026-12-03T09:00')],
      ['9:00 AM Ana Reyes', '5:15 PM Ana Reyes'],
    ],
    ['the same twice', [slotAt('2026-12-03T09:00'), slotAt('2026-12-03T09:00')], ['9:00 AM Ana Reyes']],
    [
      'times that overlap, since only the endpoint knows what that means',
      [slotAt('2026-12-03T09:00'), slotAt('2026-12-03T09:15'), slotAt('2026-12-03T09:00', 't2')],
      ['9:00 AM Ana Reyes', '9:00 AM Ben Kowalski', '9:15 AM Ana Reyes'],
    ],
    ['a therapist whom nobody knows', [slotAt('2026-12-03T09:00', 'gone')], ['9:00 AM']],
    ['a time that is over', [slotAt('2026-11-22T09:00'), slotAt('2026-12-03T09:00')], ['9:00 AM Ana Reyes']],
    [
      'a day that no calendar has',
      [on('2026-11-31T09:00:00-07:00'), slotAt('2026-12-03T09:00')],
      ['9:00 AM Ana Reyes'],
    ],
    [
      'a month that no calendar has',
      [on('2026-14-03T09:00:00-07:00'), slotAt('2026-12-03T09:00')],
      ['9:00 AM Ana Reyes'],
    ],
    ['no time at all', [on(''), slotAt('2026-12-03T09:00')], ['9:00 AM Ana Reyes']],
  ];
  for (const [what, slots, shown] of times)
    it(`lists what can be read of ${what}`, async () => {
      const calendar = await open({ months: month(slots) });
      expect(patient(calendar).day).to.equal('Thursday, December 3');
      expect(patient(calendar).times).to.deep.equal(shown);
      await expect(calendar).to.be.accessible();
    });

  const nothing: [string, Partial<TherapistCalendar>][] = [
    ['only days that no calendar has', { months: month([on('2026-12-32T09:00:00-07:00')]) }],
    ['a next free day that no calendar has', { months: month([], '2027-01-32') }],
    ['a next free day that is no later', { months: month([], '2026-12-01') }],
    [
      'a first free time on a day that no calendar has',
      { months: month([]), firstFree: first(on('2026-11-31T09:00:00-07:00')) },
    ],
  ];
  for (const [what, properties] of nothing)
    it(`offers nothing where there is ${what}`, async () => {
      const maria = patient(await open(properties));
      expect(maria.reads).to.include('Nothing is free');
      expect(maria.times).to.deep.equal([]);
      expect(maria.firsts).to.deep.equal([]);
      expect(maria.tabStops).to.deep.equal(['2026-12-01']);
    });

  const [ana, ben] = catalog.therapists;
  const { credentials: _, languages: __, serviceIds: ___, ...bare } = ana!;
  const unset = (list: unknown) => ({ credentials: list, languages: list, serviceIds: list });
  const refused: [string, string, object, string][] = [
    ['a zone that nobody knows', 'timeZone', { timeZone: 'Mars/Olympus' }, '9:00'],
    ['a month that no calendar has', 'month', { month: '2026-13', slots: december }, '9:00'],
    [
      'a month that is none, though it has answered',
      'month',
      { month: '2026-13', months: { '2026-13': loaded([]) } },
      'Looking',
    ],
    ['a today that no calendar has', 'today', { today: '2026-02-30' }, '9:00'],
    ['a first day that is none', 'notBefore', { notBefore: 'soon' }, '9:00'],
    ['a last day that is none', 'lastDay', { lastDay: 'never' }, '9:00'],
    ['no list of therapists', 'therapists', { therapists: undefined }, '9:00'],
    ['a therapist who is none', 'therapists', { therapists: [null] }, '9:00'],
    ['no months', 'months', { months: null }, 'Looking'],
    ['no first free times', 'firstFree', { firstFree: undefined }, '9:00'],
    ['a list of times that is none', 'slots', { slots: 'all' }, 'no free times'],
    ['nothing for a list of therapists', 'therapists', { therapists: null }, '9:00'],
    ['nothing for a list of times', 'slots', { slots: null }, 'no free times'],
    ['a list of times that is not set', '', { slots: undefined }, '9:00'],
    ['a month that is nothing', 'months', { months: { '2026-11': null, ...month(december) } }, 'Looking'],
    ['a month without a list', 'months', { months: { '2026-12': { status: 'loaded', value: {} } } }, 'Looking'],
    [
      'first free times of nobody',
      'firstFree',
      { firstFree: { status: 'loaded', value: {} }, own: december[0] },
      '9:00',
    ],
    ['a therapist who has no more than a name', '', { therapists: [bare, ben] }, '9:00'],
    ['a therapist whose lists are not set', '', { therapists: [{ ...ana, ...unset(undefined) }, ben] }, '9:00'],
    ['a therapist whose lists are nothing', '', { therapists: [{ ...ana, ...unset(null) }, ben] }, '9:00'],
    [
      'a time with nobody',
      '',
      { months: month([{ ...december[0]!, id: 'odd', appointments: [] }, december[0]!]) },
      '9:00',
    ],
    ['times that are nothing', '', { slots: [null, {}, { id: 'a' }, ...december] }, '9:00'],
  ];
  for (const [what, field, properties, shown] of refused)
    it(`goes on with ${what}${field && ', and names what it refuses'}`, async () => {
      const said: string[] = [];
      const { error } = console;
      console.error = (...words: unknown[]) => said.push(words.join(' '));
      try {
        const calendar = await furnished(properties);
        expect(patient(calendar).reads).to.include(shown);
        calendar.shadowRoot!.querySelector<HTMLElement>('[part~=about]')?.click();
        await calendar.updateComplete;
      } finally {
        console.error = error;
      }
      expect(said).to.have.length(field ? 1 : 0);
      if (field) expect(said[0]).to.match(new RegExp(`^myo-therapist-calendar: ${field} is not what it should be`));
    });

  it('bears ten thousand times, and shows those of one day', async () => {
    const minutes = (index: number) => new Date(Date.UTC(2026, 11, 1) + index * 4 * 60_000).toISOString().slice(0, 16);
    const calendar = await open({
      months: month(Array.from({ length: 10_000 }, (_, index) => slotAt(minutes(index)))),
    });
    const maria = patient(calendar);
    expect(maria.says('Tuesday, December 1')).to.equal('Tuesday, December 1, 360 times free, first 12:00 AM');
    expect(maria.times).to.have.length(360);
    await maria.picksDay('Monday, December 28');
    expect(maria.times).to.have.length(280);
    await maria.picksTime('6:36 PM');
    expect(calendar.value).to.equal('s2~t1~2026-12-28T18:36');
  });

  it('holds no more for having been through many months', async () => {
    const year = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`);
    const months = Object.fromEntries(
      year.map((one) => [one, loaded([slotAt(`${one}-04T09:00`), slotAt(`${one}-20T09:00`)])]),
    );
    const calendar = await open({ month: '2027-01', months, lastDay: '2027-12-31' });
    const nodes = () => document.createNodeIterator(calendar.shadowRoot!);
    const count = () => {
      const all = nodes();
      let found = 0;
      while (all.nextNode()) found++;
      return found;
    };
    const before = count();
    for (const name of ['February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'])
      await patient(calendar).presses(`${name} 2027`);
    for (const name of ['September', 'August', 'July', 'June', 'May', 'April', 'March', 'February', 'January'])
      await patient(calendar).presses(`${name} 2027`);
    expect(count()).to.be.at.most(before + 20); // Markers of Lit's own, of a month with six weeks.
  });
});
