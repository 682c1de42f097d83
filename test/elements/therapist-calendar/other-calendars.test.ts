import { aTimeout, expect } from '@open-wc/testing';
import { addMessages } from '../../../src/locales/index.ts';
import { en } from '../../../src/locales/en.ts';
import type { TherapistCalendar } from '../../../src/elements/therapist-calendar/therapist-calendar.ts';
import { december, furnished, loaded, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const november = [slotAt('2026-11-24T09:00'), slotAt('2026-11-30T10:00')];
const months = {
  '2026-11': loaded(november),
  '2026-12': loaded(december),
  '2027-01': loaded([slotAt('2027-01-08T09:00')]),
};

/** A calendar whose days are counted as the patient counts them; November 22 is the first of Azar. */
async function open(lang: string, caption: RegExp, properties: Partial<TherapistCalendar> = {}) {
  const calendar = await furnished({ months, ...properties }, lang);
  const maria = patient(calendar);
  await waitUntil(() => caption.test(maria.month), `${maria.month} is not ${caption}`);
  const days = () => [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[data-day]')];
  return { calendar, maria, days, numbers: () => days().map((day) => day.querySelector('span')!.textContent) };
}

describe('<myo-therapist-calendar>, in calendars of other months', () => {
  it('shows a Persian month whole, with the times of both Gregorian ones', async () => {
    const { calendar, maria, days, numbers } = await open('en-US-u-ca-persian', /^Azar 1405/);
    expect(days()[0]!.dataset['day']).to.equal('2026-11-22');
    expect(days().at(-1)!.dataset['day']).to.equal('2026-12-21');
    expect(numbers()).to.deep.equal(Array.from({ length: 30 }, (_, index) => String(index + 1)));
    expect(maria.says('Tuesday, Azar 3')).to.include('1 time free, first 9:00');
    expect(maria.says('Thursday, Azar 12')).to.include('3 times free');
    expect(maria.tabStops).to.have.length(1);
    await expect(calendar).to.be.accessible();
  });

  it('turns by its own months, and says them', async () => {
    const { maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/);
    await maria.presses('Dey 1405');
    expect(maria.month).to.match(/^Dey 1405/);
    expect(maria.day).to.equal('Thursday, Dey 3');
    expect(maria.times).to.deep.equal(['9:00 AM Ana Reyes']);
    await maria.presses('Azar 1405');
    expect(maria.month).to.match(/^Azar 1405/);
    expect(maria.canUse('Aban 1405')).to.equal(false);
  });

  it('turns a year of its own', async () => {
    const { maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/, { lastDay: '' });
    await waitUntil(() => maria.years.length > 0);
    await maria.presses('A year on: Azar 1406');
    expect(maria.month).to.match(/^Azar 1406/);
  });

  it('picks days and times as ever', async () => {
    const { calendar, maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/);
    await maria.picksDay('Thursday, Azar 12');
    expect(maria.day).to.equal('Thursday, Azar 12');
    expect(maria.month).to.match(/^Azar 1405/);
    await maria.picksTime('1:30 PM');
    expect(calendar.value).to.equal('s2~t2~2026-12-03T13:30');
    expect(maria.picked).to.have.length(1);
  });

  it('is walked by keys, a month of its own at a time', async () => {
    const { maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/);
    await maria.picksDay('Thursday, Azar 12');
    maria.goesTo('Thursday, Azar 12');
    await maria.types('ArrowDown', 'ArrowDown');
    expect(maria.at).to.match(/^Thursday, Azar 26/);
    await maria.types('PageDown');
    expect(maria.at).to.match(/^Saturday, Dey 26/);
    expect(maria.month).to.match(/^Dey 1405/);
    await maria.types('PageUp');
    expect(maria.at).to.match(/^Thursday, Azar 26/);
  });

  it('writes every number in the digits of the locale', async () => {
    const { calendar, maria, numbers } = await open('en-US-u-ca-persian-nu-arabext', /^Azar [1۱]/);
    expect(numbers()[0]).to.equal('۱');
    expect(maria.says('Thursday, Azar ۱۲').replace(/\s/g, ' ')).to.equal(
      'Thursday, Azar ۱۲, ۳ times free, first ۹:۰۰ AM',
    );
    await maria.presses('Dey');
    expect(maria.hears).to.equal('Dey ۱۴۰۵ AP: ۲ days with free times');
    expect(calendar.shadowRoot!.querySelector('.pair')!.textContent).not.to.match(/[0-9]/);
  });

  it('is announced once a turn, and strikes out nothing, where a page lies in two months', async () => {
    const { calendar, maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/);
    calendar.say('');
    await calendar.updateComplete;
    await maria.picksDay('Tuesday, Azar 3');
    await maria.picksDay('Thursday, Azar 12');
    expect(maria.hears).to.equal('');
    calendar.months = { ...months, '2026-12': loaded(december.slice()) };
    await calendar.updateComplete;
    expect(maria.hears).to.equal('');
    await maria.presses('Dey 1405');
    expect(maria.hears).to.match(/^Dey 1405 AP: 2 days/);
  });

  it('waits for the month in which a day is, and knows why one cannot be had', async () => {
    const { maria } = await open('en-US-u-ca-persian', /^Azar [1۱]/, { months: { '2026-11': loaded(november) } });
    expect(maria.says('Wednesday, Azar 4')).to.include('nothing free');
    expect(maria.says('Thursday, Azar 12')).to.include('Looking for free times');
  });

  const others: [string, RegExp, string, string][] = [
    ['en-US-u-ca-hebrew', /^Kislev 5787/, '2026-11-11', '2026-12-10'],
    ['en-US-u-ca-islamic-umalqura', /^Jumada II 1448/, '2026-11-11', '2026-12-09'],
    ['en-US-u-ca-coptic', /^Hator 1743/, '2026-11-10', '2026-12-09'],
    ['en-US-u-ca-indian', /^Agrahayana 1948/, '2026-11-22', '2026-12-21'],
  ];
  for (const [lang, caption, first, last] of others)
    it(`knows ${lang}`, async () => {
      const { days, numbers } = await open(lang, caption);
      expect([days()[0]!.dataset['day'], days().at(-1)!.dataset['day']]).to.deep.equal([first, last]);
      expect(numbers()[0]).to.equal('1');
    });

  describe('in a language whose words are known', () => {
    for (const tag of ['fa', 'ar', 'th']) addMessages({ ...en, tag, localeFor: (asked) => asked });

    const plain: [string, RegExp, string, number, string, RegExp][] = [
      ['fa', /۱۴۰۵/, '2026-11-22', 30, '۱', /۹:۰۰/],
      ['fa-AF', /۱۴۰۵/, '2026-11-22', 30, '۱', /۹:۰۰/],
      ['ar', /2026/, '2026-12-01', 31, '1', /9:00/],
      ['ar-EG', /٢٠٢٦/, '2026-12-01', 31, '١', /٩:٠٠/],
      ['th', /2569/, '2026-12-01', 31, '1', /9:00/],
      ['en-US', /2026/, '2026-12-01', 31, '1', /9:00/],
    ];
    for (const [lang, caption, first, length, number, time] of plain)
      it(`counts days and writes numbers as ${lang} does, unasked`, async () => {
        const { maria, days, numbers } = await open(lang, caption);
        await waitUntil(() => days().length === length, `${days().length} days`);
        expect(days()[0]!.dataset['day']).to.equal(first);
        expect(numbers()[0]).to.equal(number);
        expect(maria.times[0]).to.match(time);
      });
  });

  it('needs no other months where only the year is another', async () => {
    const { days } = await open('en-US-u-ca-buddhist', /^December 2569/);
    expect(days()).to.have.length(31);
  });

  it('goes on with the Gregorian grid for a calendar that nobody knows', async () => {
    const { days } = await open('en-US-u-ca-dangi', /–/);
    await aTimeout(100);
    expect(days()).to.have.length(31);
  });
});
