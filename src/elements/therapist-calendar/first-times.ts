import { html, nothing } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { isFrom } from '../../domain/availability.ts';
import { slotButton } from './slot-button.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** The fast way: the first free time of all, and each therapist's own; one tap takes it. */
export function firstTimes(calendar: TherapistCalendar) {
  const { firstFree, notBefore, text } = calendar;
  const { first, therapists = [] } = firstFree.value ?? {};
  const own = therapists
    .filter(({ slot }) => slot && slot.id !== first?.id)
    .toSorted((a, b) => Date.parse(a.slot!.start) - Date.parse(b.slot!.start));
  const cards = [{ therapistId: '', slot: first }, ...own].flatMap(({ slot, therapistId }) =>
    slot && isFrom(notBefore, slot) ? card(calendar, slot, therapistId) : [],
  );
  return cards.length
    ? html`<section aria-label=${text.calendar.firstFree} class="firsts">${cards}</section>`
    : nothing;
}

/** One free time; that of nobody in particular is the best of all. */
function card(calendar: TherapistCalendar, slot: Slot, therapistId: string) {
  const { format, text, today } = calendar;
  const { name = '', credentials = [] } = calendar.therapist(therapistId || slot.appointments[0]?.therapistId) ?? {};
  const content = html`
    <span part="face" aria-hidden="true">${therapistId ? initials(name) : text.calendar.first}</span>
    <b>${format.capital(format.nearDay(slot.start, today))} ${format.time(slot.start)}</b>
    <small>${therapistId ? [name, ...credentials].join(', ') : text.calendar.firstWith(name)}</small>
  `;
  return slotButton(calendar, slot, therapistId ? 'answer first' : 'answer first best', content);
}

const initials = (name: string) => name.replace(/(\S)\S*\s*/gu, '$1').slice(0, 2);
