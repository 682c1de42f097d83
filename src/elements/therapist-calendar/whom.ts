import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** Anybody, or one therapist. */
export function whom(calendar: TherapistCalendar) {
  const { therapists, therapistIds, text, wish } = calendar;
  if (therapists.length < 2) return nothing;
  const choice = (id: string, label: string) => {
    const picked = id ? therapistIds.includes(id) : therapistIds.length === 0;
    return html`
      <label part="chip ${picked ? 'selected' : ''}">
        <input class="unseen" type="radio" name="therapist" .checked=${live(picked)} @change=${() => wish(id ? [id] : [])} />
        ${label}
      </label>
    `;
  };
  return html`
    <fieldset class="close">
      <legend part="label">${text.calendar.whom}</legend>
      <div class="row">${choice('', text.calendar.anybody)} ${therapists.map(({ id, name }) => choice(id, name))}</div>
    </fieldset>
  `;
}
