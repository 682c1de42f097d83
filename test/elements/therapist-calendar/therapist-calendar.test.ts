import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { december, furnished, loaded, open, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';

describe('<myo-therapist-calendar>', () => {
  it('is accessible, also when a day and a time are picked, and when something is missing', async () => {
    const calendar = await open();
    await expect(calendar).to.be.accessible();
    calendar.reportValidity();
    await calendar.updateComplete;
    await expect(calendar).to.be.accessible();
    await patient(calendar).picksDay('Thursday, December 3');
    await patient(calendar).picksTime('5:15 PM');
    await expect(calendar).to.be.accessible();
  });

  it('says of each day how much is free, or why nothing is', async () => {
    const calendar = await open({ month: '2026-11', months: { '2026-11': loaded([slotAt('2026-11-30T09:00')]) } });
    const maria = patient(calendar);
    expect(maria.says('Monday, November 30')).to.equal('Monday, November 30, 1 time free, first 9:00 AM');
    expect(maria.says('Tuesday, November 24')).to.equal('Tuesday, November 24, nothing free');
    expect(maria.says('Sunday, November 22')).to.equal('Sunday, November 22, is over');
    expect(maria.canUse('Sunday, November 22')).to.equal(false);
    expect(maria.canUse('Monday, November 30')).to.equal(true);

    calendar.notBefore = '2026-11-26';
    calendar.lastDay = '2026-11-28';
    await calendar.updateComplete;
    expect(maria.says('Wednesday, November 25')).to.equal('Wednesday, November 25, too early');
    expect(maria.says('Sunday, November 29')).to.equal('Sunday, November 29, too far ahead');
    expect(maria.reads).to.include('You can come from Thursday, November 26 on.');
    await expect(calendar).to.be.accessible();

    calendar.month = '2026-12';
    calendar.months = { '2026-12': loaded(december) };
    calendar.lastDay = '';
    await calendar.updateComplete;
    expect(maria.says('Thursday, December 3')).to.equal('Thursday, December 3, 3 times free, first 9:00 AM');
  });

  it('leads to a time in two taps', async () => {
    const calendar = await open();
    const maria = patient(calendar);
    expect(maria.day).to.equal('Tuesday, December 1');
    await maria.picksDay('Thursday, December 3');
    expect(maria.day).to.equal('Thursday, December 3');
    expect(maria.times).to.deep.equal(['9:00 AM Ana Reyes', '1:30 PM Ben Kowalski', '5:15 PM Ana Reyes']);
    expect(maria.partsOfDay).to.deep.equal([
      'Morning 9:00 AM Ana Reyes',
      'Afternoon 1:30 PM Ben Kowalski',
      'Evening 5:15 PM Ana Reyes',
    ]);
    await maria.picksTime('1:30 PM');
    expect(calendar.value).to.equal('s2~t2~2026-12-03T13:30');
    expect(maria.picked).to.deep.equal(['1:30 PM Ben Kowalski']);
  });

  it('tells which time was picked by its id alone', async () => {
    const calendar = await open();
    const told: unknown[] = [];
    calendar.addEventListener('myo-slot-select', ({ detail, bubbles, composed }) =>
      told.push(detail, bubbles, composed),
    );
    await patient(calendar).picksTime('9:00 AM');
    expect(told).to.deep.equal([{ slotId: 's2~t1~2026-12-01T09:00' }, true, true]);
  });

  it('keeps its time, its month and its therapist when the page refuses another', async () => {
    const calendar = await open({ value: december[1]!.id, own: december[1], day: '2026-12-03' });
    const maria = patient(calendar);
    for (const type of ['myo-slot-select', 'myo-month-change', 'myo-therapist-select'])
      calendar.addEventListener(type, (event) => event.preventDefault());
    await maria.picksTime('5:15 PM');
    await maria.presses('January 2027');
    await maria.wants('Ben Kowalski');
    expect(maria.picked).to.deep.equal(['9:00 AM Ana Reyes']);
    expect(maria.month).to.equal('December 2026');
    expect(maria.day).to.equal('Thursday, December 3');
    expect(maria.whom).to.deep.equal(['[Anybody]', 'Ana Reyes', 'Ben Kowalski']);
  });

  it('asks for a time, and goes to the days', async () => {
    const calendar = await open();
    const maria = patient(calendar);
    expect(calendar.reportValidity()).to.equal(false);
    await calendar.updateComplete;
    expect(maria.reads).to.include('Please pick a time first.');
    await maria.types('Shift'); // Waits for the focus.
    expect(maria.at).to.match(/^Tuesday, December 1/);
    await maria.picksTime('9:00 AM');
    expect(maria.reads).not.to.include('Please pick');
    expect(calendar.reportValidity()).to.equal(true);
  });

  it('lists free times in order, each once, and none that are over, whatever the endpoint sends', async () => {
    const messy = [slotAt('2026-12-03T17:15'), slotAt('2026-12-03T09:00'), slotAt('2026-12-03T09:00')];
    const calendar = await open({
      today: '2026-12-02',
      months: { '2026-12': loaded([...messy, slotAt('2026-12-01T09:00')]) },
    });
    expect(patient(calendar).says('Tuesday, December 1')).to.equal('Tuesday, December 1, is over');
    expect(patient(calendar).times).to.deep.equal(['9:00 AM Ana Reyes', '5:15 PM Ana Reyes']);
  });

  it("shows the patient's own time though nobody else could have it", async () => {
    const own = slotAt('2026-12-10T14:00');
    const calendar = await open({ own, value: own.id });
    const maria = patient(calendar);
    expect(maria.day).to.equal('Thursday, December 10');
    expect(maria.picked).to.deep.equal(['2:00 PM Ana Reyes']);
    expect(maria.says('Thursday, December 10')).to.include('1 time free');
  });

  it('shows the hour that comes twice in the order in which it passes', async () => {
    const twice = (id: string, offset: string) => ({
      ...slotAt('2026-11-01T01:30'),
      id,
      start: `2026-11-01T01:30:00${offset}`,
    });
    const calendar = await open({
      today: '2026-10-20',
      month: '2026-11',
      months: { '2026-11': loaded([twice('second', '-07:00'), twice('first', '-06:00')]) },
    });
    const told: string[] = [];
    calendar.addEventListener('myo-slot-select', ({ detail }) => told.push(detail.slotId));
    const times = [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('button[part~=time]')];
    for (const time of times) time.click();
    expect(told).to.deep.equal(['first', 'second']);
    expect(patient(calendar).day).to.equal('Sunday, November 1');
  });

  it('names who it is with where two times are the same', async () => {
    const twice = [slotAt('2026-12-03T09:00'), slotAt('2026-12-03T09:00', 't2'), slotAt('2026-12-03T10:00')];
    const calendar = await open({ months: { '2026-12': loaded(twice) } });
    const seen = [...calendar.shadowRoot!.querySelectorAll('[part~=time]')].map((time) => time.querySelector('small')!);
    expect(seen.map(({ className }) => className)).to.deep.equal(['', '', 'unseen']);
  });

  it('says a visit as one time: how long, what, and with whom', async () => {
    const [massage, physio] = [slotAt('2026-12-03T09:00'), slotAt('2026-12-03T10:15', 't2', 's10', 30)];
    const visit = { ...massage, appointments: [...massage.appointments, ...physio.appointments] };
    const firstFree = { status: 'loaded', value: { first: visit, therapists: [] } } as const;
    const calendar = await furnished({ firstFree, months: { '2026-12': loaded([visit]) } });
    const words = '9:00 – 10:45 AM, with Ana Reyes, then with Ben Kowalski';
    expect(patient(calendar).times.map((time) => time.replace(/\s/g, ' '))).to.deep.equal([words]);
    expect(patient(calendar).firsts[0]!.replace(/\s/g, ' ')).to.equal(`Thu, Dec 3 9:00 AM ${words}`);
    await expect(calendar).to.be.accessible();
  });

  it('says nothing of a therapist whom it does not know', async () => {
    const calendar = await open({ therapists: [] });
    expect(patient(calendar).times.map((time) => time.trim())).to.deep.equal(['9:00 AM']);
    expect(patient(calendar).whom).to.deep.equal([]);
  });

  it("names the clinic's zone, and the time where the patient is now, if that is another", async () => {
    const calendar = await furnished();
    expect(patient(calendar).reads).to.include('Mountain Time, as at the clinic.');
    const here = new Date('2026-12-01T09:00:00-07:00');
    const shown = here.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
    if (here.getTimezoneOffset() === 420) expect(patient(calendar).reads).not.to.include('Where you are now');
    else expect(patient(calendar).reads).to.include(`Where you are now, 9:00 AM at the clinic is ${shown}.`);
  });

  describe('whom to see', () => {
    it('can be anybody or one therapist', async () => {
      const calendar = await open();
      const maria = patient(calendar);
      const told: unknown[] = [];
      calendar.addEventListener('myo-therapist-select', ({ detail }) => told.push(detail.therapistIds));
      await maria.wants('Ben Kowalski');
      expect(maria.whom).to.deep.equal(['Anybody', 'Ana Reyes', '[Ben Kowalski]']);
      await maria.wants('Anybody');
      expect(maria.whom).to.deep.equal(['[Anybody]', 'Ana Reyes', 'Ben Kowalski']);
      expect(told).to.deep.equal([['t2'], []]);
    });

    it('is chosen with the arrow keys', async () => {
      const calendar = await open({ therapistIds: ['t1'] });
      calendar.shadowRoot!.querySelector<HTMLInputElement>('input:checked')!.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(calendar.therapistIds).to.deep.equal(['t2']);
    });
  });

  describe('the next free times', () => {
    const own = (therapistId: string, start: string) => ({ therapistId, slot: slotAt(start, therapistId) });
    const firstFree = {
      status: 'loaded',
      value: {
        first: slotAt('2026-11-24T09:00'),
        therapists: [own('t2', '2026-11-30T09:00'), own('t1', '2026-11-24T09:00')],
      },
    } as const;

    it('come first, and one tap takes one', async () => {
      const calendar = await open({ firstFree });
      const maria = patient(calendar);
      expect(maria.firsts).to.deep.equal([
        'Tomorrow 9:00 AM First free, with Ana Reyes',
        'Mon, Nov 30 9:00 AM Ben Kowalski, PT, DPT',
      ]);
      await maria.picksFirst('Tomorrow');
      expect(calendar.value).to.equal('s2~t1~2026-11-24T09:00');
      expect(maria.picked[0]).to.equal('Tomorrow 9:00 AM First free, with Ana Reyes');
      await expect(calendar).to.be.accessible();
    });

    it('turn the month to the one that is taken', async () => {
      const calendar = await open({ firstFree, months: { '2026-11': loaded([slotAt('2026-11-24T09:00')]) } });
      const maria = patient(calendar);
      await maria.picksFirst('Tomorrow');
      expect(maria.month).to.equal('November 2026');
      expect(maria.day).to.equal('Tuesday, November 24');
      expect(maria.tabStops).to.deep.equal(['2026-11-24']);
      expect(maria.picked).to.have.length(2); // There and in the month.
    });

    it('turn nothing where the page refuses it', async () => {
      const calendar = await open({ firstFree });
      calendar.addEventListener('myo-slot-select', (event) => event.preventDefault());
      await patient(calendar).picksFirst('Tomorrow');
      expect(patient(calendar).month).to.equal('December 2026');
    });

    it('leave out what is over, and what is too far ahead', async () => {
      const calendar = await open({ firstFree, today: '2026-11-25', notBefore: '2026-11-24' });
      expect(patient(calendar).firsts).to.deep.equal(['Monday 9:00 AM Ben Kowalski, PT, DPT']);
      calendar.lastDay = '2026-11-29';
      await calendar.updateComplete;
      expect(patient(calendar).firsts).to.deep.equal([]);
    });

    it('leave out what the checklist postpones', async () => {
      const calendar = await open({ firstFree, notBefore: '2026-11-26' });
      expect(patient(calendar).firsts).to.deep.equal(['Mon, Nov 30 9:00 AM Ben Kowalski, PT, DPT']);
      calendar.notBefore = '2026-12-01';
      await calendar.updateComplete;
      expect(patient(calendar).firsts).to.deep.equal([]);
    });

    it('are all there, however many therapists', async () => {
      const therapists = ['a', 'b', 'c', 'd'].map((id, index) => own(id, `2026-12-0${index + 1}T10:00`));
      const calendar = await open({ firstFree: { status: 'loaded', value: { ...firstFree.value, therapists } } });
      expect(patient(calendar).firsts).to.have.length(5);
    });

    it('are left out where there are none', async () => {
      const none = {
        status: 'loaded',
        value: { first: null, therapists: [{ therapistId: 't1', slot: null }] },
      } as const;
      expect(patient(await open({ firstFree: none })).firsts).to.deep.equal([]);
    });
  });
});
