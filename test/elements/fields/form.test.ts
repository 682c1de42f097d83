import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { Slot } from '../../../src/contract/availability.ts';
import '../../../src/define.ts';
import type { CalendarField, ServiceField } from '../../../src/elements/fields/form-fields.ts';
import { patient } from '../../helpers/calendar-page.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';
import { patient as patientAtServices } from '../../helpers/service-page.ts';

const nine = slotAt('2026-12-03T09:00');
const late = slotAt('2027-01-08T17:15', 't2');
const slots = [late, nine, slotAt('2026-12-01T09:00'), slotAt('2027-03-01T09:00')];

/** A clinic's own form, with a treatment and a time in it. */
async function open(wishes: { readonly slots?: readonly Slot[]; readonly required?: boolean } = {}) {
  const form = await fixture<HTMLFormElement>(html`
    <form lang="en-US">
      <fieldset>
        <myo-service-picker name="treatment" ?required=${wishes.required}></myo-service-picker>
        <myo-therapist-calendar
          name="time"
          min="2026-12-02"
          max="2027-02-21"
          ?required=${wishes.required}
        ></myo-therapist-calendar>
      </fieldset>
    </form>
  `);
  const picker = form.querySelector('myo-service-picker')!;
  const calendar = form.querySelector('myo-therapist-calendar')!;
  for (const element of [picker, calendar]) element.style.setProperty('--myo-motion-duration', '0s');
  Object.assign(picker, { services: catalog.services, locations: catalog.clinic.locations, today: '2026-11-23' });
  Object.assign(calendar, {
    slots: wishes.slots ?? slots,
    therapists: catalog.therapists,
    timeZone: 'America/Denver',
    today: '2026-11-23',
  });
  await settled(form);
  return { form, picker, calendar, maria: patient(calendar), sent: () => [...new FormData(form)] };
}

async function settled(form: HTMLFormElement) {
  await aTimeout(0);
  for (const element of form.querySelectorAll<ServiceField | CalendarField>('[name]')) await element.updateComplete;
}

/** Time 9:00 on Thursday, December 3. */
async function picksNine({ maria, form }: Awaited<ReturnType<typeof open>>) {
  await maria.picksDay('Thursday, December 3');
  await maria.picksTime('9:00 AM');
  await settled(form);
}

