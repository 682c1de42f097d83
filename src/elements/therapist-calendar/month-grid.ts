import { html, nothing } from 'lit';
import { dayAfterKey, freeness, weeksOf } from '../../domain/availability.ts';
import { addMonths, monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** A month of days, each showing how much is free: the date grid of the WAI-ARIA Authoring Practices. */
export function monthGrid(calendar: TherapistCalendar) {
  const { month, format } = calendar;
  if (!month) return nothing;
  const weeks = weeksOf(month, format.firstWeekday);
  return html`
    <div class="close">
      <div class="bar">
        ${turn(calendar, -1, '‹')}
        <b id="month">${format.month(month)}</b>
        ${turn(calendar, 1, '›')}
      </div>
      <table part="month" role="grid" aria-labelledby="month" @keydown=${(event: KeyboardEvent) => follow(event, calendar)}>
        <tr>
          ${weeks[1]!.map((_, index) => {
            const day = ((format.firstWeekday + index - 1) % 7) + 1;
            return html`<th part="weekday" scope="col" abbr=${format.weekday(day)}>${format.weekday(day, 'short')}</th>`;
          })}
        </tr>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td>${day ? cell(calendar, day) : nothing}</td>`)}</tr>`)}
      </table>
    </div>
  `;
}

/** A button to another month; the arrow points the other way where reading goes from right to left. */
function turn(calendar: TherapistCalendar, step: -1 | 1, arrow: string) {
  const other = addMonths(calendar.month, step);
  const open = calendar.isOpen(other);
  return html`
    <button part="button turn" aria-label=${calendar.format.month(other)} aria-disabled=${!open} @click=${() => open && calendar.turn(other)}>${arrow}</button>
  `;
}

function cell(calendar: TherapistCalendar, day: string) {
  const { days, today, shownDay, text, format, month } = calendar;
  const slots = days.get(day) ?? [];
  const selected = day === shownDay;
  const level = freeness(slots.length);
  const says = slots[0]
    ? text.calendar.dayFree(format.day(day), slots.length, format.time(slots[0].start))
    : text.calendar.dayNotFree(format.day(day), whyNot(calendar, day));
  return html`
    <button
      part="day free${level} ${selected ? 'selected' : ''} ${day === today ? 'today' : ''}"
      data-day=${day}
      tabindex=${day === focusDay(calendar) ? 0 : -1}
      aria-label=${says}
      aria-pressed=${selected}
      aria-current=${day === today ? 'date' : nothing}
      aria-disabled=${level === 0}
      @click=${() => calendar.turn(month, day)}
    >
      <span>${format.dayNumber(day)}</span>
      <i part="free">${'•'.repeat(level)}</i>
    </button>
  `;
}

/** Exactly one day can be reached by Tab: the shown one, else the first of the month that is not over. */
function focusDay({ shownDay, month, today }: TherapistCalendar): string {
  if (monthOf(shownDay) === month) return shownDay;
  return monthOf(today) === month ? today : `${month}-01`;
}

function whyNot({ today, notBefore, lastDay, text, remote }: TherapistCalendar, day: string): string {
  if (day < today) return text.calendar.past;
  if (day < notBefore) return text.calendar.tooEarly;
  if (lastDay && day > lastDay) return text.calendar.tooLate;
  return remote.value ? text.calendar.full : text.calendar.loading;
}

function follow(event: KeyboardEvent, calendar: TherapistCalendar) {
  const { day } = (event.target as HTMLElement).dataset;
  const rtl = getComputedStyle(calendar).direction === 'rtl';
  const to = day && dayAfterKey(day, event, calendar.format.firstWeekday, rtl);
  if (!to) return;
  event.preventDefault();
  if (calendar.isOpen(monthOf(to))) void calendar.goTo(to);
}
