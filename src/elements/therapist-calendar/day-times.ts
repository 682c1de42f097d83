import { html, nothing } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { partOfDay, partsOfDay } from '../../domain/availability.ts';
import { isDay } from '../../domain/day.ts';
import { RetryEvent } from '../../events.ts';
import { troubleNote } from '../shared/trouble.ts';
import { whyNot } from './month-grid.ts';
import { slotButton } from './slot-button.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** The free times of the shown day, by part of the day; where there are none, why, and the way on. */
export function dayTimes(calendar: TherapistCalendar) {
  const { remote, days, shownDay, times, text, format, phone } = calendar;
  const { trouble } = remote;
  if (trouble) return troubleNote({ trouble, text, phone, retry: () => calendar.dispatchEvent(new RetryEvent()) });
  if (!remote.value) return html`<p part="hint loading">${text.calendar.loading}</p>`;
  if (!times[0] && days.size === 0) return calendar.extras?.onward(html, calendar) ?? empty(calendar);
  return html`
    <section part="times" aria-labelledby="day">
      <h3 id="day" part="subheading">${format.day(shownDay)}</h3>
      ${times[0] ? nothing : html`<p part="hint">${format.capital(whyNot(calendar, shownDay))}</p>`}
      ${partsOfDay.map((part) => {
        const chips = times.flatMap((slot, index) => (partOfDay(slot) === part ? chip(calendar, slot, index) : []));
        return chips.length
          ? html`
              <div class="close" role="group" aria-labelledby=${part}>
                <small part="period" id=${part}>${text.calendar.parts[part]}</small>
                <div class="row">${chips}</div>
              </div>
            `
          : nothing;
      })}
      ${zone(calendar, times[0])}
    </section>
  `;
}

/** Who it is with is seen where times are alike, or one is picked, and heard always. */
function chip(calendar: TherapistCalendar, slot: Slot, index: number) {
  const { value, text, format, times, extras } = calendar;
  const { id, start, appointments } = slot;
  const named = id === value || [index - 1, index + 1].some((other) => times[other]?.start === start);
  const names = appointments.flatMap(({ therapistId }) => calendar.therapist(therapistId)?.name ?? []);
  const plain = html`
    ${format.time(start)} <small part="who" class=${named ? '' : 'unseen'}>${text.summary.then(names)}</small>
  `;
  return slotButton(calendar, slot, 'chip time', extras?.more(html, calendar, slot, plain) ?? plain);
}

/** The zone in words, and the patient's own clock where it says something else. */
function zone(calendar: TherapistCalendar, slot: Slot | undefined) {
  const { format, text, extras, remote } = calendar;
  const timeZone = remote.value?.timeZone ?? calendar.timeZone;
  return timeZone && slot
    ? html`<small part="zone">${text.summary.zone(format.zone(timeZone))} ${extras?.yourClock(calendar, slot)}</small>`
    : nothing;
}

function empty({ remote, text, format, page, goTo, canBook }: TherapistCalendar) {
  const { next } = remote.value!;
  return html`
    <section part="times">
      <slot name="empty"><p>${text.calendar.empty(format.month(page))}</p></slot>
      ${
        next && isDay(next) && next > page.at(-1)! && canBook(next)
          ? html`<button part="button" @click=${() => goTo(next)}>${text.calendar.nextFree(format.day(next))}</button>`
          : html`<p part="hint">${text.calendar.nothing}</p>`
      }
    </section>
  `;
}
