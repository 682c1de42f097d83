import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isMinor, noDetails, problemsOf, type Asks, type Details, type DetailsProblem } from '../../domain/details.ts';
import { DetailsChangeEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { birthDate, choices, optional, textField } from './fields.ts';
import { styles } from './patient-details.styles.ts';

export type Field = DetailsProblem['field'];

/**
 * Asks who comes: for oneself, for somebody else, for a child. Fields are checked when they are left, never while
 * somebody types. They live in the shadow root, so no form of the page ever sends them.
 *
 * @tag myo-patient-details
 * @slot heading - Instead of the heading.
 * @event {DetailsChangeEvent} myo-details-change - Something was typed; it is in `value`, not in the event.
 * @csspart field - A label with its input and its error.
 * @csspart label - The words above an input.
 * @csspart input - Where something is typed.
 * @csspart error - What is wrong with a field, and what to do.
 * @csspart answer - A radio button or check box with its words.
 */
export class PatientDetails extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  /** What was typed. */
  @property({ attribute: false }) value: Details = noDetails;

  /** Which fields the clinic asks for. */
  @property({ attribute: false }) asks: Asks = {
    phone: 'required',
    email: 'optional',
    birthDate: 'optional',
    note: 'optional',
  };

  /** Today at the clinic, `YYYY-MM-DD`. */
  @property() today = '';

  /** Fields that were left once, or that somebody tried to go on without. */
  @state() touched: ReadonlySet<Field> = new Set();

  protected booking = new BookingSlice<PatientDetails>(this, (state) => ({
    value: state.details,
    asks: state.catalog.value?.policy.details ?? this.asks,
    today: state.today,
  }));

  /** Shows everything that is missing or wrong, and goes to the first of it. */
  reportValidity(): boolean {
    const { problems } = this;
    this.touched = new Set([...this.touched, ...problems.map(({ field }) => field)]);
    if (problems.length > 0) void this.focusOn('[aria-invalid=true]');
    return problems.length === 0;
  }

  get problems() {
    return problemsOf(this.value, this.asks, this.today);
  }

  override render() {
    const { value, asks, text } = this;
    const { name, phone, email, note, returning, bookedBy } = value;
    const words = text.details;
    const other = !!bookedBy;
    const own = (token: string) => (other ? 'off' : token);
    const yesNo = [true, false].map((is) => ({
      value: is,
      label: is ? words.yes : words.no,
      picked: returning === is,
    }));
    const change = (key: keyof Details) => (typed: string) => ({ [key]: typed });
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading" tabindex="-1">${words.heading}</h2></slot>
        ${textField(this, 'name', { label: words.name(other), value: name, change: change('name'), autocomplete: own('name') })}
        ${asks.phone !== 'hidden' ? textField(this, 'phone', { label: words.phone(other), value: phone, change: change('phone'), type: 'tel', autocomplete: own('tel') }) : nothing}
        ${asks.email !== 'hidden' ? textField(this, 'email', { label: words.email(other), value: email, change: change('email'), type: 'email', autocomplete: own('email') }) : nothing}
        ${asks.birthDate !== 'hidden' ? birthDate(this, other) : nothing} ${this.#guardian()}
        ${choices(words.returning(other), 'radio', yesNo, (picked) => this.change({ returning: picked }))} ${this.#reach()}
        ${asks.note !== 'hidden' ? textField(this, 'note', { label: html`${words.note} ${optional(this, asks.note)}`, value: note, change: change('note'), hint: words.noteHint }) : nothing}
        ${this.#bookedBy()}
      </div>
    `;
  }

  #guardian() {
    const { guardian } = this.value;
    if (!guardian) return nothing;
    const words = this.text.details;
    return html`
      <fieldset part="note calm">
        <legend class="unseen">${words.guardianHeading}</legend>
        <b aria-hidden="true">${words.guardianHeading}</b>
        <p part="hint">${words.guardianWhy}</p>
        ${textField(this, 'guardian', { label: words.guardian, value: guardian.name, change: (name) => ({ guardian: { ...guardian, name } }) })}
        ${textField(this, 'guardianPhone', { label: words.guardianPhone, value: guardian.phone, change: (phone) => ({ guardian: { ...guardian, phone } }), type: 'tel' })}
      </fieldset>
    `;
  }

  #bookedBy() {
    const { bookedBy } = this.value;
    const words = this.text.details;
    const toggle = () => this.change({ bookedBy: bookedBy ? undefined : { name: '', relation: '' } });
    return html`
      <button part="button" class="start" aria-expanded=${!!bookedBy} @click=${toggle}>
        ${bookedBy ? words.forMyself : words.forOther}
      </button>
      ${
        bookedBy
          ? [
              textField(this, 'bookedBy', {
                label: words.bookedBy,
                value: bookedBy.name,
                change: (name) => ({ bookedBy: { ...bookedBy, name } }),
                autocomplete: 'name',
              }),
              textField(this, 'relation', {
                label: words.relation,
                value: bookedBy.relation,
                change: (relation) => ({ bookedBy: { ...bookedBy, relation } }),
              }),
            ]
          : nothing
      }
    `;
  }

  /** How to remind the patient, as far as there is a way. */
  #reach() {
    const { reach, email, phone } = this.value;
    const words = this.text.details;
    const ways = [email.trim() && 'email', phone.trim() && 'sms'] as const;
    const all = ways.flatMap((way) =>
      way ? [{ value: way, label: words.reachBy[way], picked: reach.includes(way) }] : [],
    );
    if (all.length === 0) return nothing;
    return choices(words.reach, 'checkbox', all, (way, on) =>
      this.change({ reach: [...reach.filter((other) => other !== way), ...(on ? [way] : [])] }),
    );
  }

  born = (date: string) => {
    const minor = isMinor(date, this.today);
    this.change({
      birthDate: date,
      guardian: minor ? (this.value.guardian ?? { name: '', relation: '', phone: '' }) : undefined,
    });
  };

  change(change: Partial<Details>) {
    this.value = { ...this.value, ...change };
    this.dispatchEvent(new DetailsChangeEvent(this.problems.length === 0));
  }

  /** A field that is left with something in it is checked. */
  leave(field: Field, value: string) {
    if (value.trim()) this.touched = new Set([...this.touched, field]);
  }
}
