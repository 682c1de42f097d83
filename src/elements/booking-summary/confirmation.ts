import { html, nothing, svg } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { BookingSummary } from './booking-summary.ts';
import { namesOf, timeOf } from './chosen.ts';

const tick = svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`;

/** What the patient walks away with: told once, large, and fit to print. */
export function confirmation(summary: BookingSummary, booking: Booking) {
  const { text, details } = summary;
  const words = text.summary;
  return html`
    <div class="stack">
      <svg part="tick" viewBox="0 0 24 24" aria-hidden="true">${tick}</svg>
      <div class="close">
        <h2 part="heading" tabindex="-1">${headingOf(summary, booking)}</h2>
        ${booking.status === 'pending' ? html`<p>${words.pendingText}</p>` : nothing}
        ${booking.status === 'proposed' ? html`<p>${words.proposedText}</p>` : nothing}
        <p part="hint">${words.reference}</p>
        <p part="reference">
          <span aria-hidden="true">${booking.reference}</span>
          <span class="unseen">${[...booking.reference].join(' ')}</span>
        </p>
        ${details.email.trim() ? nothing : html`<p part="hint">${words.writeDown}</p>`}
      </div>
      ${facts(summary, booking)} ${notes(summary, booking)}
      <div class="row"><button part="button" @click=${() => window.print()}>${text.shared.print}</button></div>
    </div>
  `;
}

function headingOf({ text: { summary: words }, format }: BookingSummary, { status, appointments }: Booking) {
  const day = appointments[0] ? format.day(appointments[0].start) : '';
  if (status === 'pending') return words.pending(day);
  return status === 'proposed' ? words.proposed(day) : words.booked(day);
}

/** When, what and with whom, appointment by appointment, and where. */
function facts(summary: BookingSummary, { appointments }: Booking) {
  const { text, format, clinic, services, chosen } = summary;
  const location = clinic?.locations.find(({ id }) => id === appointments[0]?.locationId) ?? clinic?.locations[0];
  return html`
    <dl part="facts">
      ${appointments.map((appointment) => {
        const service = services.find(({ id }) => id === appointment.serviceId);
        const names = namesOf([appointment], chosen.therapists ?? [], summary);
        return html`
          <div part="row">
            <dt part="term">${timeOf([appointment], summary)}</dt>
            <dd part="fact">${[service?.name, names && text.shared.with(names)].filter(Boolean).join(' ')}</dd>
          </div>
        `;
      })}
      ${
        location
          ? html`<div part="row">
            <dt part="term">${text.summary.where}</dt>
            <dd part="fact">${[location.name, location.address].filter(Boolean).join(', ')}</dd>
          </div>`
          : nothing
      }
    </dl>
    ${clinic ? html`<p part="hint">${text.summary.zone(format.zone(clinic.timeZone))}</p>` : nothing}
  `;
}

/** What happens next, in the clinic's words, and how the therapist will adapt. */
function notes({ text, format, screening }: BookingSummary, { next, clearance }: Booking) {
  const adapted = screening?.reasons.filter(({ outcome }) => outcome === 'adapt').map(({ patientText }) => patientText);
  const lines = [...new Set([...next, ...(adapted ?? [])])].filter(Boolean);
  const deadline = clearance && `${format.day(clearance.deadline)}, ${format.time(clearance.deadline)}`;
  return html`
    ${deadline ? html`<p part="note">${text.summary.clearance(deadline)}</p>` : nothing}
    ${
      lines.length > 0
        ? html`<div part="note calm">
          <b>${text.summary.goodToKnow}</b>
          ${lines.map((line) => html`<p>${line}</p>`)}
        </div>`
        : nothing
    }
  `;
}
