import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Slot } from '../../src/contract/availability.ts';
import '../../src/define.ts';
import type { TherapistCalendar } from '../../src/elements/therapist-calendar/therapist-calendar.ts';
import { catalog, slotAt } from './fixture-clinic.ts';
import { inWords } from './in-words.ts';
import { waitUntil } from './wait-until.ts';

/** A month as the endpoint has answered it. */
export const loaded = (slots: readonly Slot[], next: string | null = null) =>
  ({ status: 'loaded', value: { slots, next } }) as const;

/** Five free times in December, on three days; on Thursday the 3rd also with Ben. */
export const december = [
  slotAt('2026-12-01T09:00'),
  slotAt('2026-12-03T09:00'),
  slotAt('2026-12-03T13:30', 't2'),
  slotAt('2026-12-03T17:15'),
  slotAt('2026-12-24T09:00'),
];

/** The fixture clinic's calendar, alone on a page, opened at December. */
export async function open(properties: Partial<TherapistCalendar> = {}, lang = 'en-US') {
  const calendar = await fixture<TherapistCalendar>(
    html`<myo-therapist-calendar lang=${lang}></myo-therapist-calendar>`,
  );
  calendar.style.setProperty('--myo-motion-duration', '0s'); // A colour half way is no colour to measure.
  Object.assign(calendar, {
    timeZone: 'America/Denver',
    today: '2026-11-23',
    lastDay: '2027-02-21',
    month: '2026-12',
    months: { '2026-12': loaded(december) },
    therapists: catalog.therapists,
    phone: catalog.clinic.phone,
    ...properties,
  });
  await calendar.updateComplete;
  return calendar;
}

/** The same, with all that comes in a file of its own. */
export async function furnished(properties: Partial<TherapistCalendar> = {}, lang = 'en-US') {
  const calendar = await open(properties, lang);
  await waitUntil(() => calendar.extras);
  await calendar.updateComplete;
  return calendar;
}

/** Words on screen, but for the patient's own clock: where the tests run is not where the clinic is. */
function wordsOf(element: Element | null | undefined, but = 'small[part=zone], label > span > small') {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const small of copy?.querySelectorAll(but) ?? []) if (small.closest('button, label')) small.remove();
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** What a patient sees of a calendar and does with it, in their own words. */
export function patient(calendar: TherapistCalendar) {
  const { root, all, nameOf, named, settled, press } = inWords(calendar, wordsOf);
  return {
    /** Everything on screen. */
    get reads() {
      return wordsOf(root.querySelector('.stack'), 'none');
    },
    /** The month above the grid. */
    get month() {
      return wordsOf(root.querySelector('#month'));
    },
    /** The day whose times are listed. */
    get day() {
      return wordsOf(root.querySelector('h3'));
    },
    /** The listed times, as a screen reader says them. */
    get times() {
      return all('button[part~=time]').map(nameOf);
    },
    /** The parts of the day, each with its times. */
    get partsOfDay() {
      return all('[part~=times] [role=group]').map((element) => wordsOf(element));
    },
    /** Whatever is picked: times and first free times. */
    get picked() {
      return all('[part~=time], [part~=first]')
        .filter((element) => element.ariaPressed === 'true')
        .map(nameOf);
    },
    /** The next free times above the calendar. */
    get firsts() {
      return all('[part~=first]').map((element) => wordsOf(element));
    },
    /** Who can be asked for, the wanted one in brackets. */
    get whom() {
      return all('label').map((label) =>
        label.querySelector('input')!.checked ? `[${wordsOf(label)}]` : wordsOf(label),
      );
    },
    /** What was said aloud. */
    get hears() {
      return wordsOf(root.querySelector('[role=status]'));
    },
    /** Days that Tab can reach. */
    get tabStops() {
      return all('[data-day][tabindex="0"]').map(({ dataset }) => dataset['day']);
    },
    /** Buttons to other years; those that lead nowhere are marked. */
    get years() {
      return all('[part~=year]').map((button) => nameOf(button) + (button.ariaDisabled === 'true' ? ' (not)' : ''));
    },
    /** What the keyboard is on. */
    get at() {
      return root.activeElement ? nameOf(root.activeElement) : '';
    },
    /** Names of the grid's columns. */
    get weekdays() {
      return all('th').map((column) => column.getAttribute('abbr'));
    },
    /** What a screen reader says of a day. */
    says: (day: string) => nameOf(named('[data-day]', day)),
    /** Whether something with these words can be used. */
    canUse: (words: string) => named('button', words).ariaDisabled !== 'true',
    picksDay: (words: string) => press(named('[data-day]', words)),
    picksTime: (words: string) => press(named('button[part~=time]', words)),
    picksFirst: (words: string) => press(named('[part~=first] b', words)),
    wants: (name: string) => press(named('label', name)),
    presses: (words: string) => press(named('button', words)),
    /** Puts the keyboard on a day, as Tab would on the one that it can reach. */
    goesTo: (words: string) => named('[data-day]', words).focus(),
    types: async (...keys: string[]) => {
      for (const key of keys) {
        await sendKeys({ press: key });
        await settled();
      }
    },
  };
}
