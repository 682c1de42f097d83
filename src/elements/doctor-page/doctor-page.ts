import type { Booking } from '../../contract/booking.ts';
import type { BookingSummary } from '../booking-summary/booking-summary.ts';
import { paperRules, printRules, screenRules } from './doctor-page.styles.ts';
import { letterFor, textOf, type Letter } from './letter.ts';
import { paper } from './paper.ts';
import { wordsFor, type DoctorPageWords } from './words.ts';

/**
 * The page that a patient takes or sends to their doctor while a booking waits for the doctor's word. It is made here,
 * from what the browser has; it leaves the browser only by the patient's own hand.
 */
export function doctorPage(summary: BookingSummary, booking: Booking): Element {
  const known = pages.get(summary);
  const words = wordsFor(summary.text.tag);
  if (known?.booking === booking && known.words === words) return known.page;
  const page = section(letterFor(summary, booking, words), words);
  if (!known) summary.shadowRoot!.adoptedStyleSheets.push(sheetOf(window, paperRules + screenRules));
  pages.set(summary, { booking, words, page });
  return page;
}

/** A page is kept from one rendering to the next, by each element for itself: the one of the review may draw it on its way out. */
const pages = new WeakMap<
  BookingSummary,
  { readonly booking: Booking; readonly words: DoctorPageWords; readonly page: Element }
>();

function section(letter: Letter, words: DoctorPageWords): Element {
  const section = make('section', 'doctor');
  section.setAttribute('part', 'doctor');
  const heading = make('h3', '', words.heading);
  heading.setAttribute('part', 'subheading');
  const said = make('p', '');
  said.setAttribute('role', 'status');
  const row = make('div', 'row');
  row.append(button('button primary', words.print, () => print(section, letter, words)));
  if (navigator.clipboard) {
    const copy = async () => {
      const copied = navigator.clipboard.writeText(textOf(letter, words));
      said.textContent = await copied.then(
        () => words.copied,
        () => words.notCopied,
      );
    };
    row.append(button('button', words.copy, () => void copy()));
  }
  const look = make('details', '');
  look.append(make('summary', '', words.look), paper(document, letter, words));
  section.append(heading, make('p', '', words.how), row, said, look);
  return section;
}

/** Prints the page alone, whatever stands on the clinic's own page: from a frame that has nothing else in it. */
function print(within: Element, letter: Letter, words: DoctorPageWords) {
  within.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  within.append(frame);
  const { contentWindow: inside, contentDocument: page } = frame;
  if (!inside || !page) return window.print();
  page.title = letter.title;
  page.adoptedStyleSheets = [sheetOf(inside, paperRules + printRules)];
  page.body.replaceChildren(paper(page, letter, words));
  inside.print();
}

/** A style sheet that a window's own document may adopt; no policy has to allow it. */
function sheetOf(owner: Window, rules: string): CSSStyleSheet {
  const sheet = new (owner as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

function button(part: string, words: string, press: () => void) {
  const element = make('button', '', words);
  element.setAttribute('part', part);
  element.addEventListener('click', press);
  return element;
}

function make(tag: string, className: string, words = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}
