import { html, nothing } from 'lit';
import type { FirstFree, Slot } from '../../contract/availability.ts';
import { byDay } from '../../domain/availability.ts';
import { slotButton } from './slot-button.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** A next free time; that of nobody in particular is the first of all. */
export interface First {
  readonly therapistId: string;
  readonly slot: Slot;
}

/** The first free time of all, and each therapist's own, in order, as far as they can be booked. */
export function firstsOf(
  { first, therapists = [] }: Partial<FirstFree>,
  { canBook }: TherapistCalendar,
): readonly First[] {
  const known = [first, ...therapists.map(({ slot }) => slot)] as readonly Slot[];
  return [...byDay(known)].flatMap(([day, slots]) =>
    canBook(day)
      ? slots.map((slot) => ({ slot, therapistId: slot.id === first?.id ? '' : slot.appointments[0]!.therapistId }))
      : [],
  );
}

/** The fast way: the first free time of all, and each therapist's own; one tap takes it. */
export function firstTimes(calendar: TherapistCalendar) {
  const { firsts, text } = calendar;
  return firsts[0]
    ? html`<section aria-label=${text.calendar.firstFree} part="firsts">${firsts.map((one) => card(calendar, one))}</section>`
    : nothing;
}

function card(calendar: TherapistCalendar, { slot, therapistId }: First) {
  const { format, text, today, extras } = calendar;
  const { name = '', credentials = [] } = calendar.therapist(therapistId || slot.appointments[0]?.therapistId) ?? {};
  const who = therapistId ? [name, ...credentials].join(', ') : text.calendar.firstWith(name);
  const content = html`
    ${extras?.face(html, calendar, therapistId)}
    <b part="when"><span>${format.capital(format.nearDay(slot.start, today))}</span> <span>${format.time(slot.start)}</span></b>
    <small part="who">${extras?.more(html, calendar, slot, who) ?? who}</small>
  `;
  return slotButton(calendar, slot, therapistId ? 'answer first' : 'answer first best', content);
}
