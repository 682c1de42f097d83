import { html, nothing } from 'lit';
import { previousStep, stepsOf } from '../../booking/steps.ts';
import { chosen, chosenFrom } from '../booking-summary/chosen.ts';
import { phoneLink } from '../shared/trouble.ts';
import type { BookingFlow } from './booking.ts';
import type { HoldClock } from './hold-clock.ts';

/** How far the patient has come: a bar for the eye, words for the ear; at the review, how long the time is kept. */
export function head(flow: BookingFlow, clock: HoldClock) {
  const {
    store: { state },
    text,
  } = flow;
  const order = stepsOf(state).filter((id) => id !== 'confirmed');
  const index = order.findIndex((id) => id === state.step);
  if (index < 0) return nothing;
  return html`
    <div part="head">
      <ol part="progress" aria-hidden="true">
        ${order.map((_, at) => html`<li part="mark ${at <= index ? 'done' : ''}"></li>`)}
      </ol>
      <small part="position">${text.booking.stepOf(index + 1, order.length)}</small>
      ${state.step === 'review' ? kept(flow, clock) : nothing}
    </div>
  `;
}

/** What was chosen so far, always in sight, and how long the time is kept. */
export function side(flow: BookingFlow, clock: HoldClock) {
  const { state } = flow.store;
  if (!state.serviceId || !['checklist', 'calendar', 'details'].includes(state.step)) return nothing;
  return html`
    <aside part="side" aria-label=${flow.text.booking.yourVisit}>
      <h3 part="subheading">${flow.text.booking.yourVisit}</h3>
      ${chosen(chosenFrom(state), flow)} ${kept(flow, clock)}
    </aside>
  `;
}

function kept({ text, format, extendHold, store }: BookingFlow, { minutes }: HoldClock) {
  if (minutes === undefined) return nothing;
  const words = minutes > 0 ? text.booking.keptFor(format.minutes(minutes)) : text.booking.keptNoMore;
  const longer = (store.state.held?.extensions ?? 0) > 0;
  return html`
    <p part="hint kept">
      ${words} ${longer ? html`<button part="link" @click=${extendHold}>${text.booking.needLonger}</button>` : nothing}
    </p>
  `;
}

/** Back, the clinic's number, and the one strong button. */
export function foot(flow: BookingFlow) {
  const {
    store: { state },
    text,
    goBack,
    goOn,
  } = flow;
  if (state.step === 'confirmed') return nothing;
  const phone = state.catalog.value?.clinic.phone;
  const stopped = state.step === 'checklist' && (state.screening.outcome === 'call' || !state.checklist.value);
  return html`
    <div part="foot">
      ${previousStep(state) ? html`<button part="link back" @click=${goBack}>${text.shared.back}</button>` : nothing}
      ${phone ? html`<small>${text.shared.ratherTalk} ${phoneLink(phone)}</small>` : nothing}
      ${
        stopped || state.step === 'review'
          ? nothing
          : html`<button part="button primary" @click=${goOn} aria-disabled=${!!state.wanted}>
            ${state.wanted ? text.booking.keeping : text.shared.continue}
          </button>`
      }
    </div>
  `;
}
