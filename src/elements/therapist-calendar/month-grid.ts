import { html, nothing } from 'lit';
import { dayAfterKey, freeness, weeksFrom } from '../../domain/availability.ts';
import { monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** A month of days, each showing how much is free: the date grid of the WAI-ARIA Authoring Practices. */
export function monthGrid(calendar: TherapistCalendar) {
  const { page, shownDay, today, format, extras } = calendar;
  if (!page[0]) return nothing;
  const weeks = weeksFrom(page, format.firstWeekday);
  // Exactly one day can be reached by Tab: the shown one, else the first of the month that is not over.
  const focus = [shownDay, today].find(calendar.onPage) ?? page[0];
  return html`
    <div class="close">
      <div class="row" part="bar">
        ${turn(calendar, -1, html`<slot name="previous">‹</slot>`)}
        <b id="month" part="caption">${format.month(page)}</b>
        ${turn(calendar, 1, html`<slot name="next">›</slot>`)}
      </div>
      ${extras?.years(html, calendar)}
      <table part="month" role="grid" aria-labelledby="month" @keydown=${(event: KeyboardEvent) => follow(event, calendar)}>
        <tr>
          ${weeks[1]!.map((_, index) => {
            const day = ((format.firstWeekday + index - 1) % 7) + 1;
            return html`<th part="weekday" scope="col" abbr=${format.weekday(day)}>${format.weekday(day, 'short')}</th>`;
          })}
        </tr>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td>${day ? cell(calendar, day, focus) : nothing}</td>`)}</tr>`)}
      </table>
    </div>
  `;
}

/** A button to another month; the arrow points the other way where reading goes from right to left. */
function turn(calendar: TherapistCalendar, step: -1 | 1, arrow: unknown) {
  const { almanac, page } = calendar;
  const other = almanac.daysAround(almanac.addMonths(page[0]!, step));
  const open = other.some(calendar.isOpen);
  return html`
    <button part="button turn" aria-label=${calendar.format.month(other)} aria-disabled=${!open} @click=${() => open && calendar.turnTo(other)}>${arrow}</button>
  `;
}

/** A day, and how much is free on it; `focus` is the one that Tab reaches. */
function cell(calendar: TherapistCalendar, day: string, focus: string) {
  const { days, today, shownDay, text, format } = calendar;
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
      tabindex=${day === focus ? 0 : -1}
      aria-label=${says}
      aria-pressed=${selected}
      aria-current=${day === today ? 'date' : nothing}
      aria-disabled=${level === 0}
      @click=${() => calendar.turn(monthOf(day), day)}
    >
      <span part="number">${format.dayNumber(day)}</span>
      <i part="free">${'•'.repeat(level)}</i>
    </button>
  `;
}

/** Why nothing is free on a day. */
export function whyNot({ today, notBefore, lastDay, text, months }: TherapistCalendar, day: string): string {
  if (day < today) return text.calendar.past;
  if (day < notBefore) return text.calendar.tooEarly;
  if (lastDay && day > lastDay) return text.calendar.tooLate;
  return months[monthOf(day)]?.value ? text.calendar.full : text.calendar.loading;
}

function follow(event: KeyboardEvent, calendar: TherapistCalendar) {
  const { day } = (event.target as HTMLElement).dataset;
  const { format, almanac, extras } = calendar;
  const rtl = getComputedStyle(calendar).direction === 'rtl';
  const to =
    day && (extras?.dayInList(calendar, day, event, rtl) ?? dayAfterKey(day, event, format.firstWeekday, rtl, almanac));
  if (!to) return;
  event.preventDefault();
  if (almanac.daysAround(to).some(calendar.isOpen)) void calendar.goTo(to);
}
