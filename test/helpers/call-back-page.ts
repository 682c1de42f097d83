import { fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking/booking.ts';
import type { IntakeChecklist } from '../../src/elements/intake-checklist/intake-checklist.ts';
import '../../src/define.ts';
import { answer, questionnaire } from './booking-states.ts';
import { catalog } from './fixture-clinic.ts';
import { waitUntil } from './wait-until.ts';

interface Clinic {
  /** What its endpoint does besides booking. */
  readonly supports?: readonly string[];
  readonly lang?: string;
  readonly endpoint?: string;
  /** Whether the patient has opened the form already. */
  readonly opens?: boolean;
}

/** The checklist of a booking, at answers that want a call first. */
export async function whoShouldCall({
  supports = ['callbacks'],
  lang = 'en-US',
  endpoint = 'https://booking.invalid/clinics/cedar',
  opens = false,
}: Clinic = {}) {
  const flow = await fixture<BookingFlow>(html`<myo-booking lang=${lang} endpoint=${endpoint}></myo-booking>`);
  const { store } = flow;
  const given = { ...catalog, supports: [...supports] };
  store.send({ type: 'catalog-loaded', catalog: given, today: '2026-11-23', now: Date.parse('2026-11-23T19:00:00Z') });
  store.send({ type: 'checklist-loaded', questionnaire });
  store.send({ type: 'service-selected', serviceId: 's2', addOnIds: [], locationId: '' });
  store.send({ type: 'step-selected', step: 'checklist' });
  store.send({ type: 'answered', answers: answer('stop') });
  const found = () => flow.shadowRoot!.querySelector<IntakeChecklist>('myo-intake-checklist');
  await waitUntil(() => found()?.shadowRoot?.querySelector('#outcome'));
  const list = found()!;
  const root = list.shadowRoot!;
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  if (opens) {
    await waitUntil(() => button('Ask us to call you'));
    button('Ask us to call you')!.click();
    await waitUntil(() => root.querySelector('[part~=call-back]'));
  }
  return { flow, list, root, button };
}
