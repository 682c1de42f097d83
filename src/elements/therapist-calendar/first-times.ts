import { html, nothing } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { dayOf } from '../../domain/day.ts';
import type { TherapistCalendar } from './therapist-calendar.ts';

/** How many are shown before "show all". */
const FEW = 3;

/** The fast way: the first free time of all, and each therapist's own; one tap takes it. */
export function firstTimes(calendar: TherapistCalendar) {
  const { firstFree, notBefore, text, moreFirsts } = calendar;
  const found = firstFree.value;
  if (!found) return nothing;
  const allowed = (slot: Slot | null | undefined): slot is Slot => !!slot && dayOf(slot.start) >= notBefore;
  const own = found.therapists
    .flatMap(({ therapistId, slot }) => (allowed(slot) && slot.id !== found.first?.id ? [{ therapistId, slot }] : []))
    .sort((a, b) => Date.parse(a.slot.start) - Date.parse(b.slot.start));
  const cards = [
    ...(allowed(found.first) ? [card(calendar, found.first, '', true)] : []),
    ...own.map(({ slot, therapistId }) => card(calendar, slot, therapistId)),
  ];
  if (cards.length === 0) return nothing;
  return html`
    <section aria-label=${text.calendar.firstFree} class="close">
      <div class="firsts">${moreFirsts ? cards : cards.slice(0, FEW)}</div>
      ${
        cards.length > FEW && !moreFirsts
          ? html`<button part="link" class="start" @click=${() => (calendar.moreFirsts = true)}>
            ${text.calendar.moreFirsts}
          </button>`
          : nothing
      }
    </section>
  `;
}

function card(calendar: TherapistCalendar, slot: Slot, therapistId: string, best = false) {
  const { format, text, therapists, value, today } = calendar;
  const therapist = therapists.find(({ id }) => id === (therapistId || slot.appointments[0]?.therapistId));
  const name = therapist?.name ?? '';
  const who = best
    ? text.calendar.firstWith(name)
    : [name, ...(therapist?.credentials ?? [])].filter(Boolean).join(', ');
  const picked = slot.id === value;
  return html`
    <button
      part="first ${best ? 'best' : ''} ${picked ? 'selected' : ''}"
      aria-pressed=${picked}
      @click=${() => calendar.pick(slot)}
    >
      <span part="face" aria-hidden="true">${best ? text.calendar.first : initials(name)}</span>
      <b>${capital(format.nearDay(slot.start, today), format.locale)} ${format.time(slot.start)}</b>
      <small>${who}</small>
    </button>
  `;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2);

const capital = (words: string, locale: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
