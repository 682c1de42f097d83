import { expect, html } from '@open-wc/testing';
import { EndpointError, type BookingEndpoint } from '../../../src/endpoint/endpoint.ts';
import {
  beginsTheDay,
  checklist,
  comesTo,
  endsTheDay,
  open,
  patient,
  ready,
  settled,
} from '../../helpers/booking-page.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';

const withFallback = (endpoint: BookingEndpoint) =>
  html`<myo-booking lang="en-US" .adapter=${endpoint}><p id="fallback">Call us: 303 555 0142</p></myo-booking>`;
const isShown = (selector: string) => document.querySelector(selector)?.checkVisibility() === true;

describe('<myo-booking>', () => {
  beforeEach(beginsTheDay);
  afterEach(endsTheDay);

  describe('its beginning', () => {
    it("shows the page's own words until the clinic's data is there", async () => {
      const { flow, script } = await open(withFallback);
      expect(isShown('#fallback')).to.equal(true);
      await expect(flow).to.be.accessible();
      await script.last('catalog').answer(catalog);
      await settled(flow);
      expect(isShown('#fallback')).to.equal(false);
      expect(patient(flow).heading).to.equal('What can we help with?');
      await expect(flow).to.be.accessible();
    });

    it('says that it is loading where the page says nothing', async () => {
      const { flow } = await open();
      expect(flow.shadowRoot!.textContent).to.include('One moment …');
      await expect(flow).to.be.accessible();
    });

    it("keeps the page's own words when the clinic's data does not come, and offers another try", async () => {
      const { flow, script } = await open(withFallback);
      const failed: unknown[] = [];
      flow.addEventListener('myo-booking-fail', ({ detail }) => failed.push(detail));
      await script.last('catalog').fail(new EndpointError('offline'));
      await settled(flow);
      expect(isShown('#fallback')).to.equal(true);
      expect(patient(flow).troubles.join()).to.include('You are offline');
      expect(failed).to.deep.equal([{ reason: 'offline' }]);
      await expect(flow).to.be.accessible();
      await patient(flow).presses('Try again');
      expect(patient(flow).troubles).to.deep.equal([]);
      await script.last('catalog').answer(catalog);
      await settled(flow);
      expect(isShown('#fallback')).to.equal(false);
    });

    const wrong: [string, RegExp][] = [
      ['', /address of the booking endpoint is missing/],
      ['ftp://clinic.example', /is not a web address/],
      ['https://', /is not a web address/],
    ];
    for (const [endpoint, says] of wrong)
      it(`tells whoever builds the page, once, of the address "${endpoint}"`, async () => {
        const real = console.error;
        const errors: unknown[] = [];
        console.error = (...words: unknown[]) => errors.push(words.join(' '));
        document.body.insertAdjacentHTML(
          'beforeend',
          `<myo-booking endpoint="${endpoint}"><p id="fallback">Call us</p></myo-booking>`,
        );
        const flow = document.body.lastElementChild as Awaited<ReturnType<typeof open>>['flow'];
        await settled(flow);
        console.error = real;
        expect(errors).to.have.length(1);
        expect(errors[0]).to.match(says);
        expect(isShown('#fallback')).to.equal(true);
        expect(patient(flow).troubles).to.deep.equal([]);
        flow.remove();
      });

    it('says so when the clinic has closed its online booking', async () => {
      const { flow, script } = await open(withFallback);
      const notice = { text: 'We are moving house.', closed: true };
      await script.last('catalog').answer({ ...catalog, clinic: { ...catalog.clinic, notice } });
      await settled(flow);
      expect(patient(flow).troubles.join()).to.include('We are moving house.').and.include('(303) 555-0142');
      expect(patient(flow).buttons).to.deep.equal([]);
      await expect(flow).to.be.accessible();
    });

    for (const [to, closed] of [
      ['2026-11-23T08:59:59-07:00', false],
      ['2026-11-23T09:00:01-07:00', true],
    ] as const)
      it(`is ${closed ? 'still closed' : 'open again'} at nine where a notice says until ${to}`, async () => {
        const { flow, script } = await open();
        const notice = { text: 'Closed until nine.', closed: true, to };
        await script.last('catalog').answer({ ...catalog, clinic: { ...catalog.clinic, notice } });
        await settled(flow);
        expect(patient(flow).troubles.join().includes('Closed until nine.')).to.equal(closed);
        expect(patient(flow).buttons.includes('Continue')).to.equal(!closed);
      });

    it('asks within every cache at first, and past them once a try has failed', async () => {
      const { flow, script } = await open();
      expect(script.last('catalog').options?.fresh).to.equal(false);
      await script.last('catalog').fail(new EndpointError('offline'));
      await settled(flow);
      await patient(flow).presses('Try again');
      expect(script.last('catalog').options?.fresh).to.equal(true);
    });

    it('says so when there is nothing to book', async () => {
      const { flow, script } = await open();
      await script.last('catalog').answer({ ...catalog, services: [] });
      await settled(flow);
      expect(patient(flow).troubles.join()).to.include('We take no bookings online at the moment');
      await expect(flow).to.be.accessible();
    });
  });

  describe('its way', () => {
    it('leads from the treatment to the confirmation, and says how far it is', async () => {
      const { flow, script } = await ready();
      const maria = patient(flow);
      const steps: string[] = [];
      flow.addEventListener('myo-step-change', ({ detail }) => steps.push(detail.step));
      expect(maria.progress).to.equal('Step 1 of 5');
      await maria.picks('Hot stone massage');
      await maria.presses('Continue');
      expect([maria.progress, maria.heading]).to.deep.equal(['Step 2 of 5', 'Is it safe to treat you now?']);
      await maria.picks('No');
      await maria.presses('Continue');
      expect([maria.progress, maria.heading]).to.deep.equal(['Step 3 of 5', 'When can you come?']);
      expect(steps).to.deep.equal(['checklist', 'calendar']);
      expect(script.last('availability').input[0]).to.include({ service: 's8', from: '2026-11-23', to: '2026-12-01' });
    });

    for (const step of ['checklist', 'calendar', 'details', 'review', 'confirmed'] as const)
      it(`is accessible at ${step}`, async () => {
        const { flow } = await comesTo(step);
        await expect(flow).to.be.accessible();
      });

    it('goes on nowhere while something is missing', async () => {
      const { flow } = await ready();
      await patient(flow).presses('Continue');
      expect(patient(flow).heading).to.equal('What can we help with?');
      expect(patient(flow).reads).to.include('Please pick a treatment');
      const later = await comesTo('details');
      await patient(later.flow).presses('Continue');
      expect(patient(later.flow).at).to.equal('');
      expect(patient(later.flow).heading).to.equal('Who is coming?');
    });

    it('starts each step at its heading', async () => {
      const { flow } = await comesTo('checklist');
      expect(patient(flow).at).to.equal('Is it safe to treat you now?');
      await patient(flow).presses('Back');
      expect(patient(flow).at).to.equal('What can we help with?');
    });

    it('keeps everything on the way back', async () => {
      const { flow } = await comesTo('review');
      const maria = patient(flow);
      for (const heading of [
        'Who is coming?',
        'When can you come?',
        'Is it safe to treat you now?',
        'What can we help with?',
      ]) {
        await maria.presses('Back');
        expect(maria.heading).to.equal(heading);
      }
      expect(maria.progress).to.equal('Step 1 of 5');
      for (let step = 0; step < 4; step++) await maria.presses('Continue');
      expect(maria.heading).to.equal('Is this right?');
      expect(maria.reads).to.include('Maria Santos');
    });

    it('always shows what was chosen so far', async () => {
      const { flow } = await comesTo('details');
      expect(patient(flow).side).to.match(
        /Hot stone massage.*Tuesday, December 1, 9:00 – 10:00 AM.*Ana Reyes.*Cedar Ridge.*\$120/,
      );
    });

    it('changes one thing from the review, and comes back', async () => {
      const { flow } = await comesTo('review');
      await patient(flow).presses('Change: Patient');
      expect(patient(flow).heading).to.equal('Who is coming?');
      await patient(flow).types('Full name', 'Maria S. Santos');
      await patient(flow).presses('Continue');
      expect(patient(flow).reads).to.include('Maria S. Santos');
    });

    it('asks for the time before the checklist where the page says so', async () => {
      const { flow } = await ready(
        (endpoint) => html`<myo-booking lang="en-US" time-first .adapter=${endpoint}></myo-booking>`,
      );
      await patient(flow).picks('Hot stone massage');
      await patient(flow).presses('Continue');
      expect(patient(flow).heading).to.equal('When can you come?');
    });

    it('ends where the checklist asks for a call', async () => {
      const { flow } = await comesTo('checklist');
      await patient(flow).picks('Yes');
      expect(patient(flow).reads).to.include('Please call us first').and.include('Get well.');
      expect(patient(flow).buttons).to.include('Back').and.not.include('Continue');
    });

    it('does not book without a checklist', async () => {
      const { flow, script } = await open();
      await script.last('catalog').answer(catalog);
      await script.last('checklist').answer({ ...checklist, item: [{ linkId: 'a', type: 'attachment' }] });
      await settled(flow);
      await patient(flow).picks('Hot stone massage');
      await patient(flow).presses('Continue');
      expect(patient(flow).reads).to.include('The checklist cannot be shown');
      expect(patient(flow).buttons).not.to.include('Continue').and.not.include('Try again');
      await expect(flow).to.be.accessible();
    });
  });

  describe('on a page', () => {
    it("shows the page's own content instead of a step", async () => {
      const { flow } = await ready(
        (endpoint) => html`
        <myo-booking lang="en-US" .adapter=${endpoint}><div slot="service"><h2>Our own list</h2></div></myo-booking>
      `,
      );
      expect(patient(flow).heading).to.equal('Our own list');
      await patient(flow).presses('Continue');
      expect(patient(flow).heading).to.equal('Our own list'); // Nothing was chosen.
      flow.querySelector('div')!.dispatchEvent(
        new CustomEvent('myo-service-select', {
          bubbles: true,
          composed: true,
          detail: { serviceId: 's8', addOnIds: [], locationId: '' },
        }),
      );
      await patient(flow).presses('Continue');
      expect(patient(flow).heading).to.equal('Is it safe to treat you now?');
    });

    it('feeds an element that the page has put there itself', async () => {
      const { flow } = await ready(
        (endpoint) => html`
        <myo-booking lang="en-US" .adapter=${endpoint}><myo-service-picker slot="service"></myo-service-picker></myo-booking>
      `,
      );
      await patient(flow).picks('Hot stone massage');
      await patient(flow).presses('Continue');
      expect(patient(flow).heading).to.equal('Is it safe to treat you now?');
    });

    it('keeps two bookings apart', async () => {
      const [one, other] = [await ready(), await ready()];
      await patient(one.flow).picks('Hot stone massage');
      await patient(one.flow).presses('Continue');
      expect(patient(one.flow).heading).to.equal('Is it safe to treat you now?');
      expect(patient(other.flow).heading).to.equal('What can we help with?');
      await patient(other.flow).presses('Continue');
      expect(patient(other.flow).heading).to.equal('What can we help with?');
    });

    it('asks nothing once it has left the page, and goes on where it was when it comes back', async () => {
      const { flow, script } = await comesTo('calendar');
      const asked = script.last('availability');
      const page = flow.parentElement!;
      flow.remove();
      expect(asked.options?.signal?.aborted).to.equal(true);
      const before = script.calls.length;
      flow.store.send({ type: 'retried' });
      expect(script.calls).to.have.length(before);
      page.append(flow);
      await settled(flow);
      expect(patient(flow).heading).to.equal('When can you come?');
      expect(script.last('availability')).not.to.equal(asked);
    });

    it('begins anew for another endpoint', async () => {
      const { flow } = await comesTo('checklist');
      const other = await open();
      flow.adapter = { ...other.script.endpoint };
      await settled(flow);
      await other.script.last('catalog').answer(catalog);
      await settled(flow);
      expect(patient(flow).heading).to.equal('What can we help with?');
    });

    it('tells the page of the booking by its id, and of nothing else', async () => {
      const told: [string, unknown][] = [];
      const tell = (event: Event) => told.push([event.type, (event as CustomEvent).detail]);
      document.addEventListener('myo-booking-confirm', tell);
      const { flow } = await comesTo('confirmed');
      document.removeEventListener('myo-booking-confirm', tell);
      expect(told).to.deep.equal([['myo-booking-confirm', { bookingId: 'b1', status: 'booked' }]]);
      expect(patient(flow).heading).to.equal('You are booked for Tuesday, December 1');
      expect(patient(flow).at).to.equal('You are booked for Tuesday, December 1');
      expect(patient(flow).buttons).to.deep.equal(['Print']);
      expect(patient(flow).progress).to.equal('');
    });

    it('keeps nothing of a patient in the browser', async () => {
      const { flow } = await comesTo('review');
      expect(Object.values({ ...sessionStorage })).to.deep.equal(['hold-1']);
      expect(Object.keys(localStorage)).to.deep.equal([]);
      expect(document.cookie).to.equal('');
      flow.remove();
      await comesTo('confirmed');
      expect(Object.values({ ...sessionStorage })).to.deep.equal([]);
    });
  });
});
