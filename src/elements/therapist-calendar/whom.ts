import { html, nothing } from 'lit';
import { chipRadio } from '../shared/chip-radio.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** Anybody, or one therapist. */
export function whom({ therapists, therapistIds, text, wish }: TherapistCalendar) {
  if (therapists.length < 2) return nothing;
  const choice = (label: string, ids: readonly string[]) =>
    chipRadio({ name: 'therapist', label, picked: ids.join() === therapistIds.join(), pick: () => wish(ids) });
  return html`
    <fieldset class="close">
      <legend part="label">${text.calendar.whom}</legend>
      <div class="row">${choice(text.calendar.anybody, [])} ${therapists.map(({ id, name }) => choice(name, [id]))}</div>
    </fieldset>
  `;
}
