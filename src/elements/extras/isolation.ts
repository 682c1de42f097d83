import { BookingConfirmEvent, BookingFailEvent, StepChangeEvent } from '../../events.ts';
import type { BookingFlow } from '../booking/booking.ts';
import type { Html } from './extras.ts';
import { messageIn, type FrameMessage, type PageMessage } from './frame-messages.ts';
import type { Link } from './link.ts';

/** How long a frame may take to say that it is there, in milliseconds. */
const PATIENCE = 15_000;

const handedOn = ['lang', 'endpoint', 'time-first', 'services', 'therapists', 'location', 'source'];
const looks = ['color', 'color-scheme', 'font-family', 'font-size', 'font-weight', 'letter-spacing'];

/** In the file of its own the frame stands beside it; among the modules it is three folders up. */
const besideModules = import.meta.url.includes('/elements/extras/');
const frameUrl = new URL(besideModules ? '../../../frame.html' : 'frame.html', import.meta.url);

/** A booking in a frame of the script's own origin: what the patient answers is out of reach of every script of the page. */
export class Isolation {
  confirmed = false;
  #height = 320;
  #link: Link = {};
  #ready = false;
  #silent: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly flow: BookingFlow,
    readonly html: Html,
  ) {
    addEventListener('message', this.#heard);
  }

  /** The frame; the fallback where it never says that it is there. */
  frame() {
    this.#silent ??= setTimeout(this.#gaveUp, PATIENCE);
    return this.html`
      <iframe part="isolated" title=${this.flow.text.booking.label} src=${frameUrl.href} height=${this.#height}></iframe>
      ${this.#ready ? '' : this.html`<slot></slot>`}
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
    if (message?.myo === 'height') this.#height = Math.ceil(Number(message.height)) || this.#height;
    if (message?.myo === 'event') this.#passOn(message);
    this.flow.requestUpdate();
  };

  #hello() {
    const { flow } = this;
    clearTimeout(this.#silent);
    this.#ready = true;
    this.#tell({
      myo: 'settings',
      attributes: attributesOf(flow),
      looks: looksOf(flow),
      patient: flow.patient,
      link: this.#link,
    });
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

  #gaveUp = () =>
    console.error(
      `myo-booking: the frame ${frameUrl.href} did not answer. Put frame.html, frame.css, myo-frame.js and myo.js beside myo-extras.js, and allow that address as frame-src in this page's Content-Security-Policy.`,
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

/** Every token that our own sheets read. */
function tokenNames({ shadowRoot }: BookingFlow): readonly string[] {
  const sheets = shadowRoot?.adoptedStyleSheets ?? [];
  const text = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join();
  return [...new Set(text.match(/--myo-[\w-]+/g))];
}
