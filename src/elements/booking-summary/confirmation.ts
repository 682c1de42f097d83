import { html, nothing } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { Location } from '../../contract/catalog.ts';
import { late } from '../shared/late.ts';
import { phoneLink } from '../shared/trouble.ts';
import type { BookingSummary } from './booking-summary.ts';
import { namesOf, row, timeOf, whereOf } from './chosen.ts';

const tick = html`
  <slot name="tick"><svg part="tick" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5" /></svg></slot>
`;

/** What the patient walks away with: told once, large, and fit to print. */
export function confirmation(summary: BookingSummary, booking: Booking) {
  const { text, format, details } = summary;
  const words = text.summary;
  const deadline = booking.status === 'pending' ? booking.clearance?.deadline : undefined;
  const unsure = words.unsure[booking.status];
  return html`
    <div class="stack">
      ${booking.status === 'booked' ? tick : nothing}
      <div class="close">
        <slot name="heading"><h2 part="heading">${headingOf(summary, booking)}</h2></slot>
        ${unsure ? html`<p>${unsure}</p>` : nothing}
        <p part="hint">${words.reference}</p>
        <p part="reference">
          <span aria-hidden="true">${booking.reference}</span>
          <span class="unseen">${[...booking.reference].join(' ')}</span>
        </p>
        ${details.email.trim() ? nothing : html`<p part="hint">${words.writeDown}</p>`}
      </div>
      ${facts(summary, booking)} ${notes(summary, deadline && words.clearance(`${format.day(deadline)}, ${format.time(deadline)}`), booking.next)}
      ${booking.consents?.[0] && late(summary, 'consents')?.keptConsents(html, summary, booking)}
      <div class="row"><button part="button print" @click=${() => window.print()}>${text.shared.print}</button></div>
      ${deadline && late(summary, 'doctor-page')?.doctorPage(summary, booking)}
    </div>
  `;
}

/** A status that we do not know promises nothing. */
function headingOf({ text: { summary: words }, format }: BookingSummary, { status, appointments }: Booking) {
  const say = words.headings[status] ?? words.headings.proposed;
  return say(appointments[0] ? format.day(appointments[0].start) : '');
}

/** When, what and with whom, appointment by appointment, and where. */
function facts(summary: BookingSummary, { appointments }: Booking) {
  const { text, clinic, services, chosen } = summary;
  const location = clinic?.locations.find(({ id }) => id === appointments[0]?.locationId) ?? clinic?.locations[0];
  const phone = location?.phone ?? clinic?.phone;
  return html`
    <dl part="facts">
      ${appointments.map((appointment) => {
        const service = services.find(({ id }) => id === appointment.serviceId);
        const names = namesOf([appointment], chosen.therapists ?? [], summary);
        return row(
          timeOf([appointment], summary),
          [service?.name, names && text.shared.with(names)].filter(Boolean).join(' ') || nothing,
        );
      })}
      ${row(text.summary.where, whereOf(appointments, location, summary), phone && html`<br />${phoneLink(phone)}`)}
    </dl>
    ${zoneOf(summary, location)}
  `;
}

/** Whose clock the times are on. */
export function zoneOf({ text, format, clinic }: BookingSummary, location: Location | undefined) {
  const timeZone = location?.timeZone ?? clinic?.timeZone;
  return timeZone ? html`<p part="hint zone">${text.summary.zone(format.zone(timeZone))}</p>` : nothing;
}

/** What stands in the way, then what happens next in the clinic's words, and how the therapist will adapt. */
export function notes(
  { text, screening }: BookingSummary,
  caution: string | false | undefined,
  next: readonly string[] = [],
) {
  const adapted = screening?.reasons.map(({ outcome, patientText }) => outcome === 'adapt' && patientText) ?? [];
  const lines = [...new Set([...next, ...adapted])].filter(Boolean);
  return html`
    ${caution ? html`<p part="note">${caution}</p>` : nothing}
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
