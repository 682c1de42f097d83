import { WidgetOpenEvent } from '../../events.ts';
import type { BookingFlow } from '../booking/booking.ts';
import type { Html } from './extras.ts';

/** Puts the booking into a dialog of the browser's own: the rest of the page rests, Escape closes, the focus returns. */
export class Opener {
  constructor(
    readonly flow: BookingFlow,
    readonly html: Html,
    /** Told once the dialog was closed. */
    readonly closed: () => void,
  ) {}

  around(content: unknown) {
    const { flow, html } = this;
    if (!this.#isPopup) return content;
    if (flow.getAttribute('mode') !== flow.mode) flow.setAttribute('mode', flow.mode);
    const words = flow.text;
    return html`
      ${
        flow.mode === 'floating'
          ? html`<button part="opener" aria-haspopup="dialog" @click=${() => this.open()}><slot name="opener">${words.booking.label}</slot></button>`
          : ''
      }
      <dialog part="dialog" aria-label=${words.booking.label} @close=${this.closed} @click=${this.#clicked}>
        <button part="dismiss" aria-label=${words.shared.close} @click=${() => this.close()}><slot name="dismiss">✕</slot></button>
        ${content}
      </dialog>
    `;
  }

  async open() {
    const { flow } = this;
    await flow.updateComplete;
    const dialog = this.#dialog;
    if (!dialog) {
      flow.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (dialog.open) return;
    dialog.showModal();
    flow.dispatchEvent(new WidgetOpenEvent());
  }

  close() {
    this.#dialog?.close();
  }

  get #isPopup() {
    return this.flow.mode === 'popup' || this.flow.mode === 'floating';
  }

  get #dialog() {
    return this.flow.renderRoot.querySelector('dialog');
  }

  /** The shade around closes; a press that began inside and ended outside does not. */
  #clicked = (event: MouseEvent) => {
    if (event.target !== event.currentTarget || !(event.target instanceof HTMLDialogElement)) return;
    const { left, right, top, bottom } = event.target.getBoundingClientRect();
    const { clientX: x, clientY: y, detail } = event;
    if (detail && (x < left || x > right || y < top || y > bottom)) this.close();
  };
}
