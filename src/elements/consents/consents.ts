/**
 * What the patient has agreed to, on the confirmation: each text in its version, who has signed it, and when; with a way to
 * take it back that is as easy as the way to give it. It comes in a file of its own, and writes with the `html` that is
 * handed in, so that no second Lit comes onto the page.
 */
import type { html } from 'lit';
import type { Booking, ConsentKept } from '../../contract/booking.ts';
import { withdrawConsents } from '../../endpoint/withdraw-consents.ts';
import type { BookingSummary } from '../booking-summary/booking-summary.ts';
import { endpointAround } from '../shared/booking-around.ts';
import { wordsFor } from './words.ts';

/** What has become of the consents of a booking since it was confirmed, and what is said of the last try. */
interface Kept {
  readonly consents: readonly ConsentKept[];
  readonly said: string;
}
const kept = new WeakMap<Booking, Kept>();

export function keptConsents(write: typeof html, summary: BookingSummary, booking: Booking) {
  const words = wordsFor(summary.text.tag);
  const { consents, said } = kept.get(booking) ?? { consents: booking.consents ?? [], said: '' };
  return write`
    <section class="close" part="agreed" aria-label=${words.heading}>
      <h3 part="subheading">${words.heading}</h3>
      <p part="hint">${words.anyTime}</p>
      ${consents.map((consent) => one(write, summary, booking, consent))}
      <p part="hint" role="status">${said}</p>
    </section>
  `;
}

function one(write: typeof html, summary: BookingSummary, booking: Booking, consent: ConsentKept) {
  const words = wordsFor(summary.text.tag);
  const { id, text = id, version, signedName = '', agreedAt = '', withdrawnAt } = consent;
  const day = (instant: string) => instant && summary.format.fullDate(instant);
  const open = !withdrawnAt && booking.manageToken && endpointAround(summary);
  return write`
    <p>
      ${text} <br />
      <small part="hint">${words.signed(version, signedName, day(agreedAt))} ${withdrawnAt ? words.withdrawn(day(withdrawnAt)) : ''}</small>
    </p>
    ${
      open
        ? write`<button part="link" class="start" aria-label=${words.withdrawThis(text)} @click=${() => withdraw(summary, booking, id)}>${words.withdraw}</button>`
        : ''
    }
  `;
}

/** Takes one consent back; where that fails nothing is changed, and the clinic can be called. */
async function withdraw(summary: BookingSummary, booking: Booking, id: string) {
  const words = wordsFor(summary.text.tag);
  const { consents = booking.consents ?? [] } = kept.get(booking) ?? {};
  const asked = { url: endpointAround(summary), language: summary.text.tag, manageToken: booking.manageToken ?? '' };
  const now = await withdrawConsents({ ...asked, consentIds: [id] }).catch(() => undefined);
  kept.set(booking, { consents: now ?? consents, said: now ? words.done : words.failed });
  summary.requestUpdate();
}
