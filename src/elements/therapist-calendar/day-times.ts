import { html, nothing } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { partOfDay, partsOfDay } from '../../domain/availability.ts';
import { dayOf, isDay, monthOf } from '../../domain/day.ts';
import { RetryEvent } from '../../events.ts';
import { troubleNote } from '../shared/trouble.ts';
import { slotButton } from './slot-button.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** The free times of the shown day, by part of the day; where there are none, why, and the way on. */
export function dayTimes(calendar: TherapistCalendar) {
  const { remote, days, shownDay, times, text, format, phone } = calendar;
  const { trouble } = remote;
  if (trouble) return troubleNote({ trouble, text, phone, retry: () => calendar.dispatchEvent(new RetryEvent()) });
  if (!remote.value) return html`<p part="hint">${text.calendar.loading}</p>`;
  if (!times[0] && days.size === 0) return empty(calendar);
  return html`
    <section class="times" aria-labelledby="day">
      <h3 id="day" part="subheading">${format.day(shownDay)}</h3>
      ${times[0] ? nothing : html`<p part="hint">${text.calendar.full}</p>`}
      ${partsOfDay.map((part) => {
        const chips = times.filter((slot) => partOfDay(slot) === part).map((slot) => chip(calendar, slot));
        return chips.length
          ? html`
              <div class="close" role="group" aria-labelledby=${part}>
                <small id=${part}>${text.calendar.parts[part]}</small>
                <div class="row">${chips}</div>
              </div>
            `
          : nothing;
      })}
      ${zone(calendar, times[0])}
    </section>
  `;
}

function chip(calendar: TherapistCalendar, slot: Slot) {
  const { value, text, format } = calendar;
  const { start, appointments } = slot;
  const visit = appointments.length > 1;
  const names = appointments.flatMap(({ therapistId }) => calendar.therapist(therapistId)?.name ?? []);
  const content = html`
    ${visit ? format.timeRange(start, appointments.at(-1)!.end) : format.time(start)}
    <small class=${visit || slot.id === value ? '' : 'unseen'}>${text.summary.then(names)}</small>
  `;
  return slotButton(calendar, slot, 'chip time', content);
}

/** The zone in words, and the patient's own clock where it says something else. */
function zone({ timeZone, format, text }: TherapistCalendar, slot: Slot | undefined) {
  if (!timeZone || !slot) return nothing;
  const { start } = slot;
  const here = format.elsewhere(start);
  return html`
    <small>
      ${text.summary.zone(format.zone(timeZone))}
      ${here && text.calendar.yourClock(format.time(start), here.time, here.day === dayOf(start) ? '' : format.day(here.day))}
    </small>
  `;
}

function empty({ remote, text, format, month, goTo, lastDay }: TherapistCalendar) {
  const { next } = remote.value!;
  const reachable = next && isDay(next) && monthOf(next) > month && (!lastDay || next <= lastDay);
  return html`
    <section class="times">
      <p>${text.calendar.empty(format.month(month))}</p>
      ${
        reachable
          ? html`<button part="button" @click=${() => goTo(next)}>${text.calendar.nextFree(format.day(next))}</button>`
          : html`<p part="hint">${text.calendar.nothing}</p>`
      }
    </section>
  `;
}
