import type { FirstFree, Slot } from '../../contract/availability.ts';
import { chosenService } from '../../booking/selectors.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import { placesOf } from '../../domain/services.ts';
import type { Location } from '../../contract/catalog.ts';
import { choicesOf, countWishes, firstOf, noWishes, toggled, whoSuits, type Wishes } from '../../domain/wishes.ts';
import { bookingAround } from '../shared/booking-around.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import type { Html } from './calendar-extras.ts';
import { lookAnew } from './vanishing.ts';
import { wordsFor, type CalendarWords } from './words.ts';

/** By the booking, which outlives its calendar; by the calendar itself where it stands alone. */
const kept = new WeakMap<object, Wishes>();
const keyOf = (calendar: TherapistCalendar) => bookingAround(calendar) ?? calendar;

/** What the patient wants of a calendar's times. */
export const wishesOf = (calendar: TherapistCalendar): Wishes => kept.get(keyOf(calendar)) ?? noWishes;

/** Whom "anybody" means: empty for all, else those who are as the patient wishes. */
export function anybody(calendar: TherapistCalendar): readonly string[] {
  const { therapists } = calendar;
  const wanted = whoSuits(wishesOf(calendar), therapists);
  return wanted.length < therapists.length ? wanted.map(({ id }) => id) : [];
}

/** Whether a time is with nobody but those who are as the patient wishes, a visit's every part. */
export function withWanted(calendar: TherapistCalendar): (slot: Slot) => boolean {
  const wishes = wishesOf(calendar);
  if (!wishes.languages.length && !wishes.genders.length) return () => true;
  const wanted = new Set(whoSuits(wishes, calendar.therapists).map(({ id }) => id));
  return ({ appointments }) => appointments.every(({ therapistId }) => wanted.has(therapistId));
}

/** The next free times that the patient wants; undefined while any will do. */
export function firstsWanted(calendar: TherapistCalendar): FirstFree | undefined {
  const wishes = wishesOf(calendar);
  if (!countWishes(wishes)) return undefined;
  const { first, therapists } = calendar.firstFree.value ?? { therapists: [] };
  const wanted = withWanted(calendar);
  const known = [
    first,
    ...therapists.map(({ slot }) => slot),
    ...Object.values(calendar.months).flatMap(({ value }) => value?.slots ?? []),
  ].filter((slot) => slot && calendar.canBook(dayOf(slot.start)) && wanted(slot));
  return firstOf(wishes, known as Slot[]);
}

const offered = new WeakMap<TherapistCalendar, string>();

/** Where others treat, as with another service, whoever is as wished among them is asked for instead. */
export function wishAnew(calendar: TherapistCalendar) {
  const { therapists, therapistIds } = calendar;
  const ids = therapists.map(({ id }) => id).join();
  if (offered.get(calendar) === ids) return;
  offered.set(calendar, ids);
  const wanted = anybody(calendar);
  const covered = therapistIds.length > 0 && therapistIds.every((id) => wanted.includes(id));
  if (wanted.length && !covered) queueMicrotask(() => calendar.wish(wanted));
}

export const clearWishes = (calendar: TherapistCalendar) => wish(calendar, noWishes);

/** Every wish that something here can answer, in groups behind one line. */
export function wishList(write: Html, calendar: TherapistCalendar) {
  const words = wordsFor(calendar.text.tag);
  const wishes = wishesOf(calendar);
  const choices = { ...choicesOf(calendar.therapists, listedIn(calendar)), ...placesIn(calendar, wishes) };
  const count = countWishes(wishes);
  const group = <Name extends keyof Wishes>(
    name: Name,
    heading: string,
    label: (value: Wishes[Name][number]) => string,
  ) =>
    choices[name].length
      ? write`
          <fieldset class="close">
            <legend><small>${heading}</small></legend>
            <div class="row">
              ${(choices[name] as readonly Wishes[Name][number][]).map((value) =>
                chip(
                  write,
                  calendar,
                  toggled(wishes, name, value),
                  label(value),
                  wishes[name].includes(value as never),
                ),
              )}
            </div>
          </fieldset>
        `
      : '';
  return write`
    <details part="wishes">
      <summary>${words.wishes(count)}</summary>
      <div class="groups">
        ${group('parts', words.when, (part) => words.parts[part])}
        ${group('weekdays', words.weekdays, (day) => calendar.format.weekday(day, 'short'))}
        ${group('locationIds', words.places, (id) => placeName(calendar, id))}
        ${group('languages', words.languages, (language) => languageIn(calendar, language))}
        ${group('genders', words.genders, (gender) => genderIn(words, gender))}
        ${count ? write`<button part="button" class="start" @click=${() => clearWishes(calendar)}>${words.clear}</button>` : ''}
      </div>
    </details>
  `;
}

const listedIn = ({ page, months }: TherapistCalendar) =>
  [...new Set(page.map(monthOf))].flatMap((month) => months[month]?.value?.slots ?? []);

/**
 * In a booking, wherever the treatment is given, unless the patient has said so with it: an endpoint may list one place for
 * each start, so free times tell nothing.
 */
function placesIn(calendar: TherapistCalendar, { locationIds }: Wishes): Partial<Wishes> {
  const state = bookingAround(calendar)?.state;
  const service = state && chosenService(state);
  if (!service) return {};
  const places = placesOf(service, placesFor(calendar)).map(({ id }) => id);
  return { locationIds: places.length > 1 && (locationIds[0] || !state.locationId) ? places : [] };
}

/** A wish that nobody here answers stays in its place, and cannot be wished. */
function chip(write: Html, calendar: TherapistCalendar, then: Wishes, label: string, on: boolean) {
  const vain = calendar.therapists.length > 0 && whoSuits(then, calendar.therapists).length === 0;
  return write`
    <button part="chip ${on ? 'selected' : ''}" aria-pressed=${on} aria-disabled=${vain} @click=${() => vain || wish(calendar, then)}>
      ${label}
    </button>
  `;
}

/** Who is wanted and where is asked of the endpoint; the rest is laid over what it has answered, and said aloud. */
function wish(calendar: TherapistCalendar, wishes: Wishes) {
  const before = asked(calendar);
  kept.set(keyOf(calendar), wishes);
  const after = asked(calendar);
  calendar.day = '';
  lookAnew(calendar);
  const store = bookingAround(calendar);
  const isOther = before.therapistIds.join() !== after.therapistIds.join();
  const { therapistIds } = isOther ? after : calendar;
  if (store && before.locationId !== after.locationId)
    return store.send({ type: 'therapists-selected', therapistIds, locationId: after.locationId });
  if (isOther) return calendar.wish(therapistIds);
  calendar.requestUpdate();
  void calendar.updateComplete.then(() => calendar.say());
}

/** One place can be asked for; several are anywhere, and laid over the answer. */
function asked(calendar: TherapistCalendar) {
  const [locationId = '', another] = wishesOf(calendar).locationIds;
  return { therapistIds: anybody(calendar), locationId: another ? '' : locationId };
}

export function languageIn({ format }: TherapistCalendar, language: string): string {
  try {
    return new Intl.DisplayNames(format.locale, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The clinic's places; of a calendar alone on a page, those that the page has set. */
const placesFor = (calendar: TherapistCalendar & { readonly locations?: readonly Location[] }) =>
  bookingAround(calendar)?.state.catalog.value?.clinic.locations ?? calendar.locations ?? [];

const placeName = (calendar: TherapistCalendar, id: string) =>
  placesFor(calendar).find((one) => one.id === id)?.name ?? id;

const genderIn = ({ genderWords }: CalendarWords, gender: string) => genderWords[gender] ?? gender;
