import { html, nothing } from 'lit';
import { property, state } from '../shared/property.ts';
import { servicesOf } from '../../booking/selectors.ts';
import type { StepId } from '../../booking/state.ts';
import type { Booking, Clinic, ConsentText, Service } from '../../contract/index.ts';
import { phonesFirst, type Screening } from '../../domain/checklist/index.ts';
import { isDay } from '../../domain/day.ts';
import { noDetails, type Details } from '../../domain/details.ts';
import { BookingSubmitEvent, ConsentChangeEvent, StepSelectEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { answer, labelled, typed } from '../shared/fields.ts';
import { late } from '../shared/late.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { styles } from './booking-summary.styles.ts';
import { chosen, chosenFrom, row, type Chosen } from './chosen.ts';
import { confirmation, notes, zoneOf } from './confirmation.ts';

/** "Jo Santos, father, (303) 555-0101". */
const inWords = (person: Readonly<Record<string, string>> | undefined) =>
  person && Object.values(person).filter(Boolean).join(', ');

/**
 * Shows everything before it is booked, with a way to change each part, and afterwards the confirmation to keep or print.
 *
 * @tag myo-booking-summary
 * @slot heading - Instead of the heading, of the review and of the confirmation.
 * @slot tick - Instead of the sign that all is well.
 * @event {StepSelectEvent} myo-step-select - The patient wants to change something.
 * @event {ConsentChangeEvent} myo-consent-change - Consents were ticked or unticked, or signed; the name is in `signature`.
 * @event {BookingSubmitEvent} myo-booking-submit - The patient confirms.
 * @parts heading, subheading, hint, note, calm, button, primary, link, phone, control, selected, field, label, error, input, answer, facts, row, term, fact, zone
 * @csspart change - The button that changes a fact.
 * @csspart consents - What the patient is asked to agree to.
 * @csspart consent - One consent with its check box; also `selected`.
 * @csspart agreed - What was agreed to, on the confirmation.
 * @csspart policy - The clinic's rules.
 * @csspart confirm - The button that books.
 * @csspart tick - The sign that all is well.
 * @csspart reference - The number of the booking.
 * @csspart doctor - What a patient takes to their doctor, where one has to agree.
 * @csspart paper - The page for that doctor.
 * @csspart reasons - On it, why the clinic asks.
 * @csspart boxes - On it, what the doctor may answer.
 * @csspart print - The button that prints it.
 */
export class BookingSummary extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  @property({ attribute: false }) clinic: Clinic | undefined;
  /** Treatment, time, place and price, as far as they are chosen. */
  @property({ attribute: false }) chosen: Chosen = {};

  /** Everything the clinic offers, to name the appointments of a booking. */
  @property({ attribute: false }) services: readonly Service[] = [];

  @property({ attribute: false }) details: Details = noDetails;

  /** What the patient is asked to agree to. */
  @property({ attribute: false }) consents: readonly ConsentText[] = [];

  /** Ids of the consents that are ticked. */
  @property({ attribute: false }) consented: readonly string[] = [];

  /** The name that is typed under them. */
  @property({ attribute: false }) signature = '';

  /** The code that was sent to the patient's contact, as typed; undefined while nobody asks for one. */
  @property({ attribute: false }) code: string | undefined;

  /** The clinic's rules in words: cancelling, coming late. */
  @property({ attribute: false }) policyText = '';

  /** What the checklist has found; how the therapist will adapt is said again here. */
  @property({ attribute: false }) screening: Screening | undefined;

  /** Questions for which a therapist phones the patient, where a doctor would have to agree. */
  @property({ attribute: false }) phoneFirst: readonly string[] = [];

  /** True while the endpoint is at work. */
  @property({ type: Boolean }) confirming = false;

  /** The finished booking; once it is there, the confirmation is shown. */
  @property({ attribute: false }) booking: Booking | undefined;

  @state() private asked = false;

  protected slice = new BookingSlice<BookingSummary>(this, (state) => ({
    clinic: state.catalog.value?.clinic,
    chosen: chosenFrom(state),
    services: servicesOf(state),
    details: state.details,
    consents: state.catalog.value?.policy.consents ?? [],
    consented: state.consented,
    signature: state.signature,
    code: state.code,
    policyText: state.catalog.value?.policy.text ?? '',
    screening: state.screening,
    phoneFirst: state.catalog.value?.policy.phoneFirst ?? [],
    confirming: state.confirming,
    booking: state.booking,
  }));

  /** Whether everything that must be agreed to is ticked and signed; if not, shows and goes to the first that is not. */
  reportValidity(): boolean {
    this.asked = true;
    const missing = this.#unsigned || this.consents.some((consent) => this.#isMissing(consent));
    if (missing) void this.focusOn('[aria-invalid=true]');
    return !missing;
  }

  override render() {
    return this.booking ? confirmation(this, this.booking) : this.#review();
  }

  #review() {
    const { text, confirming, policyText, screening, phoneFirst } = this;
    const words = text.summary;
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading">${words.heading}</h2></slot>
        <div class="close">
          ${chosen(this.chosen, this, this.#change)} ${zoneOf(this, this.chosen.location)}
        </div>
        <dl part="facts">${this.#people()}</dl>
        ${notes(this, screening?.outcome === 'clearance' && words.clearanceAhead(phonesFirst(screening.reasons, phoneFirst)))} ${this.#consents()} ${policyText ? html`<p part="hint policy">${policyText}</p>` : nothing}
        ${this.code === undefined ? nothing : late(this, 'own-fields')?.contactCode(this, labelled, typed)}
        <button part="button primary confirm" aria-disabled=${confirming} @click=${this.#confirm}>
          ${confirming ? words.confirming : words.confirm}
        </button>
      </div>
    `;
  }

  #change = (step: StepId, what: string) => html`
    <button part="link change" aria-label=${this.text.summary.change(what)} @click=${() => this.dispatchEvent(new StepSelectEvent(step))}>
      ${this.text.shared.change}
    </button>
  `;

  /** Who comes, who books for them, who agrees for them, and what they have told us. */
  #people() {
    const { text, format, details, screening } = this;
    const { name, phone, email, birthDate, reach, bookedBy, guardian, note } = details;
    const { patient, answered } = text.summary;
    const words = text.details;
    const who = html`<span>
      ${name} <br />
      <small dir="ltr">${[phone, email].filter(Boolean).join(', ')}</small>
    </span>`;
    return [
      row(patient, who, this.#change('details', patient)),
      row(words.birthDate(false), isDay(birthDate) && format.fullDate(birthDate)),
      row(words.reach, format.list(reach.map((way) => words.reachBy[way as 'email']))),
      row(words.note, note.trim()),
      row(words.bookedBy, inWords(bookedBy)),
      row(words.guardian, inWords(guardian)),
      row(text.summary.checklist, screening && answered, this.#change('checklist', text.summary.checklist)),
    ];
  }

  #consents() {
    if (this.consents.length === 0) return nothing;
    return html`
      <fieldset class="close" part="consents">
        <legend part="label">${this.text.summary.consents}</legend>
        ${this.consents.map(this.#consent)} ${this.#signature()}
      </fieldset>
    `;
  }

  /** A name typed under what is agreed to; for a minor that of who agrees for them. */
  #signature() {
    const words = this.text.summary;
    const error = this.asked && this.#unsigned ? words.unsigned : undefined;
    return labelled({ id: 'signature', words: words.signature(!!this.details.guardian), error }, (marks) =>
      typed({
        ...marks,
        value: this.signature,
        autocomplete: 'name',
        longest: 200,
        onInput: (signature) => {
          this.signature = signature;
          this.#agreed();
        },
      }),
    );
  }

  get #unsigned() {
    return (
      this.consents.some(({ id, required }) => required || this.consented.includes(id)) &&
      !/\p{L}/u.test(this.signature)
    );
  }

  #consent = (consent: ConsentText, index: number) => {
    const missing = this.asked && this.#isMissing(consent);
    const errorId = `error-${index}`; // The clinic's own ids may have spaces in them.
    return html`
      <div part="field">
        ${answer({
          type: 'checkbox',
          part: 'consent',
          words: consent.text,
          picked: this.consented.includes(consent.id),
          described: errorId,
          invalid: missing,
          pick: (on) => this.#tick(consent.id, on),
        })}
        ${missing ? html`<span part="error" id=${errorId}>${this.text.summary.consentMissing}</span>` : nothing}
      </div>
    `;
  };

  #isMissing = ({ id, required }: ConsentText) => required && !this.consented.includes(id);

  #tick(id: string, on: boolean) {
    const others = this.consented.filter((other) => other !== id);
    this.consented = on ? [...others, id] : others;
    this.#agreed();
  }

  #agreed = () => this.dispatchEvent(new ConsentChangeEvent(this.consented));

  #confirm = () => {
    if (!this.confirming && this.reportValidity()) this.dispatchEvent(new BookingSubmitEvent());
  };
}
