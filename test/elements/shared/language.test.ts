import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { beginsTheDay, endsTheDay, patient, settled } from '../../helpers/booking-page.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';
import { ScriptedEndpoint } from '../../helpers/scripted-endpoint.ts';
import { waitUntil } from '../../helpers/wait-until.ts';
import type { BookingFlow } from '../../../src/elements/booking/booking.ts';

/** A component of the page's own, whose markup has a language; the booking stands in it, or is slotted into it. */
async function open(slotted: boolean) {
  const host = await fixture(html`<div lang="en-US"></div>`);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<section lang="en-US">${slotted ? '<slot></slot>' : ''}</section>`;
  const script = new ScriptedEndpoint();
  const flow = Object.assign(document.createElement('myo-booking'), { adapter: script.endpoint }) as BookingFlow;
  (slotted ? host : root.querySelector('section')!).append(flow);
  await settled(flow);
  await script.last('catalog').answer(catalog);
  await settled(flow);
  return { flow, around: root.querySelector('section')! };
}

describe('the language of what stands around', () => {
  beforeEach(beginsTheDay);
  afterEach(endsTheDay);

  for (const slotted of [false, true])
    it(`is followed in a shadow root of the page’s own, ${slotted ? 'through a slot' : 'inside of it'}`, async () => {
      const { flow, around } = await open(slotted);
      expect(patient(flow).heading).to.equal('What can we help with?');
      around.lang = 'es';
      await waitUntil(() => patient(flow).heading === '¿En qué podemos ayudarle?');
      expect(patient(flow).progress).to.match(/^Paso 1 de/);
      around.lang = 'en-US';
      await waitUntil(() => patient(flow).heading === 'What can we help with?');
    });

  it('is heard of no more once the element is away', async () => {
    const { flow, around } = await open(false);
    flow.remove();
    around.lang = 'es';
    await settled(flow);
    expect(flow.text.tag).to.equal('en');
  });
});

describe('words on a page that is read from right to left', () => {
  it('keep their own order, and stand on the page’s side', async () => {
    const page = await fixture(html`<div dir="rtl"><myo-service-picker lang="en"></myo-service-picker></div>`);
    const heading = page.querySelector('myo-service-picker')!.shadowRoot!.querySelector('h2')!;
    const words = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode()!;
    const where = (at: number) => {
      const letter = document.createRange();
      letter.setStart(words, at);
      letter.setEnd(words, at + 1);
      return letter.getBoundingClientRect();
    };
    const end = words.textContent!.indexOf('?');
    expect(where(end).left, 'the question mark ends the question').to.be.greaterThan(where(end - 1).left);
    expect(where(end).right).to.be.closeTo(heading.getBoundingClientRect().right, 2);
  });
});
