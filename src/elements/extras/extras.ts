import type { html } from 'lit';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { limited } from '../../endpoint/limited.ts';
import type { BookingFlow } from '../booking/booking.ts';
import type { Extras } from '../booking/extras.ts';
import { storage } from '../shared/storage.ts';
import { follow } from './follow.ts';
import { Isolation } from './isolation.ts';
import { forgetLink, isLink, readLink, type Link } from './link.ts';
import { Opener } from './opener.ts';
import { sheet } from './extras.styles.ts';

/** Lit's `html`, handed over by the booking: this file brings no second Lit onto the page. */
export type Html = typeof html;

/** All that few pages ask for, around one booking. */
export class PageExtras implements Extras {
  readonly #opener: Opener;
  readonly #isolation: Isolation;
  /** Where the patient goes on to, looked at once. */
  #next: { readonly of: string; readonly url: string } | undefined;
  /** What a link chose ahead, until the clinic's data is there to choose from. */
  #ahead: Link = {};

  constructor(
    readonly flow: BookingFlow,
    readonly html: Html,
  ) {
    this.#isolation = new Isolation(flow, html);
    this.#opener = new Opener(flow, html, this.#closed);
    const { adoptedStyleSheets } = flow.shadowRoot!;
    if (!adoptedStyleSheets.includes(sheet())) adoptedStyleSheets.push(sheet());
    flow.addEventListener('myo-store', this.#choose);
    document.addEventListener('click', this.#clicked);
    addEventListener('hashchange', this.#arrived);
    this.#arrived();
  }

  serve(endpoint: BookingEndpoint) {
    const { flow } = this;
    const { services, therapists, location, isolate } = flow;
    if (isolate) return undefined;
    const limits = { services: ids(services), therapists: ids(therapists), location: location ?? '' };
    return limited(endpoint, limits, () => flow.source);
  }

  around(content: unknown) {
    const { flow, html } = this;
    const booking = flow.isolate ? this.#isolation.frame() : content;
    return this.#opener.around(html`${booking} ${this.#onward()}`);
  }

  open(fragment = '') {
    this.#take(readLink(fragment));
    void this.#opener.open();
  }

  close() {
    this.#opener.close();
  }

  end() {
    this.flow.removeEventListener('myo-store', this.#choose);
    document.removeEventListener('click', this.#clicked);
    removeEventListener('hashchange', this.#arrived);
    this.#isolation.end();
  }

  /** The page's own next address, once the patient has seen the confirmation. */
  #onward() {
    const { afterUrl, store, text } = this.flow;
    if (!afterUrl || !(this.#isolation.confirmed || store.state.booking)) return '';
    this.#next = this.#next?.of === afterUrl ? this.#next : { of: afterUrl, url: webAddress(afterUrl) };
    const { url } = this.#next;
    return url && this.html`<p part="onward"><a part="button primary" href=${url}>${text.shared.continue}</a></p>`;
  }

  #arrived = () => {
    if (!isLink(location.hash)) return;
    const fragment = location.hash;
    forgetLink();
    this.open(fragment);
  };

  /** Any link or button that is marked opens the booking, and may choose ahead: `data-myo-open="service=s2"`. */
  #clicked = (event: MouseEvent) => {
    const [target] = event.composedPath();
    const mark = target instanceof Element ? target.closest<HTMLElement>('[data-myo-open]') : null;
    if (!mark || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (!this.#isMeant(mark)) return;
    event.preventDefault();
    const fragment = mark instanceof HTMLAnchorElement && isLink(mark.hash) ? mark.hash : '';
    this.open(mark.dataset['myoOpen'] || fragment);
  };

  /** Where several bookings stand on a page, a mark names its own by `data-myo-for`, an id; else the first one is meant. */
  #isMeant(mark: HTMLElement) {
    const wanted = mark.dataset['myoFor'];
    return wanted ? wanted === this.flow.id : document.querySelector('myo-booking') === this.flow;
  }

  /** A booking that is made is over once it was put away; one that is not goes on where it was, without its kept time. */
  #closed = () => {
    const { flow } = this;
    if (flow.isolate) this.#isolation.leave();
    else if (flow.store.state.booking) flow.begin();
    else flow.store.send({ type: 'left' });
    flow.requestUpdate();
  };

  #take(link: Link) {
    const { flow } = this;
    if (link.hold) {
      storage.set(flow.tokenKey, link.hold);
      flow.begin();
    }
    this.#ahead = link;
    this.#isolation.choose(link);
    this.#choose();
  }

  #choose = () => {
    const { store } = this.flow;
    if (!store.state.catalog.value) return;
    const link = this.#ahead;
    this.#ahead = {};
    follow(store, link);
  };
}

/** An attribute that was taken away is null. */
const ids = (words: string | null) => (words ?? '').split(/[\s,]+/).filter(Boolean);

/** An address to go on to; one that is none, or runs code, is passed over with a word for the web admin. */
function webAddress(address: string): string {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  console.error(`myo-booking: data-after="${address}" is not a web address.`);
  return '';
}
