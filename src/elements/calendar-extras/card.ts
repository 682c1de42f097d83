import { anchored } from '../shared/anchored.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';

/** Milliseconds: a pointer that only passes opens nothing, and one on its way to the card finds it still there. */
const PASSING = 150;

/**
 * Which therapist's card is open, and what keeps it open. With a pointer and room it floats beside its button, above
 * everything; without, it stands below the row. Pressing keeps it, pressing again or Escape closes it; the focus never
 * goes into it, so it traps nothing.
 */
export class Card {
  /** Id of the therapist, empty while none is open. */
  open = '';
  floats = false;
  #kept = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #letGo = () => {};

  constructor(readonly calendar: TherapistCalendar) {}

  press(id: string) {
    if (this.open === id && (this.#kept || !this.floats)) return this.close();
    this.#show(id);
    this.#kept = true;
  }

  point(id: string, { pointerType }: PointerEvent) {
    if (pointerType === 'mouse' && this.#hasRoom()) this.#soon(() => this.#show(id));
  }

  /** Only the keyboard's focus: a finger's is followed by a press. */
  look(id: string, { target }: FocusEvent) {
    if (this.#hasRoom() && (target as Element).matches(':focus-visible')) this.#show(id);
  }

  stay = () => clearTimeout(this.#timer);

  leave = () => {
    if (!this.#kept) this.#soon(this.close);
  };

  blur = () => {
    if (this.floats) this.close();
  };

  close = () => {
    clearTimeout(this.#timer);
    this.#letGo();
    this.#letGo = () => {};
    this.open = '';
    this.#kept = false;
    this.calendar.requestUpdate();
  };

  #soon(what: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(what, PASSING);
  }

  #show(id: string) {
    clearTimeout(this.#timer);
    if (this.open === id) return;
    this.close();
    this.open = id;
    this.floats = this.#hasRoom();
    this.calendar.requestUpdate();
    void this.calendar.updateComplete.then(() => this.#place(id));
  }

  #place(id: string) {
    const find = (selector: string) => this.calendar.shadowRoot!.querySelector<HTMLElement>(selector);
    const [card, button] = [find('[part~=card]'), find(`[data-about="${CSS.escape(id)}"]`)];
    if (this.open !== id || !card || !button) return;
    const letGo = [this.#escapable(), this.floats ? this.#float(card, button) : this.#stand(card)];
    this.#letGo = () => letGo.forEach((end) => end());
  }

  #float(card: HTMLElement, button: HTMLElement) {
    if ('popover' in card) {
      card.popover = 'manual';
      card.showPopover();
    }
    return anchored(card, button, this.close);
  }

  /** Below its row it goes with its calendar, so that nothing listens on for one that has gone. */
  #stand(card: HTMLElement) {
    const watch = new ResizeObserver(() => card.isConnected || this.close());
    watch.observe(card);
    return () => watch.disconnect();
  }

  /** Escape closes the card wherever the focus is, and nothing else with it. */
  #escapable() {
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    };
    document.addEventListener('keydown', escape, { capture: true });
    return () => document.removeEventListener('keydown', escape, { capture: true });
  }

  #hasRoom() {
    const { calendar } = this;
    const em = parseFloat(getComputedStyle(calendar).fontSize);
    return matchMedia('(hover: hover)').matches && calendar.offsetWidth >= 34 * em;
  }
}
