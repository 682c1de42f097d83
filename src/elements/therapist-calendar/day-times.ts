import { html, nothing } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { partOfDay, partsOfDay } from '../../domain/availability.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** The free times of the shown day, by part of the day; where the month has none, the way to the next that has. */
export function dayTimes(calendar: TherapistCalendar) {
  const { days, shownDay, text, format } = calendar;
  if (days.size === 0) return empty(calendar);
  const slots = days.get(shownDay) ?? [];
  return html`
    <section class="times" aria-labelledby="day">
      <h3 id="day" part="subheading">${format.day(shownDay)}</h3>
      ${slots.length === 0 ? html`<p part="hint">${text.calendar.full}</p>` : nothing}
      ${partsOfDay.map((part) =>
        chips(
          calendar,
          text.calendar.parts[part],
          slots.filter((slot) => partOfDay(slot) === part),
        ),
      )}
      ${zone(calendar, slots[0])}
    </section>
  `;
}

function chips(calendar: TherapistCalendar, label: string, slots: readonly Slot[]) {
  if (slots.length === 0) return nothing;
  const id = `part-${partOfDay(slots[0]!)}`;
  return html`
    <div class="close" role="group" aria-labelledby=${id}>
      <small id=${id}>${label}</small>
      <div class="row">${slots.map((slot) => chip(calendar, slot))}</div>
    </div>
  `;
}

function chip(calendar: TherapistCalendar, slot: Slot) {
  const { value, text, format, therapistIds } = calendar;
  const names = text.summary.then(slot.appointments.flatMap(({ therapistId }) => calendar.nameOf(therapistId) || []));
  const picked = slot.id === value;
  const visit = slot.appointments.length > 1;
  const last = slot.appointments.at(-1);
  const time = visit && last ? format.timeRange(slot.start, last.end) : format.time(slot.start);
  return html`
    <button
      part="chip time ${picked ? 'selected' : ''}"
      aria-pressed=${picked}
      aria-label="${time} ${names}"
      @click=${() => calendar.pick(slot)}
    >
      ${time} ${visit || (picked && therapistIds.length !== 1) ? html`<span class="who">${names}</span>` : nothing}
    </button>
  `;
}

/** The zone in words, and the patient's own clock where it says something else. */
function zone({ timeZone, format, text }: TherapistCalendar, slot: Slot | undefined) {
  if (!timeZone || !slot) return nothing;
  const here = format.elsewhere(slot.start);
  return html`
    <small>
      ${text.summary.zone(format.zone(timeZone))}
      ${here ? text.calendar.yourClock(format.time(slot.start), here.time, here.day === dayOf(slot.start) ? '' : format.day(here.day)) : nothing}
    </small>
  `;
}

function empty({ loaded, text, format, month, goTo, lastDay }: TherapistCalendar) {
  const next = loaded?.next;
  const reachable = next && monthOf(next) > month && (!lastDay || next <= lastDay);
  return html`
    <section class="times">
      <p>${text.calendar.empty(format.month(month))}</p>
      ${
        reachable
          ? html`<button part="button" class="start" @click=${() => goTo(next)}>
            ${text.calendar.nextFree(format.day(next))}
          </button>`
          : html`<p part="hint">${text.calendar.nothing}</p>`
      }
    </section>
  `;
}
