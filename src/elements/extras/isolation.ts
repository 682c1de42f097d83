import { wrongAddress } from '../../endpoint/address.ts';
import { BookingConfirmEvent, BookingFailEvent, StepChangeEvent } from '../../events.ts';
import type { BookingFlow } from '../booking/booking.ts';
import type { Html } from './extras.ts';
import { frameUrl } from './frame-url.ts';
import { handedOn, looks, messageIn, type FrameMessage, type PageMessage } from './frame-messages.ts';
import type { Link } from './link.ts';

/** How long a frame may take to say that it is there, in milliseconds. */
const PATIENCE = 15_000;

/** A booking in a frame of the script's own origin: what the patient answers is out of reach of every script of the page. */
export class Isolation {
  confirmed = false;
  #height = 320;
  #link: Link = {};
  #ready = false;
  #shown = false;
  /** What the frame was told last. */
  #told = '';
  #silent: ReturnType<typeof setTimeout> | undefined;

  /** What may change how the page looks: then the frame is told. */
  readonly #changed = () => this.flow.requestUpdate();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #page = new MutationObserver(this.#changed);

  constructor(
    readonly flow: BookingFlow,
    readonly html: Html,
  ) {
    addEventListener('message', this.#heard);
    this.#dark.addEventListener('change', this.#changed);
    for (const around of [document.documentElement, document.body])
      this.#page.observe(around, { attributeFilter: ['class', 'style', 'dir', 'lang', 'data-theme'] });
  }

  /** The frame; the fallback until the booking is on screen in it, and where it never is. */
  frame() {
    if (frameUrl.origin === location.origin) {
      this.#silent ??= setTimeout(this.#refuse);
      return this.html`<slot></slot>`;
    }
    this.#silent ??= setTimeout(this.#gaveUp, PATIENCE);
    if (this.#ready) this.#settle();
    return this.html`
      <iframe
        part="isolated"
        title=${this.flow.text.booking.label}
        src=${frameUrl.href}
        height=${this.#height}
        allow="clipboard-write"
      ></iframe>
      ${this.#shown ? '' : this.html`<slot></slot>`}
    `;
  }

  choose(link: Link) {
    this.#link = link;
    if (this.#ready) this.#tell({ myo: 'choose', link });
  }

  leave() {
    this.confirmed = false;
    this.#tell({ myo: 'left' });
  }

  end() {
    removeEventListener('message', this.#heard);
    this.#dark.removeEventListener('change', this.#changed);
    this.#page.disconnect();
    clearTimeout(this.#silent);
  }

  get #window() {
    return this.flow.renderRoot.querySelector('iframe')?.contentWindow;
  }

  #tell(message: PageMessage) {
    this.#window?.postMessage(message, frameUrl.origin);
  }

  #heard = ({ source, origin, data }: MessageEvent) => {
    if (!source || source !== this.#window || origin !== frameUrl.origin) return;
    const message = messageIn<FrameMessage>(data);
    if (message?.myo === 'ready') this.#hello();
    if (message?.myo === 'shown') this.#shown = true;
    if (message?.myo === 'escape') this.flow.close();
    if (message?.myo === 'height') this.#height = Math.ceil(Number(message.height)) || this.#height;
    if (message?.myo === 'event') this.#passOn(message);
    this.flow.requestUpdate();
  };

  #hello() {
    clearTimeout(this.#silent);
    this.#ready = true;
    this.#told = '';
    this.#settle();
  }

  /** Tells how to stand and to look, and again whenever that is another. What is wrong with an address the booking says. */
  #settle() {
    const { flow } = this;
    if (wrongAddress(flow.endpoint, document.baseURI)) return;
    const settings = { attributes: attributesOf(flow), looks: looksOf(flow), patient: flow.patient };
    const told = JSON.stringify(settings);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell({ myo: 'settings', ...settings, link: this.#link });
  }

  #passOn({ type, detail }: Extract<FrameMessage, { myo: 'event' }>) {
    const word = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
    const event =
      type === 'myo-step-change'
        ? new StepChangeEvent(word('step'))
        : type === 'myo-booking-confirm'
          ? new BookingConfirmEvent(word('bookingId'), word('status'))
          : new BookingFailEvent(word('reason'));
    this.confirmed ||= type === 'myo-booking-confirm';
    this.flow.dispatchEvent(event);
  }

  #refuse = () =>
    console.error(
      `myo-booking: data-isolate keeps a page's scripts out only where myo.js comes from another host than the page. Serve it from a host of its own, such as https://files.${location.hostname}, or take data-isolate off.`,
    );

  #gaveUp = () =>
    console.error(
      `myo-booking: the frame ${frameUrl.href} did not answer. Put frame.html, frame.css, myo-frame.js and myo.js beside myo-extras.js, and allow that address as frame-src in this page's Content-Security-Policy. If this page sends Cross-Origin-Embedder-Policy, send it with frame.html too, and Cross-Origin-Resource-Policy: cross-origin with all of them.`,
    );
}

/** The language of the place goes along, since a frame does not inherit it. */
function attributesOf(flow: BookingFlow): Record<string, string> {
  const own = handedOn.flatMap((name) => {
    const value = flow.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const endpoint = new URL(flow.endpoint, document.baseURI).href;
  return { lang: flow.format.locale, ...Object.fromEntries(own), endpoint };
}

/** The tokens that are set around here, and what text inherits. */
function looksOf(flow: BookingFlow): Record<string, string> {
  const style = getComputedStyle(flow);
  const tokens = tokenNames(flow).map((name) => [name, style.getPropertyValue(name).trim()] as const);
  const plain = looks.map((name) => [name, style.getPropertyValue(name)] as const);
  return Object.fromEntries([...tokens, ...plain].filter(([, value]) => value));
}

/** Every token that our own sheets read, and the one that only the service picker's does. */
function tokenNames({ shadowRoot }: BookingFlow): readonly string[] {
  const sheets = shadowRoot?.adoptedStyleSheets ?? [];
  const text = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join();
  return [...new Set(text.match(/--myo-[\w-]+/g)), '--myo-service-gap'];
}
