import { expect } from '@open-wc/testing';
import { EndpointError } from '../../../src/endpoint/endpoint.ts';
import { booking } from '../../helpers/booking-states.ts';
import {
  beginsTheDay,
  comesTo,
  endsTheDay,
  hold,
  hour,
  laterHour,
  patient,
  settled,
} from '../../helpers/booking-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const refused = (name: string, detail = '') =>
  new EndpointError('problem', {
    status: 409,
    problem: { type: `https://x.example/problems/${name}`, title: '', detail, errors: [], taken: [], alternatives: [] },
  });
const free = (...slots: (typeof hour)[]) => ({ timeZone: 'America/Denver', slots, next: null });

/** A booking whose calendar shows two free times. */
async function atTheCalendar() {
  const { flow, script } = await comesTo('calendar');
  await script.last('availability').answer(free(hour, laterHour));
  await waitUntil(() => flow.shadowRoot!.querySelector('myo-therapist-calendar')?.extras);
  await settled(flow);
  return { flow, script, maria: patient(flow) };
}

describe('<myo-booking>, when something goes wrong', () => {
  beforeEach(beginsTheDay);
  afterEach(endsTheDay);

  it('offers another time where one was just taken, says so aloud, and lets nobody take that one', async () => {
    const { flow, script, maria } = await atTheCalendar();
    const failed: unknown[] = [];
    flow.addEventListener('myo-booking-fail', ({ detail }) => failed.push(detail));
    await maria.presses('9:00 AM');
    await script.last('hold').fail(refused('slot-taken'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('That time has just been taken');
    expect(maria.canUse('10:15 AM')).to.equal(true);
    expect(maria.canUse('9:00 AM')).to.equal(false);
    expect(failed).to.deep.equal([{ reason: 'slot-taken' }]);
    await expect(flow).to.be.accessible();
    await maria.presses('10:15 AM');
    expect(maria.troubles).to.deep.equal([]);
  });

  it('tries the same again where the wire failed', async () => {
    const { flow, script, maria } = await atTheCalendar();
    await maria.presses('9:00 AM');
    await script.last('hold').fail(new EndpointError('timeout'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('This takes too long').and.include('(303) 555-0142');
    await maria.presses('Try again');
    expect(script.of('hold')).to.have.length(2);
    expect(script.of('hold')[1]!.options?.key).to.equal(script.of('hold')[0]!.options?.key);
    await script.last('hold').answer(hold());
    await settled(flow);
    expect(maria.troubles).to.deep.equal([]);
    expect(maria.side).to.include('We keep this time for you');
  });

  it('goes on by itself once the time is kept, if the patient has asked to meanwhile', async () => {
    const { flow, script, maria } = await atTheCalendar();
    await maria.presses('9:00 AM');
    await maria.presses('Continue');
    expect(maria.heading).to.equal('When can you come?');
    expect(maria.canUse('Keeping your time …')).to.equal(false);
    await expect(flow).to.be.accessible();
    await script.last('hold').answer(hold());
    await settled(flow);
    expect(maria.heading).to.equal('Who is coming?');
    expect(maria.at).to.equal('Who is coming?');
  });

  it("says the endpoint's own words where it has any, as text", async () => {
    const { flow, script, maria } = await atTheCalendar();
    await maria.presses('9:00 AM');
    await script.last('hold').fail(refused('too-many-holds', 'You keep <b>two</b> times already.'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('You keep <b>two</b> times already.');
  });

  it('books the same once more after a failure, never two', async () => {
    const { flow, script } = await comesTo('review');
    const maria = patient(flow);
    await maria.agrees();
    await maria.presses('Confirm booking');
    await maria.presses('Booking …');
    expect(script.of('book')).to.have.length(1);
    await script.last('book').fail(new EndpointError('offline'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('Nothing you entered is lost');
    expect(maria.heading).to.equal('Is this right?');
    await expect(flow).to.be.accessible();
    await maria.presses('Try again');
    const [first, second] = script.of('book');
    expect(second!.options?.key).to.equal(first!.options?.key);
    expect(second!.input).to.deep.equal(first!.input);
    await second!.answer(booking);
    await settled(flow);
    expect(maria.heading).to.match(/^You are booked/);
  });

  it('asks for another time where the kept one is gone, and keeps everything else', async () => {
    const { flow, script } = await comesTo('review');
    const maria = patient(flow);
    await maria.agrees();
    await maria.presses('Confirm booking');
    await script.last('book').fail(refused('hold-expired'));
    await script.last('availability').answer(free(laterHour));
    await settled(flow);
    expect(maria.heading).to.equal('When can you come?');
    expect(maria.troubles.join()).to.include('That time has just been taken');
    await maria.presses('10:15 AM');
    await script.last('hold').answer({ ...hold(), token: 'hold-2', slots: [laterHour] });
    await maria.presses('Continue');
    expect(maria.field('Full name').value).to.equal('Maria Santos');
  });

  it('goes back to what the endpoint finds wrong', async () => {
    const { flow, script } = await comesTo('review');
    const maria = patient(flow);
    await maria.agrees();
    await maria.presses('Confirm booking');
    const problem = { ...refused('invalid', 'Please check the phone number.').details.problem! };
    await script
      .last('book')
      .fail(
        new EndpointError('problem', { problem: { ...problem, errors: [{ pointer: '/patient/phone', detail: '' }] } }),
      );
    await settled(flow);
    expect(maria.heading).to.equal('Who is coming?');
    expect(maria.troubles.join()).to.include('Please check the phone number.');
  });
});

describe('<myo-booking>, the time that is kept', () => {
  beforeEach(beginsTheDay);
  afterEach(endsTheDay);

  /** The calendar once a time is kept for so many seconds. */
  async function keptFor(seconds: number, extensions = 10) {
    const { flow, script, maria } = await atTheCalendar();
    await maria.presses('9:00 AM');
    await script.last('hold').answer(hold(seconds, extensions));
    await settled(flow);
    return { flow, script, maria };
  }

  const waits: [number, RegExp][] = [
    [600, /We keep this time for you for another 10 min\./],
    [119, /another 2 min\./],
    [61, /another 2 min\./],
    [59, /another 1 min\./],
    [0, /The time is still yours, unless somebody else takes it first\./],
  ];
  for (const [seconds, says] of waits)
    it(`is said in whole minutes: ${seconds} seconds`, async () => {
      const { flow, maria } = await keptFor(seconds);
      expect(maria.side).to.match(says);
      await expect(flow).to.be.accessible();
    });

  it('is counted down, and said aloud once, shortly before the end', async () => {
    const { flow, maria } = await keptFor(120.2);
    expect(maria.side).to.include('another 3 min');
    expect(maria.hears).to.equal('');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settled(flow);
    expect(maria.side).to.include('another 2 min');
    expect(maria.hears).to.include('We keep this time for you for another 2 min.');
  });

  it('loses no word that was typed when it runs out', async () => {
    const { flow, script, maria } = await keptFor(0.4);
    await maria.presses('Continue');
    await maria.types('Full name', 'Maria');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await settled(flow);
    expect(maria.side).to.include('The time is still yours');
    expect(maria.field('Full name').value).to.equal('Maria');
    expect(script.of('release')).to.have.length(0);
  });

  it('can be kept longer, as often as the clinic allows', async () => {
    const { flow, script, maria } = await keptFor(60, 1);
    await maria.presses('Need longer?');
    expect(script.last('extend').input).to.deep.equal(['hold-1']);
    await script.last('extend').answer(hold(600, 0));
    await settled(flow);
    expect(maria.side).to.include('another 10 min').and.not.include('Need longer?');
  });

  it('is not lost when it cannot be kept longer', async () => {
    const { flow, script, maria } = await keptFor(300);
    await maria.presses('Need longer?');
    await script.last('extend').fail(new EndpointError('offline'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('You are offline');
    expect(maria.side).to.include('another 5 min');
  });

  it('is said to be lost where somebody else has it by then', async () => {
    const { flow, script, maria } = await keptFor(300);
    await maria.presses('Need longer?');
    await script.last('extend').fail(refused('hold-expired'));
    await settled(flow);
    expect(maria.troubles.join()).to.include('That time has just been taken');
    expect(maria.side).not.to.include('keep this time').and.not.to.include('still yours');
    expect(flow.store.state).to.include({ held: undefined, step: 'calendar' });
  });

  it('is said at the review too, and can be kept longer there', async () => {
    const { flow, script } = await comesTo('review');
    const head = () => flow.shadowRoot!.querySelector('[part=head]')!;
    expect(head().textContent).to.include('We keep this time for you for another');
    head().querySelector('button')!.click();
    expect(script.of('extend')).to.have.length(1);
    await expect(flow).to.be.accessible();
  });

  it('has a name of its own for each booking on a page', async () => {
    const [first, second] = [await atTheCalendar(), await atTheCalendar()];
    expect(first.flow.tokenKey).not.to.equal(second.flow.tokenKey);
  });

  it('is given back once the patient wants another treatment', async () => {
    const { script, maria } = await keptFor(600);
    await maria.presses('Back');
    await maria.presses('Back');
    await maria.picks('Scar and post-surgery massage');
    expect(script.last('release').input).to.deep.equal(['hold-1']);
    expect(Object.values({ ...sessionStorage })).to.deep.equal([]);
  });
});
