import { html, nothing } from 'lit';
import { dayAfterKey, freeness, weeksOf } from '../../domain/availability.ts';
import { addMonths, monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** A month of days, each showing how much is free: the date grid of the WAI-ARIA Authoring Practices. */
export function monthGrid(calendar: TherapistCalendar) {
  const { month, format, today, lastDay } = calendar;
  if (!month) return nothing;
  const first = format.firstWeekday;
  const weekdays = Array.from({ length: 7 }, (_, index) => ((first + index - 1) % 7) + 1);
  const turn = (step: -1 | 1, open: boolean) => {
    const other = addMonths(month, step);
    return html`
      <button part="turn" aria-label=${format.month(other)} aria-disabled=${!open} @click=${() => open && calendar.turn(other)}>
        <svg class=${step > 0 ? 'next' : 'previous'} viewBox="0 0 24 24" aria-hidden="true"><path d="M9 5l7 7-7 7" /></svg>
      </button>
    `;
  };
  return html`
    <div class="close">
      <div class="bar">
        ${turn(-1, month > monthOf(today))}
        <b id="month">${format.month(month)}</b>
        ${turn(1, !lastDay || month < monthOf(lastDay))}
      </div>
      <table part="month" role="grid" aria-labelledby="month" @keydown=${(event: KeyboardEvent) => follow(event, calendar)}>
        <thead>
          <tr>
            ${weekdays.map((day) => html`<th part="weekday" scope="col" abbr=${format.weekday(day)}>${format.weekday(day, 'short')}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(month, first).map((week) => html`<tr>${week.map((day) => (day ? cell(calendar, day) : html`<td></td>`))}</tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

function cell(calendar: TherapistCalendar, day: string) {
  const { days, today, shownDay, text, format } = calendar;
  const slots = days.get(day) ?? [];
  const selected = day === shownDay && slots.length > 0;
  const level = freeness(slots.length);
  const says = slots[0]
    ? text.calendar.dayFree(format.day(day), slots.length, format.time(slots[0].start))
    : text.calendar.dayNotFree(format.day(day), whyNot(calendar, day));
  return html`
    <td>
      <button
        part="day free${level} ${selected ? 'selected' : ''} ${day === today ? 'today' : ''}"
        data-day=${day}
        tabindex=${day === focusDay(calendar) ? '0' : '-1'}
        aria-label=${says}
        aria-pressed=${selected}
        aria-current=${day === today ? 'date' : nothing}
        aria-disabled=${slots.length === 0}
        @click=${() => calendar.turn(calendar.month, day)}
      >
        <span class="number">${format.dayNumber(day)}</span>
        <span class="name">${format.day(day)}</span>
        <i part="free"></i>
      </button>
    </td>
  `;
}

/** Exactly one day can be reached by Tab: the shown one, else the first of the month that is not over. */
function focusDay({ shownDay, month, today }: TherapistCalendar): string {
  if (monthOf(shownDay) === month) return shownDay;
  return monthOf(today) === month ? today : `${month}-01`;
}

function whyNot({ today, notBefore, lastDay, text, loaded }: TherapistCalendar, day: string): string {
  if (day < today) return text.calendar.past;
  if (day < notBefore) return text.calendar.tooEarly;
  if (lastDay && day > lastDay) return text.calendar.tooLate;
  return loaded ? text.calendar.full : text.calendar.loading;
}

function follow(event: KeyboardEvent, calendar: TherapistCalendar) {
  const { day } = (event.target as HTMLElement).dataset;
  if (!day) return;
  const rtl = getComputedStyle(calendar).direction === 'rtl';
  const to = dayAfterKey(day, event.key, { shift: event.shiftKey, firstWeekday: calendar.format.firstWeekday, rtl });
  if (!to) return;
  event.preventDefault();
  const within =
    monthOf(to) >= monthOf(calendar.today) && (!calendar.lastDay || monthOf(to) <= monthOf(calendar.lastDay));
  if (within) void calendar.goTo(to);
}
