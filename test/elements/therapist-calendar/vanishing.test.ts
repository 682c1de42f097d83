import { expect } from '@open-wc/testing';
import type { FirstFree, Slot } from '../../../src/contract/availability.ts';
import { december, furnished as open, loaded, patient } from '../../helpers/calendar-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';

const [, nine, halfPastOne] = december;

/** A calendar at Thursday, December 3, after the endpoint has answered again with these times. */
async function answeredAgain(slots: readonly Slot[], goes = true) {
  const calendar = await open();
  const maria = patient(calendar);
  if (goes) await maria.picksDay('Thursday, December 3');
  calendar.months = { '2026-12': loaded(slots) };
  await calendar.updateComplete;
  await maria.types('Shift');
  return { calendar, maria };
}

describe('<myo-therapist-calendar>, times that are no longer free', () => {
  const without = december.filter((slot) => slot !== nine);

  it('keep their place, struck out, so that no other slips under the finger', async () => {
    const { calendar, maria } = await answeredAgain(without);
    expect(maria.times).to.deep.equal(['9:00 AM Ana Reyes', '1:30 PM Ben Kowalski', '5:15 PM Ana Reyes']);
    expect(maria.canUse('9:00 AM')).to.equal(false);
    expect(maria.canUse('1:30 PM')).to.equal(true);
    const gone = calendar.shadowRoot!.querySelector('[part~=time]')!;
    expect(getComputedStyle(gone).textDecorationLine).to.equal('line-through');
    expect(maria.says('Thursday, December 3')).to.include('2 times free, first 1:30');
    await expect(calendar).to.be.accessible();
  });

  it('cannot be taken', async () => {
    const { calendar, maria } = await answeredAgain(without);
    await maria.picksTime('9:00 AM');
    expect(calendar.value).to.equal('');
  });

  it('are said aloud, once', async () => {
    const { calendar, maria } = await answeredAgain(december.filter((slot) => slot !== nine && slot !== halfPastOne));
    expect(maria.hears.replace(/\s/g, ' ')).to.equal('No longer free: 9:00 AM and 1:30 PM');
    calendar.announcer.say('');
    calendar.months = { '2026-12': loaded(december.filter((slot) => slot !== nine && slot !== halfPastOne)) };
    await maria.types('Shift');
    expect(maria.hears).to.equal('');
  });

  it('are free again when the endpoint says so', async () => {
    const { calendar, maria } = await answeredAgain(without);
    calendar.months = { '2026-12': loaded(december) };
    await calendar.updateComplete;
    expect(maria.canUse('9:00 AM')).to.equal(true);
    expect(maria.times).to.have.length(3);
  });

  it('are forgotten once the patient moves on', async () => {
    const { maria } = await answeredAgain(without);
    await maria.picksDay('Thursday, December 24');
    await maria.picksDay('Thursday, December 3');
    expect(maria.times).to.deep.equal(['1:30 PM Ben Kowalski', '5:15 PM Ana Reyes']);
  });

  it('do not take the day away with them, nor the month', async () => {
    const { maria } = await answeredAgain([], false);
    expect(maria.day).to.equal('Tuesday, December 1');
    expect(maria.times).to.deep.equal(['9:00 AM Ana Reyes']);
    expect(maria.canUse('9:00 AM')).to.equal(false);
  });

  it('are not shown of somebody else than is asked for', async () => {
    const { calendar, maria } = await answeredAgain(december);
    calendar.months = {};
    await calendar.updateComplete;
    calendar.months = { '2026-12': loaded([halfPastOne!, slotAt('2026-12-24T09:00', 't2')]) };
    await calendar.updateComplete;
    expect(maria.times).to.deep.equal(['1:30 PM Ben Kowalski']);
  });
});

describe('<myo-therapist-calendar>, next free times that are no longer free', () => {
  const first = slotAt('2026-11-24T09:00');
  const own = (therapistId: string, start: string) => ({ therapistId, slot: slotAt(start, therapistId) });
  const firstFree = (value: FirstFree) => ({ firstFree: { status: 'loaded', value } }) as const;
  const before = { first, therapists: [own('t1', '2026-11-24T09:00'), own('t2', '2026-11-30T09:00')] };
  const after = {
    first: slotAt('2026-11-25T10:00'),
    therapists: [own('t1', '2026-11-25T10:00'), own('t2', '2026-11-30T09:00')],
  };

  it('keep their place, struck out, and are said aloud once', async () => {
    const calendar = await open(firstFree(before));
    const maria = patient(calendar);
    Object.assign(calendar, firstFree(after));
    await calendar.updateComplete;
    expect(maria.firsts).to.deep.equal([
      'Tomorrow 9:00 AM Ana Reyes, LMT',
      'Mon, Nov 30 9:00 AM Ben Kowalski, PT, DPT',
      'Wednesday 10:00 AM First free, with Ana Reyes',
    ]);
    expect(maria.hears.replace(/\s/g, ' ')).to.equal('No longer free: tomorrow 9:00 AM');
    await maria.picksFirst('Tomorrow');
    expect(calendar.value).to.equal('');
    calendar.say('');
    Object.assign(calendar, firstFree({ ...after }));
    await calendar.updateComplete;
    expect(maria.hears).to.equal('');
    await expect(calendar).to.be.accessible();
  });

  it('are forgotten once the patient turns the page', async () => {
    const calendar = await open(firstFree(before));
    const maria = patient(calendar);
    Object.assign(calendar, firstFree(after));
    await calendar.updateComplete;
    await maria.presses('January 2027');
    expect(maria.firsts[0]).to.equal('Wednesday 10:00 AM First free, with Ana Reyes');
  });

  it('are not struck out where only an earlier one has become free', async () => {
    const calendar = await open(firstFree(after));
    Object.assign(calendar, firstFree(before));
    await calendar.updateComplete;
    expect(patient(calendar).firsts).to.have.length(2);
    expect(patient(calendar).hears).not.to.include('No longer free');
  });

  it('are the patient’s own where they keep one, though the endpoint lists it no more', async () => {
    const calendar = await open(firstFree(before));
    const maria = patient(calendar);
    await maria.picksFirst('Tomorrow');
    Object.assign(calendar, firstFree(after));
    await calendar.updateComplete;
    expect(maria.firsts[0]).to.equal('Tomorrow 9:00 AM First free, with Ana Reyes');
    expect(maria.canUse('Tomorrow')).to.equal(true);
    expect(maria.hears).not.to.include('No longer free');
  });
});

describe('<myo-therapist-calendar>, very many times on one day', () => {
  it('looks at each a few times, whatever vanishes', async () => {
    let reads = 0;
    const many = Array.from({ length: 2_000 }, (_, index) => {
      const slot = { ...slotAt('2026-12-03T09:00'), id: String(index).padStart(5, '0') };
      return Object.defineProperty({ ...slot }, 'id', { get: () => (reads++, slot.id), enumerable: true });
    });
    const calendar = await open({ months: { '2026-12': loaded(many) } });
    reads = 0;
    calendar.months = { '2026-12': loaded(many.slice(1_000)) };
    await calendar.updateComplete;
    expect(patient(calendar).times).to.have.length(2_000);
    expect(reads).to.be.at.most(2_000 * 40);
  });
});
