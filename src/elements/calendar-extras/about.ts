import type { Therapist } from '../../contract/catalog.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import type { Html } from './calendar-extras.ts';
import { Card } from './card.ts';
import { faceOf } from './face.ts';
import { languageIn } from './wish-list.ts';
import { wordsFor } from './words.ts';

const cards = new WeakMap<TherapistCalendar, Card>();

/** A therapist who can be asked for, beside their face, which opens who they are. */
export function about(write: Html, calendar: TherapistCalendar, therapist: Therapist, choice: unknown) {
  const { id, name, photo, credentials, languages, bio } = therapist;
  if (!photo && !bio && !credentials.length && !languages.length) return choice;
  const card = cards.get(calendar) ?? new Card(calendar);
  cards.set(calendar, card);
  const open = card.open === id;
  return write`
    <span class="who">
    <button
      part="about"
      data-about=${id}
      aria-label=${wordsFor(calendar.text.tag).about(name)}
      aria-expanded=${open}
      @click=${() => card.press(id)}
      @pointerenter=${(event: PointerEvent) => card.point(id, event)}
      @pointerleave=${card.leave}
      @focus=${(event: FocusEvent) => card.look(id, event)}
      @blur=${card.blur}
    >${faceOf(write, calendar, therapist)}</button>
    ${choice}
    </span>
    ${open ? content(write, calendar, therapist, card) : ''}
  `;
}

function content(write: Html, calendar: TherapistCalendar, therapist: Therapist, card: Card) {
  const { id, name, pronouns, credentials, languages, bio } = therapist;
  const { format, firstFree, today, text } = calendar;
  const words = wordsFor(text.tag);
  const slot = firstFree.value?.therapists.find(({ therapistId }) => therapistId === id)?.slot;
  const line = (said: unknown) => (said ? write`<p>${said}</p>` : '');
  return write`
    <div part="card" class=${card.floats ? 'floats' : ''} role="group" aria-label=${name} @pointerenter=${card.stay} @pointerleave=${card.leave}>
      <span class="person">
        ${faceOf(write, calendar, therapist)}
        <span><b>${name}</b> ${pronouns ? write`<small>${pronouns}</small>` : ''}<br /> <small>${credentials.join(', ')}</small></span>
      </span>
      ${line(languages.length && words.speaks(format.list(languages.map((one) => languageIn(calendar, one)))))}
      ${line(slot && words.firstFree(`${format.nearDay(slot.start, today)} ${format.time(slot.start)}`))}
      ${line(bio)}
    </div>
  `;
}
