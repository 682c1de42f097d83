import { html, type ReactiveController } from 'lit';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { chunk } from '../shared/chunks.ts';
import type { BookingFlow } from './booking.ts';

/**
 * What few pages ask for: another way to stand on the page, limits of one tag, links that choose ahead. It comes in a
 * file of its own once a page does.
 */
export interface Extras {
  /** The endpoint as this page wants it; undefined where the booking runs in a frame. */
  serve(endpoint: BookingEndpoint): BookingEndpoint | undefined;
  /** The booking, and whatever stands around it. */
  around(content: unknown): unknown;
  /** Brings the booking before the patient, with what a fragment such as `service=s2` chooses ahead. */
  open(fragment?: string): void;
  /** Puts it away again. */
  close(): void;
  /** Lets go of the page. */
  end(): void;
}

const limits = ['isolate', 'services', 'therapists', 'location'] as const;

/** What decides what a booking is; where one of these changes, it begins anew. */
export const beginsAnew = [...limits, 'endpoint', 'adapter', 'timeFirst'] as const;

const names = [...limits, 'source', 'mode', 'afterUrl'] as const;

/** Loads the extras of a booking when its page needs them; where that fails, the fallback stays. */
export class ExtrasLoader implements ReactiveController {
  extras: Extras | undefined;

  constructor(readonly host: BookingFlow) {
    host.addController(this);
  }

  /** True while the booking has to wait for them. */
  get missing() {
    const { host } = this;
    const linked = /^#(myo-|hold=)/.test(location.hash) || document.querySelector('[data-myo-open]');
    return !this.extras && (names.some((name) => host[name]) || linked);
  }

  hostConnected() {
    addEventListener('hashchange', this.follow);
    document.addEventListener('click', this.#early);
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.follow);
    document.removeEventListener('click', this.#early);
    this.extras?.end();
    this.extras = undefined;
  }

  follow = () => {
    if (this.missing) void this.load();
  };

  /** Who presses a marked link or button before the extras are there waits for them, and does not press in vain. */
  #early = (event: Event) => {
    const mark = (event.target as Element).closest?.<HTMLElement>('[data-myo-open]');
    if (!mark || this.extras || event.defaultPrevented) return;
    event.preventDefault();
    document.removeEventListener('click', this.#early);
    void this.load().then(() => mark.click());
  };

  async load() {
    const file = await chunk('extras').catch(() => {});
    if (!file || this.extras || !this.host.isConnected) return;
    this.extras = new file.PageExtras(this.host, html);
    this.host.run();
    this.host.requestUpdate();
  }
}
