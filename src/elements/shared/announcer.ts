import { html, type ReactiveControllerHost } from 'lit';

/** Says things aloud once, through a live region that its host renders with `${this.announcer.region}`. */
export class Announcer {
  #words = '';

  constructor(readonly host: ReactiveControllerHost) {}

  /** The same words twice in a row are said twice: a trailing no-break space makes them new. */
  say(words: string) {
    this.#words = words === this.#words ? `${words}\u00a0` : words;
    this.host.requestUpdate();
  }

  get region() {
    return html`<div class="unseen" role="status">${this.#words}</div>`;
  }
}
