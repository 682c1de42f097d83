import { expect, html } from '@open-wc/testing';
import { beginsTheDay, comesTo, endsTheDay, patient, ready } from '../../helpers/booking-page.ts';
import type { BookingEndpoint } from '../../../src/endpoint/endpoint.ts';

/** Every step of ours as the page's own child, with a heading of the page's. */
const headed = (endpoint: BookingEndpoint) => html`
  <myo-booking lang="en-US" .adapter=${endpoint}>
    <myo-service-picker slot="service">
      <h2 slot="heading">What hurts?</h2>
    </myo-service-picker>
    <myo-intake-checklist slot="checklist"><h2 slot="heading">A few questions</h2></myo-intake-checklist>
    <myo-therapist-calendar slot="calendar"><h2 slot="heading">Pick a time</h2></myo-therapist-calendar>
    <myo-patient-details slot="details"><h2 slot="heading">About you</h2></myo-patient-details>
    <myo-booking-summary slot="review"><h2 slot="heading">Your visit</h2></myo-booking-summary>
    <myo-booking-summary slot="confirmed"><h2 slot="heading">Thank you, from us</h2></myo-booking-summary>
  </myo-booking>
`;

describe('the slots of a booking', () => {
  beforeEach(beginsTheDay);
  afterEach(endsTheDay);

  it('take a heading of the page’s own for the first step', async () => {
    const { flow } = await ready(headed);
    expect(patient(flow).reads).to.include('What hurts?').and.not.include('What can we help with?');
    await expect(flow).to.be.accessible();
  });

  for (const [step, words, ours] of [
    ['checklist', 'A few questions', 'Is it safe to treat you now?'],
    ['calendar', 'Pick a time', 'When can you come?'],
    ['details', 'About you', 'Who is coming?'],
    ['review', 'Your visit', 'Is this right?'],
    ['confirmed', 'Thank you, from us', 'You are booked'],
  ] as const)
    it(`take a heading of the page’s own for ${step}, and it is read first`, async () => {
      const { flow } = await comesTo(step, headed);
      expect(patient(flow).reads).to.include(words).and.not.include(ours);
      expect(patient(flow).at).to.equal(words);
      expect(flow.store.state.step).to.equal(step);
    });

  it('take a step of the page’s own, of whatever it is made', async () => {
    const { flow } = await comesTo(
      'confirmed',
      (endpoint) => html`
        <myo-booking lang="en-US" .adapter=${endpoint}><div slot="confirmed"><h2>Thank you</h2></div></myo-booking>
      `,
    );
    expect(patient(flow).reads).to.include('Thank you').and.not.include('You are booked');
  });
});
