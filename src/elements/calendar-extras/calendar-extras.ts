/**
 * What helps many patients and keeps nobody from booking: wishes laid over what is free, and who the therapists are. It
 * comes in a file of its own while the calendar is looked at already, and writes with the `html` that is handed in, so
 * that no second Lit comes onto the page.
 */
import type { html } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { byDay } from '../../domain/availability.ts';
import { monthOf } from '../../domain/day.ts';
import type { Therapist } from '../../contract/catalog.ts';
import { choicesOf, countWishes, suits, whoSuits } from '../../domain/wishes.ts';
import type { firstsOf } from '../therapist-calendar/first-times.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import { sheet } from './calendar-extras.styles.ts';
import { about } from './about.ts';
import { yourTime } from './clock.ts';
import { faceOf, mark } from './face.ts';
import { keepPlaces as keep } from './vanishing.ts';
import { visit } from './visit.ts';
import { anybody, languageIn, clearWishes, wishAnew, wishesOf, wishList, withWanted } from './wish-list.ts';
import { wordAll } from './worded.ts';
import { wordsFor } from './words.ts';

export { yourClock } from './clock.ts';
export { dayInList } from './listed.ts';
export { almanacFor, pageOf, remoteOf, turnTo } from './page.ts';
export { years } from './years.ts';

export type Html = typeof html;

/** Before the calendar is drawn: the words that it needs here, and what has vanished. */
export function keepPlaces(calendar: TherapistCalendar, toFirsts: typeof firstsOf) {
  wordAll(calendar);
  keep(calendar, toFirsts);
}

/** Those of some free times that the patient wants. */
export function suiting(calendar: TherapistCalendar, slots: readonly Slot[]): readonly Slot[] {
  const wishes = wishesOf(calendar);
  if (!countWishes(wishes)) return slots;
  const withThem = withWanted(calendar);
  return slots.filter((slot) => suits(wishes, slot) && withThem(slot));
}

/** The face of a therapist beside a free time; of nobody in particular, that it is the first of all. */
export function face(write: Html, calendar: TherapistCalendar, therapistId: string): unknown {
  dress(calendar);
  const therapist = calendar.therapist(therapistId);
  if (therapist) return faceOf(write, calendar, therapist);
  return therapistId ? '' : mark(write, wordsFor(calendar.text.tag).first);
}

/** Anybody, and those who are as the patient wishes: each a choice, and beside it who they are. */
export function people(write: Html, calendar: TherapistCalendar, choice: Choice): unknown {
  const { format, therapists } = calendar;
  const wanted = whoSuits(wishesOf(calendar), therapists);
  const differ = choicesOf(therapists, []).languages.length > 0;
  const named = ({ name, languages }: Therapist) =>
    differ
      ? write`<span>${name} <small>${format.list(languages.map((one) => languageIn(calendar, one)))}</small></span>`
      : name;
  return write`
    ${wanted.length > 1 ? choice(calendar.text.calendar.anybody, anybody(calendar)) : ''}
    ${wanted.map((one) => about(write, calendar, one, choice(named(one), [one.id])))}
  `;
}
type Choice = (label: unknown, ids: readonly string[]) => unknown;

/** What a time says more than `plain`: a visit is told whole, and a card, whose `plain` is words, on the patient's own clock too. */
export function more(write: Html, calendar: TherapistCalendar, slot: Slot, plain: unknown): unknown {
  const whole = visit(calendar, slot);
  const isCard = typeof plain === 'string';
  return write`${whole ? write`<span class="whole">${whole}</span>` : plain} ${isCard ? yourTime(write, calendar, slot) : ''}`;
}

/** Who treats, where there is nobody to choose from. */
export function only(write: Html, calendar: TherapistCalendar): unknown {
  dress(calendar);
  const [one] = calendar.therapists;
  const { text } = calendar;
  return (
    one &&
    write`
    <div class="row" part="whom">${about(write, calendar, one, write`<span>${wordsFor(text.tag).only(one.name)}</span>`)}</div>
  `
  );
}

/** The wishes, closed until somebody has any. */
export function wishes(write: Html, calendar: TherapistCalendar): unknown {
  dress(calendar);
  wishAnew(calendar);
  return wishList(write, calendar);
}

/**
 * The way on from a month that has something, but nothing that the patient wants, and from one whose next free day is before
 * they can come; undefined anywhere else.
 */
export function onward(write: Html, calendar: TherapistCalendar): unknown {
  const { months, remote, page, text, format, notBefore } = calendar;
  const words = wordsFor(text.tag);
  const way = (why: unknown, label: string, go: () => unknown) => write`
    <section part="times">
      ${why}
      <button part="button" @click=${go}>${label}</button>
    </section>
  `;
  const listed = page.some((day) => byDay(months[monthOf(day)]?.value?.slots ?? []).has(day));
  if (countWishes(wishesOf(calendar)) && listed)
    return way(write`<p>${words.noneFits(format.month(page))}</p>`, words.clear, () => clearWishes(calendar));
  const { next } = remote.value!;
  if (!next || next >= notBefore || notBefore <= page.at(-1)! || !calendar.canBook(notBefore)) return undefined;
  const { empty, notBefore: from } = text.calendar;
  const none = write`<slot name="empty"><p>${empty(format.month(page))}</p></slot>`;
  return way(none, from(format.day(notBefore)), async () => {
    calendar.turn(monthOf(notBefore), notBefore);
    await calendar.updateComplete;
    calendar.shadowRoot!.querySelector<HTMLElement>(`[data-day="${notBefore}"]`)?.focus();
  });
}

function dress({ shadowRoot }: TherapistCalendar) {
  const { adoptedStyleSheets } = shadowRoot!;
  if (!adoptedStyleSheets.includes(sheet())) adoptedStyleSheets.push(sheet());
}
