import { html } from 'lit';
import { chipRadio } from '../shared/chip-radio.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** Anybody, or one therapist. */
export function whom(calendar: TherapistCalendar) {
  const { therapists, therapistIds, text, wish, extras } = calendar;
  if (!therapists[1]) return extras?.only(html, calendar);
  const choice = (label: unknown, ids: readonly string[]) =>
    chipRadio({ name: 'therapist', label, picked: ids.join() === therapistIds.join(), pick: () => wish(ids) });
  return html`
    <fieldset class="close" part="whom">
      <legend part="label">${text.calendar.whom}</legend>
      <div class="row">
        ${
          extras?.people(html, calendar, choice) ?? [
            choice(text.calendar.anybody, []),
            therapists.map(({ id, name }) => choice(name, [id])),
          ]
        }
      </div>
    </fieldset>
  `;
}