describe('a page’s own form', () => {
  it('is sent with the treatment and the time, by their names', async () => {
    const page = await open();
    expect(page.sent()).to.deep.equal([]);
    await picksNine(page);
    page.picker.value = 's2';
    page.picker.addOnIds = ['a1', 'gone'];
    page.picker.location = 'l2';
    await settled(page.form);
    expect(page.sent()).to.deep.equal([
      ['treatment', 's2'],
      ['treatment-add-on', 'a1'],
      ['treatment-location', 'l2'],
      ['time', nine.id],
    ]);
    expect(page.calendar.form).to.equal(page.form);
    await expect(page.form).to.be.accessible();
  });

  it('hears of a pick as it does of any field, and of none that the page refuses', async () => {
    const page = await open();
    const heard: string[] = [];
    for (const type of ['input', 'change'])
      page.form.addEventListener(type, ({ target }) => heard.push(`${type} of ${(target as CalendarField).name}`));
    await picksNine(page);
    expect(heard).to.deep.equal(['input of time', 'change of time']);
    page.calendar.addEventListener('myo-slot-select', (event) => event.preventDefault());
    await page.maria.presses('January 2027');
    await page.maria.picksTime('5:15 PM');
    expect(heard).to.have.length(2);
    expect(page.sent()).to.deep.equal([['time', nine.id]]);
  });

  it('is not sent while something that it needs is missing, and goes to the first', async () => {
    const page = await open({ required: true });
    expect(page.form.checkValidity()).to.equal(false);
    expect(page.calendar.validity.valueMissing).to.equal(true);
    expect(page.calendar.validationMessage).to.equal('Please pick a time first.');
    expect(page.form.reportValidity()).to.equal(false);
    await settled(page.form);
    await settled(page.form);
    expect(document.activeElement).to.equal(page.picker);
    expect(patientAtServices(page.picker).reads).to.include('Please pick a treatment');
    page.picker.value = 's2';
    await settled(page.form);
    page.form.reportValidity();
    await settled(page.form);
    await settled(page.form);
    expect(document.activeElement).to.equal(page.calendar);
    expect(page.maria.reads).to.include('Please pick a time first.');
    await picksNine(page);
    expect(page.form.reportValidity()).to.equal(true);
    expect(page.calendar.validity.valid).to.equal(true);
  });

  it('is not sent with a time that is no longer free, nor with one that never was', async () => {
    const page = await open();
    await picksNine(page);
    page.calendar.slots = slots.filter((slot) => slot !== nine);
    await settled(page.form);
    expect(page.sent()).to.deep.equal([]);
    expect(page.calendar.validity.badInput).to.equal(true);
    expect(page.maria.hears.replace(/\s/g, ' ')).to.equal('No longer free: 9:00 AM');
    page.calendar.value = 'made up';
    await settled(page.form);
    expect(page.form.checkValidity()).to.equal(false);
    page.calendar.value = '';
    page.calendar.setCustomValidity('Only by telephone.');
    expect(page.calendar.validationMessage).to.equal('Only by telephone.');
    expect(page.form.checkValidity()).to.equal(false);
    page.calendar.setCustomValidity('');
    expect(page.form.checkValidity()).to.equal(true);
  });

  it('takes back what was picked', async () => {
    const page = await open();
    page.calendar.setAttribute('value', late.id);
    await settled(page.form);
    expect(page.maria.month).to.equal('January 2027');
    await page.maria.presses('December 2026');
    await picksNine(page);
    expect(page.sent()).to.deep.equal([['time', nine.id]]);
    page.form.reset();
    await settled(page.form);
    expect(page.sent()).to.deep.equal([['time', late.id]]);
  });

  it('knows again what was picked when the browser brings it back', async () => {
    const page = await open();
    const restore = (element: unknown, kept: object) =>
      (element as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(JSON.stringify(kept));
    restore(page.calendar, { value: late.id, entries: { '': [late.id] } });
    restore(page.picker, { value: 's1', entries: { '': ['s1'], '-add-on': ['a1'], '-location': ['l1'] } });
    await settled(page.form);
    expect(page.sent()).to.deep.equal([
      ['treatment', 's1'],
      ['treatment-add-on', 'a1'],
      ['treatment-location', 'l1'],
      ['time', late.id],
    ]);
  });

  it('switches them off with their fieldset, and on again', async () => {
    const page = await open();
    await picksNine(page);
    const fieldset = page.form.querySelector('fieldset')!;
    fieldset.disabled = true;
    await settled(page.form);
    expect(page.sent()).to.deep.equal([]);
    await page.maria.presses('January 2027');
    expect(page.maria.month).to.equal('December 2026');
    expect(page.calendar.willValidate).to.equal(false);
    await expect(page.form).to.be.accessible({ ignoredRules: ['color-contrast'] }); // What is off may be faint.
    fieldset.disabled = false;
    await settled(page.form);
    await page.maria.presses('January 2027');
    expect(page.maria.month).to.equal('January 2027');
    expect(page.sent()).to.deep.equal([['time', nine.id]]);
  });
});

describe('<myo-therapist-calendar> with all of its times at once', () => {
  it('opens where the first one is that may be picked', async () => {
    const { maria } = await open();
    expect(maria.month).to.equal('December 2026');
    expect(maria.day).to.equal('Thursday, December 3');
    expect(maria.says('Tuesday, December 1')).to.equal('Tuesday, December 1, nothing free');
    expect(maria.reads).to.include('You can come from Wednesday, December 2 on.');
  });

  it('leads on from a month that has none', async () => {
    const { maria } = await open();
    await maria.presses('January 2027');
    await maria.presses('February 2027');
    expect(maria.reads).to.include('There are no free times in February 2027.');
    expect(maria.reads).not.to.include('Next free:');
    expect(maria.canUse('March 2027')).to.equal(false);
  });

  const odd: [string, readonly Slot[]][] = [
    ['no times at all', []],
    ['only times that are over', [slotAt('2026-11-01T09:00')]],
    ['only days that no calendar has', [{ ...nine, start: '2026-12-32T09:00:00-07:00' }]],
  ];
  for (const [what, slots] of odd)
    it(`bears ${what}`, async () => {
      const { maria } = await open({ slots });
      expect(maria.reads).to.include('There are no free times in December 2026.');
    });

  it('bears limits that no calendar has', async () => {
    const { form, calendar, maria } = await open();
    Object.assign(calendar, { min: '2026-02-31', max: 'soon' });
    await settled(form);
    expect(maria.says('Tuesday, December 1')).to.include('1 time free');
    expect(maria.canUse('January 2027')).to.equal(true);
  });
});
