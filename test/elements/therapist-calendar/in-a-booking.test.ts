import { expect } from '@open-wc/testing';
import type { TherapistCalendar } from '../../../src/elements/therapist-calendar/therapist-calendar.ts';
import { choice, option, resource, rule } from '../../domain/checklist/questionnaires.ts';
import { beginsTheDay, comesTo, endsTheDay, hold, hour, laterHour, open, settled } from '../../helpers/booking-page.ts';
import { patient } from '../../helpers/calendar-page.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

type Comes = Awaited<ReturnType<typeof comesTo>>;
const timeZone = 'America/Denver';

/** The calendar of a booking that has come to it, with all that comes in a file of its own. */
async function calendarOf({ flow }: Comes) {
  const calendar = flow.shadowRoot!.querySelector<TherapistCalendar>('myo-therapist-calendar')!;
  await waitUntil(() => calendar.extras);
  await settled(flow);
  return { calendar, maria: patient(calendar) };
}

/** A booking of one of the clinic's treatments whose month has not answered yet. */
async function comesFor(serviceId: string, theCatalog = catalog, answer = 'No') {
  const page = await open();
  const questions = resource([
    choice('doctor', [option('No'), option('Yes', rule({ outcome: 'clearance', patientText: 'Ask first.' }))], {
      required: true,
    }),
  ]);
  await page.script.last('catalog').answer(theCatalog);
  await page.script.last('checklist').answer(questions);
  const { store } = page.flow;
  store.send({ type: 'service-selected', serviceId, addOnIds: [], locationId: '' });
  store.send({ type: 'answered', answers: { doctor: [{ system: 'urn:test', code: answer }] } });
  store.send({ type: 'step-selected', step: 'calendar' });
  await settled(page.flow);
  return page;
}

describe('<myo-therapist-calendar>, in a booking', () => {
  before(beginsTheDay);
  after(endsTheDay);
  afterEach(() => sessionStorage.clear());

  it('is asked past every cache when the tab comes back, with its times in sight', async () => {
    const page = await comesTo('calendar');
    const { maria } = await calendarOf(page);
    const times = [hour, laterHour];
    await page.script.last('availability').answer({ timeZone, slots: times, next: null });
    await settled(page.flow);
    const before = page.script.of('availability').length;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(page.flow);
    expect(page.script.of('availability').length).to.be.greaterThan(before);
    expect(page.script.last('availability').options?.fresh).to.equal(true);
    expect(maria.times).to.have.length(2);
    for (const call of page.script.of('availability').slice(before))
      await call.answer({ timeZone, slots: times.slice(1), next: null });
    await settled(page.flow);
    expect(maria.canUse('9:00 AM')).to.equal(false);
    expect(maria.hears.replace(/\s/g, ' ')).to.include('No longer free: 9:00 AM');
  });

  it('shows the kept time again after a reload, though its month lists it no more', async () => {
    sessionStorage.setItem('myo-booking ', 'hold-1');
    const page = await open();
    await page.script.last('catalog').answer(catalog);
    await page.script.last('checklist').answer(resource([choice('fever', [option('No')])]));
    await page.script.last('held').answer(hold());
    page.flow.store.send({ type: 'step-selected', step: 'calendar' });
    await settled(page.flow);
    const { maria } = await calendarOf(page);
    await page.script.last('availability').answer({ timeZone, slots: [laterHour], next: null });
    await settled(page.flow);
    expect(maria.month).to.equal('December 2026');
    expect(maria.day).to.equal('Tuesday, December 1');
    expect(maria.picked[0]).to.match(/^9:00 AM/);
    expect(maria.times).to.have.length(2);
  });

  it('asks the endpoint for the place that is wished for, and names it', async () => {
    const page = await comesFor('s2');
    const { calendar, maria } = await calendarOf(page);
    await page.script.last('availability').answer({ timeZone, slots: [slotAt('2026-11-24T09:00')], next: null });
    await settled(page.flow);
    calendar.shadowRoot!.querySelector('details')!.open = true;
    await maria.presses('Cedar Ridge North');
    expect(page.script.last('availability').input[0]).to.include({ location: 'l2' });
    expect(page.script.last('firstFree').input[0]).to.include({ location: 'l2' });
    const north = slotAt('2026-11-25T10:00');
    await page.script
      .of('availability')
      .at(-1)!
      .answer({
        timeZone,
        slots: [{ ...north, appointments: [{ ...north.appointments[0], locationId: 'l2' }] }],
        next: null,
      });
    await settled(page.flow);
    expect(maria.times.map((time) => time.slice(0, 5))).to.deep.equal(['10:00']);
    expect(maria.hears).not.to.include('No longer free');
    await maria.presses('Cedar Ridge North');
    expect(page.script.last('availability').input[0]).to.include({ location: undefined });
  });

  it('says that a doctor needs time, where no answer postpones anything', async () => {
    const page = await comesFor('s2', catalog, 'Yes');
    const { maria } = await calendarOf(page);
    expect(maria.reads).to.include(
      'You can come from Thursday, November 26 on. Until then your doctor has time to answer.',
    );
    expect(maria.says('Wednesday, November 25')).to.include('too early. Until then your doctor');
    expect(maria.reads).not.to.include('checklist');
  });

  it('says what is done in each part of a visit, and with whom', async () => {
    const visit = {
      ...catalog.services[1]!,
      id: 'v',
      parts: [{ serviceId: 's2' }, { serviceId: 's10' }],
      locationIds: ['l1'],
    };
    const page = await comesFor('v', { ...catalog, services: [...catalog.services, visit] });
    const { maria } = await calendarOf(page);
    const [massage, check] = [slotAt('2026-11-24T09:00'), slotAt('2026-11-24T10:15', 't2', 's10', 30)];
    await page.script.last('availability').answer({
      timeZone,
      slots: [{ ...massage, appointments: [...massage.appointments, ...check.appointments] }],
      next: null,
    });
    await settled(page.flow);
    expect(maria.times.map((time) => time.replace(/\s/g, ' '))).to.deep.equal([
      '9:00 – 10:45 AM, Medical massage with Ana Reyes, then First assessment with Ben Kowalski',
    ]);
  });

  it('goes by the zone that the month names, and says it once', async () => {
    const page = await comesFor('s2');
    const { maria } = await calendarOf(page);
    await page.script
      .last('availability')
      .answer({ timeZone: 'America/Phoenix', slots: [slotAt('2026-11-24T09:00')], next: null });
    await settled(page.flow);
    expect(maria.reads.match(/as at the clinic/g)).to.have.length(1);
    expect(maria.reads).to.include('Mountain Standard Time, as at the clinic.');
  });
});
