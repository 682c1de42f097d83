import { html, nothing } from 'lit';
import { property, state } from '../shared/property.ts';
import type { OwnField } from '../../contract/own-fields.ts';
import {
  guardianOf,
  noDetails,
  problemsOf,
  type Asks,
  type Details,
  type DetailsProblem,
} from '../../domain/details.ts';
import { DetailsChangeEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { late } from '../shared/late.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { birthDate, choices, optional, textField, type TextFieldOptions } from './fields.ts';
import { styles } from './patient-details.styles.ts';

export type Field = DetailsProblem['field'] | `own-${number}`;

/**
 * Asks who comes: for oneself, for somebody else, for a child. Fields are checked when they are left, never while
 * somebody types. They live in the shadow root, so no form of the page ever sends them.
 *
 * @tag myo-patient-details
 * @slot heading - Instead of the heading.
 * @event {DetailsChangeEvent} myo-details-change - Something was typed; it is in `value`, not in the event.
 * @parts heading, note, calm, button, control, selected, field, label, help, error, input, date, answer
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

  /** What this clinic asks for besides: insurance, referral, claim number. */
  @property({ attribute: false }) fields: readonly OwnField[] = [];

  /** Today at the clinic, `YYYY-MM-DD`. */
  @property() today = '';

  /** Fields that were left once, or that somebody tried to go on without. */
  @state() touched: readonly Field[] = [];

  protected booking = new BookingSlice<PatientDetails>(this, (state) => ({
    value: state.details,
    asks: state.catalog.value?.policy.details ?? this.asks,
    fields: state.catalog.value?.policy.fields ?? [],
    today: state.today,
  }));

  /** Shows everything that is missing or wrong, and goes to the first of it. */
  reportValidity(): boolean {
    const { problems } = this;
    this.touched = [...this.touched, ...problems.map(({ field }) => field)];
    if (problems.length > 0) void this.focusOn('[aria-invalid=true]');
    return problems.length === 0;
  }

  get problems(): readonly { readonly field: Field; readonly problem: string }[] {
    return [...problemsOf(this.value, this.asks, this.today), ...(this.#ownFields?.problems(this) ?? [])];
  }

  /** Drawn by a file of its own, which few clinics need. */
  get #ownFields() {
    return this.fields[0] && late(this, 'own-fields');
  }

  override render() {
    const { text, asks, value } = this;
    const { returning } = value;
    const words = text.details;
    const other = !!value.bookedBy;
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading">${words.heading}</h2></slot>
        ${this.#own('name', words.name(other))}
        ${this.#own('phone', words.phone(other), 'tel')}
        ${this.#own('email', words.email, 'email')}
        ${asks.birthDate !== 'hidden' ? birthDate(this, other) : nothing} ${this.#guardian()}
        ${choices(
          words.returning(other),
          'radio',
          [true, false],
          (is) => (is ? words.yes : words.no),
          (is) => is === returning,
          (is) => this.change({ returning: is }),
        )}
        ${this.#reach()}
        ${this.#own('note', words.note, 'lines', words.noteHint)}
        ${this.#ownFields?.ownFields(this, textField, choices)} ${this.#bookedBy()}
      </div>
    `;
  }

  /** A field of the patient's own; the browser knows nothing about somebody else. */
  #own(field: 'name' | 'phone' | 'email' | 'note', label: string, type = 'name', help?: string) {
    const { asks, value } = this;
    const ask = (asks as Partial<Record<typeof field, string>>)[field];
    if (ask === 'hidden') return nothing;
    const words = html`${label} ${optional(this, ask, field)}`;
    const autocomplete = value.bookedBy ? 'off' : type;
    return textField(this, field, words, value[field], (typed) => ({ [field]: typed }), { type, autocomplete, help });
  }

  /** Fields of somebody else: who books, or who agrees. */
  #others(
    who: 'bookedBy' | 'guardian',
    whose: Readonly<Record<string, string>>,
    fields: readonly (readonly [field: Field, key: string, label: string, options?: TextFieldOptions])[],
  ) {
    return fields.map(([field, key, label, options = {}]) =>
      textField(this, field, label, whose[key] ?? '', (typed) => ({ [who]: { ...whose, [key]: typed } }), options),
    );
  }

  #guardian() {
    const guardian = guardianOf(this.value, this.today);
    if (!guardian) return nothing;
    const words = this.text.details;
    return html`
      <fieldset part="note calm" aria-label=${words.guardianHeading}>
        <b>${words.guardianHeading}</b>
        <div class="stack">
          ${this.#others('guardian', guardian, [
            ['guardian', 'name', words.guardian],
            ['guardianRelation', 'relation', words.relation],
            ['guardianPhone', 'phone', words.guardianPhone, { type: 'tel' }],
          ])}
        </div>
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
        bookedBy &&
        this.#others('bookedBy', bookedBy, [
          ['bookedBy', 'name', words.bookedBy, { autocomplete: 'name' }],
          ['relation', 'relation', `${words.relation} ${this.text.shared.optional}`],
        ])
      }
    `;
  }

  /** How to remind the patient, as far as there is a way. */
  #reach() {
    const { value, text } = this;
    const { reach, email, phone } = value;
    const ways = (['email', 'sms'] as const).filter((way) => (way === 'email' ? email : phone).trim());
    if (ways.length === 0) return nothing;
    return choices(
      text.details.reach,
      'checkbox',
      ways,
      (way) => text.details.reachBy[way],
      (way) => reach.includes(way),
      (way, on) => this.change({ reach: on ? [...reach, way] : reach.filter((other) => other !== way) }),
    );
  }

  born = (birthDate: string) => this.change({ birthDate });

  change(change: Partial<Details>) {
    this.value = { ...this.value, ...change };
    this.dispatchEvent(new DetailsChangeEvent(this.problems.length === 0));
  }

  /** A field that is left with something in it is checked; who need not agree is forgotten, but not while a date is typed. */
  leave(field: Field, value: string) {
    if (field === 'birthDate') this.change({ guardian: guardianOf(this.value, this.today) });
    if (value.trim()) this.touched = [...this.touched, field];
  }
}
