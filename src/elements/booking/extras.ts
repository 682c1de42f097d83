import { html, type ReactiveController } from 'lit';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { chunks } from '../shared/chunks.ts';
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

const names = ['mode', 'isolate', 'services', 'therapists', 'location', 'afterUrl', 'source'] as const;

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
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.follow);
    this.extras?.end();
    this.extras = undefined;
  }

  follow = () => {
    if (this.missing) void this.load();
  };

  async load() {
    try {
      const { PageExtras } = await chunks.extras();
      if (this.extras || !this.host.isConnected) return;
      this.extras = new PageExtras(this.host, html);
      this.host.run();
      this.host.requestUpdate();
    } catch (error) {
      console.error('myo-booking: put myo-extras.js beside myo.js, with Access-Control-Allow-Origin.', error);
    }
  }
}
