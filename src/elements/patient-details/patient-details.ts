import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isMinor, noDetails, problemsOf, type Asks, type Details, type DetailsProblem } from '../../domain/details.ts';
import { DetailsChangeEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { dateField } from '../shared/date-field.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { problemWords, yesOrNo } from './fields.ts';
import { styles } from './patient-details.styles.ts';

type Field = DetailsProblem['field'];
interface TextField {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => Partial<Details>;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: string;
}

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
 * @csspart choice - A radio button or check box with its words.
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
  @state() private touched: ReadonlySet<Field> = new Set();

  protected booking = new BookingSlice<PatientDetails>(this, (state) => ({
    value: state.details,
    asks: state.catalog.value?.policy.details ?? this.asks,
    today: state.today,
  }));

  /** Shows everything that is missing or wrong, and goes to the first of it. */
  reportValidity(): boolean {
    const problems = this.#problems;
    this.touched = new Set([...this.touched, ...problems.map(({ field }) => field)]);
    if (problems.length > 0) void this.focusOn('[aria-invalid=true]');
    return problems.length === 0;
  }

  override render() {
    const { value, asks, text } = this;
    const words = text.details;
    const other = value.bookedBy !== undefined;
    const own = (token: string) => (other ? 'off' : token);
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading" tabindex="-1">${words.heading}</h2></slot>
        ${this.#text({ field: 'name', label: words.name(other), value: value.name, change: (name) => ({ name }), autocomplete: own('name') })}
        ${
          asks.phone === 'hidden'
            ? nothing
            : this.#text({
                field: 'phone',
                label: words.phone(other),
                value: value.phone,
                change: (phone) => ({ phone }),
                type: 'tel',
                autocomplete: own('tel'),
              })
        }
        ${
          asks.email === 'hidden'
            ? nothing
            : this.#text({
                field: 'email',
                label: words.email(other),
                value: value.email,
                change: (email) => ({ email }),
                type: 'email',
                autocomplete: own('email'),
              })
        }
        ${asks.birthDate === 'hidden' ? nothing : this.#birthDate(other)} ${this.#guardian()}
        ${yesOrNo({ legend: words.returning(other), name: 'returning', value: value.returning, text, onPick: (returning) => this.#change({ returning }) })}
        ${this.#reach()} ${asks.note === 'hidden' ? nothing : this.#note()} ${this.#bookedBy()}
      </div>
    `;
  }

  get #problems() {
    return problemsOf(this.value, this.asks, this.today);
  }

  /** A problem is shown once its field was left; a field that is still being typed in is left alone. */
  #error(field: Field) {
    const problem = this.touched.has(field) ? this.#problems.find((one) => one.field === field) : undefined;
    return problem && html`<span part="error" id="${field}-error">${problemWords(problem, this.text)}</span>`;
  }

  #text({ field, label, value, change, type = 'text', autocomplete = 'off' }: TextField) {
    const error = this.#error(field);
    return html`
      <div part="field">
        <label part="label" for=${field}>${label}</label>
        ${error}
        <input
          part="input"
          id=${field}
          type=${type}
          autocomplete=${autocomplete}
          maxlength="254"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${error ? `${field}-error` : nothing}
          .value=${value}
          @input=${(event: Event) => this.#change(change((event.target as HTMLInputElement).value))}
          @blur=${() => this.#leave(field, value)}
        />
      </div>
    `;
  }

  #birthDate(other: boolean) {
    const error = this.#error('birthDate');
    return html`
      <fieldset part="field">
        <legend part="label">
          ${this.text.details.birthDate(other)}
          ${this.asks.birthDate === 'optional' ? html`<small>${this.text.shared.optional}</small>` : nothing}
        </legend>
        ${error}
        ${dateField({
          id: 'birth',
          value: this.value.birthDate,
          words: this.text.details.date,
          locale: this.format.locale,
          describedBy: error && 'birthDate-error',
          invalid: error !== undefined,
          autocomplete: other ? undefined : 'bday',
          onInput: (birthDate) => this.#born(birthDate),
          onLeave: () => this.#leave('birthDate', this.value.birthDate),
        })}
      </fieldset>
    `;
  }

  #guardian() {
    const { guardian } = this.value;
    if (!guardian) return nothing;
    const words = this.text.details;
    return html`
      <fieldset part="note calm" class="stack">
        <legend class="unseen">${words.guardianHeading}</legend>
        <b aria-hidden="true">${words.guardianHeading}</b>
        <p part="hint">${words.guardianWhy}</p>
        ${this.#text({ field: 'guardian', label: words.guardian, value: guardian.name, change: (name) => ({ guardian: { ...guardian, name } }) })}
        ${this.#text({ field: 'guardianPhone', label: words.guardianPhone, value: guardian.phone, type: 'tel', change: (phone) => ({ guardian: { ...guardian, phone } }) })}
      </fieldset>
    `;
  }

  #bookedBy() {
    const { bookedBy } = this.value;
    const words = this.text.details;
    const toggle = () => this.#change({ bookedBy: bookedBy ? undefined : { name: '', relation: '' } });
    return html`
      <div class="stack">
        <button part="button" class="start" aria-expanded=${bookedBy ? 'true' : 'false'} @click=${toggle}>
          ${bookedBy ? words.forMyself : words.forOther}
        </button>
        ${
          bookedBy
            ? [
                this.#text({
                  field: 'bookedBy',
                  label: words.bookedBy,
                  value: bookedBy.name,
                  change: (name) => ({ bookedBy: { ...bookedBy, name } }),
                  autocomplete: 'name',
                }),
                this.#text({
                  field: 'relation',
                  label: words.relation,
                  value: bookedBy.relation,
                  change: (relation) => ({ bookedBy: { ...bookedBy, relation } }),
                }),
              ]
            : nothing
        }
      </div>
    `;
  }

  #reach() {
    const { reach, email, phone } = this.value;
    const words = this.text.details;
    const ways = [...(email.trim() ? (['email'] as const) : []), ...(phone.trim() ? (['sms'] as const) : [])];
    if (ways.length === 0) return nothing;
    const pick = (way: 'email' | 'sms', on: boolean) =>
      this.#change({ reach: on ? [...reach, way] : reach.filter((other) => other !== way) });
    return html`
      <fieldset part="field">
        <legend part="label">${words.reach}</legend>
        <div class="row">
          ${ways.map(
            (way) => html`
              <label part="choice">
                <input type="checkbox" .checked=${reach.includes(way)} @change=${(event: Event) => pick(way, (event.target as HTMLInputElement).checked)} />
                ${words.reachBy[way]}
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  #note() {
    const error = this.#error('note');
    return html`
      <div part="field">
        <label part="label" for="note">
          ${this.text.details.note} ${this.asks.note === 'optional' ? html`<small>${this.text.shared.optional}</small>` : nothing}
        </label>
        <small id="note-hint">${this.text.details.noteHint}</small>
        ${error}
        <textarea
          part="input"
          id="note"
          rows="3"
          maxlength="4000"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${error ? 'note-error note-hint' : 'note-hint'}
          .value=${this.value.note}
          @input=${(event: Event) => this.#change({ note: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
    `;
  }

  #born(birthDate: string) {
    const minor = isMinor(birthDate, this.today);
    this.#change({
      birthDate,
      guardian: minor ? (this.value.guardian ?? { name: '', relation: '', phone: '' }) : undefined,
    });
  }

  #change(change: Partial<Details>) {
    this.value = { ...this.value, ...change };
    this.dispatchEvent(new DetailsChangeEvent(this.#problems.length === 0));
  }

  #leave(field: Field, value: string) {
    if (value.trim()) this.touched = new Set([...this.touched, field]);
  }
}
