import { html } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** A free time, taken with one tap. */
export function slotButton(calendar: TherapistCalendar, slot: Slot, part: string, content: unknown) {
  const picked = slot.id === calendar.value;
  const gone = calendar.gone.has(slot.id);
  return html`
    <button
      part="${part} ${picked ? 'selected' : ''} ${gone ? 'gone' : ''}"
      aria-pressed=${picked}
      aria-disabled=${gone}
      @click=${() => gone || calendar.pick(slot)}
    >
      ${content}
    </button>
  `;
}
