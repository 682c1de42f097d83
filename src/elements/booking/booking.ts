import { html, nothing, type PropertyValues } from 'lit';
import { property } from '../shared/property.ts';
import { runBooking, type RunningBooking } from '../../booking/effects/index.ts';
import { haltOf, troubleIn } from '../../booking/selectors.ts';
import type { BookingState } from '../../booking/state.ts';
import { nextStep, previousStep } from '../../booking/steps.ts';
import { BookingStore } from '../../booking/store.ts';
import { today } from '../../domain/day.ts';
import { noDetails, type Details } from '../../domain/details.ts';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { wrongAddress } from '../../endpoint/address.ts';
import { HttpEndpoint } from '../../endpoint/http-endpoint.ts';
import { BookingConfirmEvent, BookingFailEvent, StepChangeEvent } from '../../events.ts';
import type { Messages } from '../../locales/messages.ts';
import { Announcer } from '../shared/announcer.ts';
import { facts } from '../booking-summary/facts.styles.ts';
import { storeKey } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { storage } from '../shared/storage.ts';
import { troubleNote } from '../shared/trouble.ts';
import { styles } from './booking.styles.ts';
import { beginsAnew, ExtrasLoader } from './extras.ts';
import { foot, head, side } from './frame.ts';
import { HoldClock } from './hold-clock.ts';
import { listen } from './intents.ts';
import { stepView, type StepElement } from './views.ts';

/**
 * The whole way to an appointment: treatment, checklist, time, details, review, confirmation. What stands between its
 * tags is shown until the clinic's data is there, and stays if it never comes.
 *
 * @tag myo-booking
 * @slot - Shown until the booking is ready, and again if it cannot be.
 * @slot service - Instead of the treatment step.
 * @slot checklist - Instead of the checklist.
 * @slot calendar - Instead of the calendar.
 * @slot details - Instead of the details.
 * @slot review - Instead of the review.
 * @slot confirmed - Instead of the confirmation.
 * @slot empty - Instead of the note that nothing can be booked online.
 * @slot opener - Instead of the words of the button that floats.
 * @slot dismiss - Instead of the cross that closes the popup.
 * @event {StepChangeEvent} myo-step-change - Another step is on screen.
 * @event {BookingConfirmEvent} myo-booking-confirm - The appointment is confirmed.
 * @event {BookingFailEvent} myo-booking-fail - Something failed; `reason` is its kind.
 * @event {WidgetOpenEvent} myo-widget-open - The popup was opened.
 * @attr {string} lang - Language of the texts; else that of the nearest element around which has one.
 * @parts subheading, hint, note, trouble, retry, button, primary, link, phone, facts, row, term, fact
 * @csspart frame - Everything.
 * @csspart head - Progress and its words.
 * @csspart progress - The bar of steps.
 * @csspart mark - One step of the bar; also `done`.
 * @csspart done - A step that was reached.
 * @csspart position - Which step this is, in words.
 * @csspart layout - The step, and what was chosen beside it.
 * @csspart step - The step.
 * @csspart side - What was chosen so far.
 * @csspart kept - How long the time is kept.
 * @csspart foot - Back, continue, and the clinic's number.
 * @csspart back - The way back.
 * @csspart loading - That the clinic's data is on its way.
 * @csspart opener - The button that floats.
 * @csspart dialog - What it opens.
 * @csspart dismiss - The button that closes it.
 * @csspart onward - The way to `after`, once the appointment is confirmed.
 * @csspart isolated - The frame of an isolated booking.
 * @cssproperty {color} [--myo-dialog-color=CanvasText] - Ink of the popup.
 */
export class BookingFlow extends MyoElement {
  static override styles = [MyoElement.styles, facts, styles];

  /** Base URL of the clinic's booking endpoint. */
  @property({ reflect: true }) endpoint = '';

  /** Asks for the time before the checklist. */
  @property({ type: Boolean, attribute: 'time-first' }) timeFirst = false;

  /** Another protocol than the contract's own; it then speaks for `endpoint`. */
  @property({ attribute: false }) adapter: BookingEndpoint | undefined;

  /** How it stands on the page: `inline`, `popup` (whatever is marked `data-myo-open` opens it), or `floating`. */
  @property() mode = '';

  /** Runs in a frame of the script's own origin, which no script of the page can look into. */
  @property({ type: Boolean }) isolate = false;

  /** Ids, by spaces, of the only services that are offered here, unlisted ones too; all that are listed if empty. */
  @property() services = '';

  /** Ids, by spaces, of the only therapists who are offered here; all if empty. */
  @property() therapists = '';

  /** Id of the only location that is offered here; all if empty. */
  @property() location = '';

  /** Address that is opened once the patient has seen the confirmation; nothing is added to it. */
  @property({ attribute: 'after' }) afterUrl = '';

  /** One word that is sent along with the booking, from a list in the clinic's data. */
  @property() source = '';

  /** What is known of the patient already; never read from an address. */
  @property({ attribute: false }) patient: Partial<Details> | undefined;

  /** The booking itself: its state, and `send` for its actions. */
  store = new BookingStore();

  readonly announcer = new Announcer(this);
  readonly #loader = new ExtrasLoader(this);
  readonly #holdClock = new HoldClock(this);
  #running: RunningBooking | undefined;

  constructor() {
    super();
    listen(this);
  }

  /** What the elements inside find the booking by. */
  get [storeKey]() {
    return this.store;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#returned);
    if (this.hasUpdated) this.run();
  }

