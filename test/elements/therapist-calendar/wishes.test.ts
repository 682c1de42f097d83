import { aTimeout, expect } from '@open-wc/testing';
import type { TherapistCalendar } from '../../../src/elements/therapist-calendar/therapist-calendar.ts';
import { furnished, loaded, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';

/** What a patient sees and does where the calendar's own file is there. */
async function open(properties: Partial<TherapistCalendar> = {}) {
  const calendar = await furnished(properties);
  const root = calendar.shadowRoot!;
  const chips = () => [...root.querySelectorAll<HTMLElement>('[part~=wishes] [part~=chip]')];
  const named = (name: string) => chips().find((chip) => chip.textContent.trim() === name)!;
  root.querySelector('details')!.open = true;
  return {
    calendar,
    maria: patient(calendar),
    offered: () => chips().map((chip) => chip.textContent.trim()),
    wished: () =>
      chips()
        .filter((chip) => chip.ariaPressed === 'true')
        .map((chip) => chip.textContent.trim()),
    can: (name: string) => named(name).ariaDisabled !== 'true',
    wishes: async (name: string) => {
      named(name).click();
      await calendar.updateComplete;
      await aTimeout(0);
      await calendar.updateComplete;
    },
  };
}

describe('<myo-therapist-calendar>, what patients wish for', () => {
  it('offers what makes a difference', async () => {
    const { calendar, offered } = await open();
    expect(offered().join()).to.equal(
      'Morning,Afternoon,Evening,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Spanish,Polish,A woman,A man',
    );
    await expect(calendar).to.be.accessible();
  });

  it('lays a part of the day and weekdays over the month, and says what is left', async () => {
    const { calendar, maria, wishes, wished } = await open();
    await maria.picksDay('Thursday, December 24');
    await wishes('Afternoon');
    expect(maria.says('Tuesday, December 1')).to.equal('Tuesday, December 1, nothing free');
    expect(maria.day).to.equal('Thursday, December 3');
    expect(maria.times).to.deep.equal(['1:30 PM Ben Kowalski']);
    expect(maria.hears).to.equal('December 2026: 1 day with free times');
    await wishes('Evening');
    expect(maria.times).to.have.length(2);
    await wishes('Fri');
    expect(maria.reads).to.include('There are free times in December 2026, but none fits.');
    expect(maria.hears).not.to.include('No longer free');
    await expect(calendar).to.be.accessible();
    await maria.presses('Show all times');
    expect(wished()).to.deep.equal([]);
    expect(maria.times).to.deep.equal(['9:00 AM Ana Reyes']);
  });

  it('asks for those who are as wished, by their ids', async () => {
    const { calendar, maria, wishes, can } = await open();
    const told: unknown[] = [];
    calendar.addEventListener('myo-therapist-select', ({ detail }) => told.push(detail.therapistIds));
    await wishes('Spanish');
    expect(told).to.deep.equal([['t1']]);
    expect(maria.whom).to.deep.equal(['[Ana Reyes]']);
    expect(can('A man')).to.equal(false);
    await wishes('A man');
    expect(told).to.have.length(1);
    await wishes('Spanish');
    expect(told).to.deep.equal([['t1'], []]);
    expect(maria.whom).to.deep.equal(['[Anybody]', 'Ana Reyes', 'Ben Kowalski']);
  });

  it('asks anew for those who are as wished where others treat', async () => {
    const { calendar, maria, wishes, wished } = await open();
    await wishes('Spanish');
    const told: unknown[] = [];
    calendar.addEventListener('myo-therapist-select', ({ detail }) => told.push(detail.therapistIds));
    const [ana, ben] = [calendar.therapist('t1')!, calendar.therapist('t2')!];
    calendar.therapistIds = [];
    calendar.therapists = [{ ...ana, id: 't3', name: 'Eva Ruiz' }, ben];
    await calendar.updateComplete;
    await aTimeout(0);
    expect(wished()).to.deep.equal(['Spanish']);
    expect(told).to.deep.equal([['t3']]);
    expect(maria.says('Thursday, December 3')).to.include('nothing free');
  });

  it('tells the places apart where there are several', async () => {
    const north = slotAt('2026-12-10T09:00');
    const elsewhere = { ...north, appointments: [{ ...north.appointments[0]!, locationId: 'l2' }] };
    const { maria, wishes } = await open({ months: { '2026-12': loaded([slotAt('2026-12-03T09:00'), elsewhere]) } });
    await wishes('l2');
    expect(maria.day).to.equal('Thursday, December 10');
    expect(maria.says('Thursday, December 3')).to.include('nothing free');
  });

  it('lists the next free times that are as wished', async () => {
    const first = slotAt('2026-11-24T09:00');
    const { maria, wishes } = await open({
      firstFree: { status: 'loaded', value: { first, therapists: [{ therapistId: 't1', slot: first }] } },
    });
    expect(maria.firsts).to.deep.equal(['Tomorrow 9:00 AM First free, with Ana Reyes']);
    await wishes('Evening');
    expect(maria.firsts).to.deep.equal(['Thu, Dec 3 5:15 PM First free, with Ana Reyes']);
  });

  it('keeps the patient’s own time in sight', async () => {
    const { calendar, maria, wishes } = await open();
    await maria.picksDay('Thursday, December 3');
    await maria.picksTime('9:00 AM');
    await wishes('Evening');
    expect(maria.picked).to.have.length(1);
    expect(calendar.value).to.equal('s2~t1~2026-12-03T09:00');
  });
});
