import { expect } from '@open-wc/testing';
import { loaded, open, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';

const months = {
  '2026-11': loaded([]),
  '2026-12': loaded([slotAt('2026-12-01T09:00'), slotAt('2026-12-03T09:00')]),
  '2027-01': loaded([slotAt('2027-01-08T09:00')]),
  '2027-02': loaded([]),
};

/** A calendar whose keyboard focus is on Thursday, December 3. */
async function onThursday(properties: Parameters<typeof open>[0] = {}) {
  const calendar = await open({ months, ...properties });
  const maria = patient(calendar);
  await maria.picksDay('Thursday, December 3');
  maria.goesTo('Thursday, December 3');
  return { calendar, maria };
}

describe('<myo-therapist-calendar>, by keyboard', () => {
  const ways: [string, string[], string][] = [
    ['a day on', ['ArrowRight'], 'Friday, December 4'],
    ['a day back', ['ArrowLeft'], 'Wednesday, December 2'],
    ['a week on', ['ArrowDown'], 'Thursday, December 10'],
    ['a week back, into another month', ['ArrowUp'], 'Thursday, November 26'],
    ['to the start of the week, as the place counts weeks', ['Home'], 'Sunday, November 29'],
    ['to the end of the week', ['End'], 'Saturday, December 5'],
    ['a month on', ['PageDown'], 'Sunday, January 3'],
    ['a month back', ['PageUp'], 'Tuesday, November 3'],
    ['two months on, through a month that has nothing', ['PageDown', 'PageDown'], 'Wednesday, February 3'],
    ['nowhere that cannot be booked: a year on', ['Shift+PageDown'], 'Thursday, December 3'],
    ['nowhere that cannot be booked: before this month', ['PageUp', 'PageUp'], 'Tuesday, November 3'],
    [
      'nowhere that cannot be booked: after the last month',
      ['PageDown', 'PageDown', 'PageDown'],
      'Wednesday, February 3',
    ],
  ];
  for (const [where, keys, day] of ways)
    it(`goes ${where}`, async () => {
      const { maria } = await onThursday();
      await maria.types(...keys);
      expect(maria.at).to.match(new RegExp(`^${day},`));
      expect(maria.day || day).to.equal(day);
      expect(maria.tabStops).to.have.length(1);
    });

  it('goes a year on where so much can be booked', async () => {
    const { maria } = await onThursday({ lastDay: '' });
    await maria.types('Shift+PageDown');
    expect(maria.at).to.match(/^Friday, December 3,/);
    expect(maria.month).to.equal('December 2027');
    await maria.types('Shift+PageUp');
    expect(maria.at).to.match(/^Thursday, December 3,/);
    expect(maria.month).to.equal('December 2026');
  });

  it('goes the other way where reading goes from right to left', async () => {
    const { calendar, maria } = await onThursday();
    calendar.dir = 'rtl';
    await maria.types('ArrowRight');
    expect(maria.at).to.match(/^Wednesday, December 2,/);
    await maria.types('ArrowLeft', 'ArrowLeft');
    expect(maria.at).to.match(/^Friday, December 4,/);
    await expect(calendar).to.be.accessible();
  });

  it('starts the week where the place does', async () => {
    expect(patient(await open({ months })).weekdays[0]).to.equal('Sunday');
    const maria = patient(await open({ months }, 'en-GB'));
    expect(maria.weekdays[0]).to.equal('Monday');
    await maria.picksDay('Thursday 3 December');
    maria.goesTo('Thursday 3 December');
    await maria.types('Home');
    expect(maria.at).to.match(/^Monday 30 November/);
  });

  it('picks with Enter and Space, also from a day that has nothing', async () => {
    const { calendar, maria } = await onThursday();
    await maria.types('ArrowRight', 'Enter');
    expect(maria.day).to.equal('Friday, December 4');
    expect(maria.reads).to.include('Nothing free');
    expect(calendar.value).to.equal('');
    await maria.types('ArrowLeft', 'Tab', 'Space');
    expect(calendar.value).to.equal('s2~t1~2026-12-03T09:00');
    expect(maria.at).to.match(/^9:00 AM/);
  });

  it('is one stop for Tab, wherever the patient is', async () => {
    const calendar = await open({ months, month: '2026-11' });
    const maria = patient(calendar);
    expect(maria.tabStops).to.deep.equal(['2026-11-23']);
    await maria.presses('December 2026');
    expect(maria.tabStops).to.deep.equal(['2026-12-01']);
    await maria.picksDay('Monday, December 21');
    expect(maria.tabStops).to.deep.equal(['2026-12-21']);
    await maria.presses('January 2027');
    expect(maria.tabStops).to.deep.equal(['2027-01-08']);
    await maria.presses('February 2027');
    expect(maria.tabStops).to.deep.equal(['2027-02-01']);
  });

  it('leaves all other keys to the page', async () => {
    const { maria } = await onThursday();
    const left: string[] = [];
    const listen = ({ key, defaultPrevented }: KeyboardEvent) => !defaultPrevented && left.push(key);
    document.addEventListener('keydown', listen);
    await maria.types('a', 'ArrowRight', 'Escape');
    document.removeEventListener('keydown', listen);
    expect(left).to.deep.equal(['a', 'Escape']);
  });
});