  /** What the clinic has said in another language is asked for again; what the patient has chosen stays. */
  override speak(learnt?: Messages) {
    const { tag } = this.text;
    super.speak(learnt);
    if (this.text.tag !== tag && this.#running) this.run(true);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#returned);
    this.#stop();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (beginsAnew.some((name) => changed.has(name))) this.begin();
    else if (changed.has('patient'))
      this.store.send({ type: 'details-changed', details: { ...this.store.state.details, ...this.patient } });
    this.#loader.follow();
  }

  override render() {
    const content = this.#content();
    return this.#loader.extras?.around(content) ?? content;
  }

  #content() {
    const { state } = this.store;
    const { catalog, trouble } = state;
    if (!catalog.value) return this.#unready();
    const phone = catalog.value.clinic.phone;
    const halt = haltOf(state);
    if (halt)
      return html`<div part="frame"><slot name="empty">${troubleNote({ trouble: halt, text: this.text, phone })}</slot></div>`;
    return html`
      <section part="frame" aria-label=${this.text.booking.label}>
        ${head(this, this.#holdClock)}
        <div part="layout">
          <div part="step">
            ${trouble ? troubleNote({ trouble, text: this.text, phone, retry: this.#retry }) : nothing}
            <slot name=${state.step}>${stepView[state.step]}</slot>
          </div>
          ${side(this, this.#holdClock)}
        </div>
        ${foot(this)} ${this.announcer.region}
      </section>
    `;
  }

  override updated() {
    this.#holdClock.follow(this.store.state.held);
  }

  /** Goes to the next page or step, once everything on this one is answered. */
  goOn = () => {
    const view = this.#view;
    if (view?.reportValidity?.() === false || view?.next?.()) return;
    this.store.send({ type: 'step-selected', step: nextStep(this.store.state) });
  };

  /** Goes to the page or step before. */
  goBack = () => {
    if (this.#view?.previous?.()) return;
    const step = previousStep(this.store.state);
    if (step) this.store.send({ type: 'step-selected', step });
  };

  /** Brings the booking before the patient; `fragment` chooses ahead as a link does, such as `service=s2&therapist=t1`. */
  open = (fragment?: string) => this.#loader.load().then(() => this.#loader.extras?.open(fragment));

  /** Closes the popup, and gives back the time that was kept. */
  close = () => this.#loader.extras?.close();

  /** Keeps the held time longer. */
  extendHold = () => this.#running?.extend();

  /** The element of the current step: the page's own child, else ours. */
  get #view(): StepElement | undefined {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>(`slot[name=${this.store.state.step}]`);
    return slot?.assignedElements({ flatten: true })[0] as StepElement | undefined;
  }

  #unready() {
    const { trouble } = this.store.state.catalog;
    return html`
      ${trouble ? troubleNote({ trouble, text: this.text, retry: this.#retry }) : nothing}
      <slot>${trouble || !this.#running ? nothing : html`<p part="hint loading" aria-live="polite">${this.text.booking.loading}</p>`}</slot>
    `;
  }

  /** Begins anew: another endpoint is another booking. */
  begin() {
    this.store = new BookingStore({ timeFirst: this.timeFirst, details: { ...noDetails, ...this.patient } });
    this.store.addEventListener('change', this.#changed);
    this.store.watch(this.#tell);
    this.#changed();
    this.run();
  }

  #stop() {
    this.#running?.close();
    this.#running = undefined;
  }

  /** Lets the endpoint serve the booking, from where it is: an element that was only moved has lost nothing. */
  run(stale?: boolean) {
    this.#stop();
    if (this.#loader.missing) return void this.#loader.load();
    const wrong = this.adapter ? undefined : wrongAddress(this.endpoint, document.baseURI);
    if (wrong) return console.error(wrong);
    const whole = this.adapter ?? new HttpEndpoint(new URL(this.endpoint, document.baseURI).href, this.text.tag);
    const { extras } = this.#loader;
    const endpoint = extras ? extras.serve(whole) : whole;
    if (!endpoint) return;
    this.store.send({ type: 'resumed', stale });
    this.#running = runBooking(this.store, endpoint, { tokens: storage.at(this.tokenKey), language: this.text.tag });
  }

  /** Under which name the token of a kept time outlives a reload: of several bookings on a page each has its own. */
  get tokenKey() {
    const before = [...document.querySelectorAll(this.localName)].indexOf(this);
    return `myo-booking ${this.endpoint}${before > 0 ? before : ''}`;
  }

  #changed = () => {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('myo-store'));
  };

  /** What a page may know of the booking. */
  #tell = (state: BookingState, before: BookingState) => {
    if (state.step !== before.step) void this.#entered();
    if (state.booking && !before.booking)
      this.dispatchEvent(new BookingConfirmEvent(state.booking.id, state.booking.status));
    const trouble = troubleIn(state);
    if (state.catalog.trouble && !before.catalog.trouble)
      console.error(`myo-booking: no booking endpoint answers at ${this.endpoint}.`);
    if (trouble && trouble !== troubleIn(before)) this.dispatchEvent(new BookingFailEvent(trouble.kind));
  };

  /** A new step is read from its heading on, once it is on screen: laying it out would make the pressing longer. */
  async #entered() {
    this.dispatchEvent(new StepChangeEvent(this.store.state.step));
    await new Promise(requestAnimationFrame);
    await this.#view?.focusHeading?.();
  }

  #retry = () => {
    const again = this.store.state.trouble?.again;
    this.store.send({ type: 'retried' });
    if (again) this.store.send(again);
  };

  #returned = () => {
    const { state } = this.store;
    const now = this.store.now();
    const timeZone = state.catalog.value?.clinic.timeZone;
    if (timeZone && !document.hidden && !state.booking)
      this.store.send({ type: 'returned', today: today(now, timeZone), now });
  };
}
