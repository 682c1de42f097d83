import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../shared/property.ts';
import { alternatives, chosenSlot, screeningContext } from '../../booking/selectors.ts';
import type { Trouble } from '../../booking/state.ts';
import type { Clinic } from '../../contract/catalog.ts';
import type { QuestionnaireResponse } from '../../contract/response.ts';
import {
  evaluate,
  screen,
  toResponse,
  type Answers,
  type AnswerValue,
  type Evaluation,
  type Item,
  type Questionnaire,
  type Reason,
  type Screening,
} from '../../domain/checklist/index.ts';
import { dayOf, today } from '../../domain/day.ts';
import { ChecklistChangeEvent, ChecklistCompleteEvent, RetryEvent, ServiceSelectEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { troubleNote } from '../shared/trouble.ts';
import { styles } from './intake-checklist.styles.ts';
import { blocked, blockerOf, callBack, postponed, stopScreen, type Alternative } from './outcome.ts';
import { isOn, openOn, pagesOf } from './pages.ts';
import { Passing } from './passing.ts';
import { controlOf, questions } from './questions.ts';
import { readable, type Given } from './readable.ts';

/**
 * Asks a clinic's FHIR Questionnaire page by page, and says at once, in plain words, what an answer means. Nothing is
 * ticked beforehand, and no answer leaves the element but by its `answers` property.
 *
 * @tag myo-intake-checklist
 * @slot heading - Instead of the heading, which is the Questionnaire's title where no booking is around.
 * @slot hint - Instead of the line below the heading; without a booking around there is none.
 * @event {ChecklistChangeEvent} myo-checklist-change - An answer changed; the answers are in `answers`, not in the event.
 * @event {ServiceSelectEvent} myo-service-select - Another treatment was picked, since the chosen one is not advised.
 * @event {ChecklistCompleteEvent} myo-checklist-complete - Everything is answered and the patient goes on; only where no booking is around. The page reads `value`.
 * @event {RetryEvent} myo-retry - The checklist could not be loaded, and the patient tries again.
 * @parts heading, subheading, hint, note, calm, trouble, retry, button, primary, link, phone, control, selected, field, label, help, error, input, date, answer
 * @csspart loading - That the questions are on their way.
 * @csspart group - Questions under one heading.
 * @csspart question - One question with its answers, and what they mean.
 * @csspart answers - The answers to choose from; also `short`, `many`, `pairs`, `scale`.
 * @csspart short - A few short answers in a row.
 * @csspart many - Many answers in columns.
 * @csspart pairs - Many short answers in narrow columns.
 * @csspart scale - A row of numbers.
 * @csspart stop - What takes the place of the checklist in an emergency.
 * @csspart call-back - The form of whoever would rather be called.
 * @csspart map - The figures beside a question about the body.
 * @csspart figure - One of them, front or back.
 * @csspart figure-name - Which of them it is.
 * @csspart figure-side - Whose left and right it is.
 * @csspart outline - Its lines.
 * @csspart place - The name of the place that is pointed at.
 * @csspart area - A place on a figure; also `selected`.
 * @csspart urgent - The emergency number.
 * @csspart hours - When somebody answers the telephone.
 */
export class IntakeChecklist extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  /** A FHIR R4 Questionnaire as it is, which is asked whole or not at all; or as `loadQuestionnaire` has read it. */
  @property({ attribute: false }) questionnaire: Given;

  /** All answers by linkId, those of questions that are not asked at the moment too. */
  @property({ attribute: false }) answers: Answers = {};

  /** Screening codes of the chosen service; `all` asks what every treatment wants to know. */
  @property({ attribute: false }) services: readonly string[] = ['all'];

  /** Today at the clinic, `YYYY-MM-DD`; this device's own day where nobody says. */
  @property() today = '';

  /** Day of the appointment, once there is one. */
  @property() on = '';

  /** How many days a doctor gets to answer before the first appointment. */
  @property({ type: Number, attribute: 'lead-days' }) leadDays = 0;

  /** Questions for which a therapist phones the patient, where a doctor would have to agree. */
  @property({ attribute: false }) phoneFirst: readonly string[] = [];

  @property({ attribute: false }) clinic: Clinic | undefined;

  /** What can be booked instead of a treatment that is not advised. */
  @property({ attribute: false }) alternatives: readonly Alternative[] = [];

  /** Why there is no questionnaire. */
  @property({ attribute: false }) trouble: Trouble | undefined;

  /** Which page is shown, from 0. */
  @property({ attribute: false }) page = 0;

  /** True once somebody tried to go on from this page. */
  @state() asked = false;

  protected slice = new BookingSlice<IntakeChecklist>(this, (state) => ({
    questionnaire: state.checklist.value,
    answers: state.answers,
    services: screeningContext(state).services,
    today: state.today,
    on: dayOf(chosenSlot(state)?.start ?? ''),
    leadDays: state.catalog.value?.policy.clearanceLeadDays,
    phoneFirst: state.catalog.value?.policy.phoneFirst ?? [],
    clinic: state.catalog.value?.clinic,
    alternatives: alternatives(state),
    trouble: state.checklist.trouble,
  }));

  /** Until an answer is meant, no emergency takes the screen. */
  readonly passing = new Passing(this, () => this.#tell());

  /** How the patient may book, as far as it is answered. */
  screening: Screening | undefined;

  /** What is asked now, and what of it still wants an answer. */
  evaluation: Evaluation | undefined;
  #pages: readonly (readonly Item[])[] = [];
  #read: Questionnaire | undefined;

  /** Whether the answers so far keep the patient from booking the chosen treatment online. */
  get blocked(): boolean {
    return blockerOf(this) !== undefined;
  }

  /** What this page still asks for, by linkId. */
  get unanswered(): readonly string[] {
    return this.#openOn(this.#pages[this.#at] ?? []);
  }

  /** The answers as a FHIR R4 QuestionnaireResponse; `completed` once nothing is missing or wrong. */
  get value(): QuestionnaireResponse | undefined {
    return this.#read && toResponse(this.#read, this.answers, this);
  }

  override willUpdate(changed: PropertyValues<this>) {
    this.today ||= today();
    if (changed.has('questionnaire')) this.#take();
    this.#reckon();
  }

  /** Nobody is asked half of what a clinic wants to know. */
  #take() {
    const { questionnaire, text } = this;
    this.#read = readable(questionnaire, text.tag);
    if (questionnaire) this.trouble = this.#read ? undefined : { kind: 'unusable' };
  }

  /** What the answers mean is reckoned once, however often it is looked at. */
  #reckon() {
    const { answers, services } = this;
    if (!this.#read) return;
    this.evaluation = evaluate(this.#read, answers, { services });
    this.screening = this.screenFor(services);
    this.#pages = pagesOf(this.#read, this.evaluation.enabled);
  }

  /** Whether every question of this page is answered; if not, shows which and goes to the first. */
  reportValidity(): boolean {
    this.asked = true;
    const [open] = this.unanswered;
    if (this.blocked) void this.focusOn('#outcome');
    else if (open) void this.focusOn(controlOf(open));
    return !this.blocked && !open;
  }

  /** Turns to the next page, or back to one that still lacks an answer; false where nothing is left to ask. */
  next(): boolean {
    if (this.#at + 1 < this.#pages.length) return this.#turn(this.#at + 1);
    const lacking = this.#pages.findIndex((page) => this.#openOn(page).length > 0);
    return lacking >= 0 && this.#turn(lacking) && !this.reportValidity();
  }

  /** Turns to the page before; false at the first. */
  previous(): boolean {
    return this.#at > 0 && this.#turn(this.#at - 1);
  }

  override render() {
    const { text, trouble, clinic } = this;
    if (trouble) {
      const retry = trouble.kind === 'unusable' ? undefined : () => this.dispatchEvent(new RetryEvent());
      return [troubleNote({ trouble, text, phone: clinic?.phone, retry }), callBack(this)];
    }
    if (!this.#read) return html`<p part="hint loading">${text.booking.loading}</p>`;
    return this.#stops ? stopScreen(this) : this.#form();
  }

  #form() {
    const { checklist } = this.text;
    const alone = !this.slice.found && this.#read!.title;
    const items = this.#pages[this.#at] ?? [];
    const [only, more] = items;
    const title = !more && only?.type === 'group' ? only.text : '';
    const blocker = blockerOf(this);
    const isHere = ({ linkId }: Reason) => isOn(items, linkId);
    const says = this.screening?.reasons.some(isHere);
    return html`
      <div class="stack">
        <div class="close">
          <slot name="heading"><h2 part="heading">${alone || checklist.heading}</h2></slot>
          <slot name="hint">${alone ? nothing : html`<p part="hint">${checklist.why}</p>`}</slot>
        </div>
        <h3 part="subheading" tabindex="-1">
          ${[checklist.pageOf(this.#at + 1, this.#pages.length), title].filter(Boolean).join(': ')}
        </h3>
        ${questions(this, title ? only!.items : items)}
        <div aria-live="polite" class="stack">
          ${says && !blocker ? postponed(this) : nothing} ${blocker && !isHere(blocker) ? blocked(this, blocker, true) : nothing}
        </div>
        ${this.slice.found ? nothing : this.#ownButtons()}
      </div>
    `;
  }

  /** Alone on a page the element turns its own pages. */
  #ownButtons() {
    const { back, continue: goOn } = this.text.shared;
    return html`
      <div class="row">
        ${this.#at > 0 ? html`<button part="button" @click=${() => this.previous()}>${back}</button>` : nothing}
        ${this.screening?.outcome === 'call' ? nothing : html`<button part="button primary" @click=${this.#goOn}>${goOn}</button>`}
      </div>
    `;
  }

  #goOn = () => {
    if (this.reportValidity() && !this.next()) this.dispatchEvent(new ChecklistCompleteEvent());
  };

  /** The page that is really shown: another treatment may have fewer. */
  get #at() {
    return Math.max(0, Math.min(this.page, this.#pages.length - 1));
  }

  get #stops() {
    return this.screening?.urgency === 'emergency' && !this.passing.now;
  }

  #openOn(page: readonly Item[]) {
    return this.evaluation ? openOn(page, this.evaluation) : [];
  }

  #turn(page: number) {
    this.page = page;
    this.asked = false;
    void this.focusOn('h3');
    return true;
  }

  /** Tells that there is another answer; the screen that stops everything is read at once. */
  #tell() {
    const { missing, errors } = this.evaluation!;
    this.dispatchEvent(new ChecklistChangeEvent(missing.length + errors.length === 0));
    if (this.#stops) void this.focusHeading();
  }

  /** How a patient with these answers may book a service with these screening codes. */
  screenFor = (services: readonly string[]) => {
    const { answers, today, on } = this;
    return this.#read && screen(this.#read, answers, { services, today, on: on || undefined });
  };

  /** Keeps an answer. */
  answer = (linkId: string, values: readonly AnswerValue[]) => {
    this.answers = { ...this.answers, [linkId]: values };
    this.passing.answered();
    this.#reckon();
    this.#tell();
  };

  /** Turns back to the question that led here. */
  goBackTo = (linkId: string) => {
    this.page = this.#pages.findIndex((page) => isOn(page, linkId));
    void this.focusOn(controlOf(linkId));
  };

  /** Asks for another treatment; its checklist goes on where this one was. */
  pick = (id: string) => {
    this.dispatchEvent(new ServiceSelectEvent(id));
    void this.focusOn('h3');
  };
}
