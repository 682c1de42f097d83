import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { alternatives, chosenSlot, screeningContext } from '../../booking/selectors.ts';
import type { Trouble } from '../../booking/state.ts';
import type { Clinic } from '../../contract/catalog.ts';
import {
  evaluate,
  screen,
  type Answers,
  type AnswerValue,
  type Item,
  type Questionnaire,
} from '../../domain/checklist/index.ts';
import { dayOf } from '../../domain/day.ts';
import { ChecklistChangeEvent, RetryEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { troubleNote } from '../shared/trouble.ts';
import { styles } from './intake-checklist.styles.ts';
import { isBlocked, postponed, ruledOutNote, stopScreen } from './outcome.ts';
import { pagesOf } from './pages.ts';
import { questions } from './questions.ts';

/**
 * Asks a clinic's FHIR Questionnaire page by page, and says at once, in plain words, what an answer means. Nothing is
 * ticked beforehand, and no answer leaves the element but by its `answers` property.
 *
 * @tag myo-intake-checklist
 * @slot heading - Instead of the heading.
 * @event {ChecklistChangeEvent} myo-checklist-change - An answer changed; the answers are in `answers`, not in the event.
 * @event {ServiceSelectEvent} myo-service-select - Another treatment was picked, since the chosen one is not advised.
 * @event {RetryEvent} myo-retry - The checklist could not be loaded, and the patient tries again.
 * @csspart question - One question with its answers.
 * @csspart answers - The answers to choose from; also `short`, `scale`.
 * @csspart answer - One of them; also `selected`.
 * @csspart note - What an answer means; also `calm`.
 * @csspart urgent - The emergency number.
 */
export class IntakeChecklist extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  @property({ attribute: false }) questionnaire: Questionnaire | undefined;

  /** All answers by linkId, those of questions that are not asked at the moment too. */
  @property({ attribute: false }) answers: Answers = {};

  /** Screening codes of the chosen service. */
  @property({ attribute: false }) services: readonly string[] = [];

  /** Today at the clinic, `YYYY-MM-DD`. */
  @property() today = '';

  /** Day of the appointment, once there is one. */
  @property() on = '';

  @property({ attribute: false }) clinic: Clinic | undefined;

  /** What can be booked instead of a treatment that is not advised. */
  @property({ attribute: false }) alternatives: readonly { readonly id: string; readonly name: string }[] = [];

  /** Why there is no questionnaire. */
  @property({ attribute: false }) trouble: Trouble | undefined;

  /** Which page is shown, from 0. */
  @state() page = 0;

  /** True once somebody tried to go on from this page. */
  @state() asked = false;

  /** True once the patient went back from the emergency screen to see what they had answered. */
  @state() mistaken = false;

  protected slice = new BookingSlice<IntakeChecklist>(this, (state) => ({
    questionnaire: state.checklist.value,
    answers: state.answers,
    services: screeningContext(state).services,
    today: state.today,
    on: dayOf(chosenSlot(state)?.start ?? ''),
    clinic: state.catalog.value?.clinic,
    alternatives: alternatives(state),
    trouble: state.checklist.trouble,
  }));

  /** How the patient may book, as far as it is answered. */
  get screening() {
    const { questionnaire, answers, services, today, on } = this;
    return questionnaire && screen(questionnaire, answers, { services, today, on: on || undefined });
  }

  /** Whether every question of this page is answered; if not, shows which and goes to the first. */
  reportValidity(): boolean {
    this.asked = true;
    const blocked = isBlocked(this);
    const open = this.unanswered.length > 0;
    if (open) void this.focusOn('[part~=question]:has([part~=error]) :is(input, select, textarea)');
    else if (blocked) void this.focusOn('#outcome');
    return !open && !blocked;
  }

  /** Turns to the next page, or back to one that still lacks an answer; false where nothing is left to ask. */
  next(): boolean {
    const lacking = this.#pages.findIndex((items) => this.#openOf(items).length > 0);
    const page = this.page + 1 < this.#pages.length ? this.page + 1 : lacking;
    if (page < 0) return false;
    this.#turn(page);
    return true;
  }

  /** Turns to the page before; false at the first. */
  previous(): boolean {
    if (this.page === 0) return false;
    this.#turn(this.page - 1);
    return true;
  }

  override render() {
    const { text, questionnaire, trouble, clinic } = this;
    if (trouble) {
      const retry = trouble.kind === 'unusable' ? undefined : () => this.dispatchEvent(new RetryEvent());
      return troubleNote({ trouble, text, phone: clinic?.phone, retry });
    }
    if (!questionnaire) return html`<p part="hint">${text.booking.loading}</p>`;
    const screening = this.screening;
    if (screening?.urgency === 'emergency' && !this.mistaken) return stopScreen(this, screening);
    return this.#form();
  }

  #form() {
    const { text, page } = this;
    const pages = this.#pages;
    const items = pages[Math.min(page, pages.length - 1)] ?? [];
    const [only] = items;
    const title = items.length === 1 && only?.type === 'group' ? only.text : '';
    return html`
      <div class="stack">
        <div class="close">
          <slot name="heading"><h2 part="heading" tabindex="-1">${text.checklist.heading}</h2></slot>
          <p part="hint">${text.checklist.why}</p>
        </div>
        <h3 part="subheading" tabindex="-1">
          ${[text.checklist.pageOf(Math.min(page, pages.length - 1) + 1, pages.length), title].filter(Boolean).join(': ')}
        </h3>
        ${questions(this, title ? only!.items : items)}
        <div aria-live="polite" class="stack">${this.screening ? [ruledOutNote(this), postponed(this)] : nothing}</div>
        ${this.slice.found ? nothing : this.#ownButtons()}
      </div>
    `;
  }

  /** Alone on a page the element turns its own pages. */
  #ownButtons() {
    const { text } = this;
    return html`
      <div class="row">
        ${this.page > 0 ? html`<button part="button" @click=${() => this.previous()}>${text.shared.back}</button>` : nothing}
        ${
          this.page + 1 < this.#pages.length
            ? html`<button part="button primary" @click=${() => this.reportValidity() && this.next()}>${text.shared.continue}</button>`
            : nothing
        }
      </div>
    `;
  }

  get evaluation() {
    return this.questionnaire && evaluate(this.questionnaire, this.answers, { services: this.services });
  }

  get #pages() {
    return this.questionnaire && this.evaluation ? pagesOf(this.questionnaire, this.evaluation.enabled) : [];
  }

  /** linkIds of this page that still want an answer, or a better one. */
  get unanswered(): readonly string[] {
    return this.#openOf(this.#pages[this.page] ?? []);
  }

  #openOf(items: readonly Item[]): readonly string[] {
    const { missing = [], errors = [] } = this.evaluation ?? {};
    const open = [...missing, ...errors.map(({ linkId }) => linkId)];
    const within = ({ linkId, items: inner }: Item): readonly string[] => [linkId, ...inner.flatMap(within)];
    return items.flatMap(within).filter((linkId) => open.includes(linkId));
  }

  /** Keeps an answer, and tells that there is another. */
  answer = (linkId: string, values: readonly AnswerValue[]) => {
    this.answers = { ...this.answers, [linkId]: values };
    this.mistaken = false;
    const { missing = [], errors = [] } = this.evaluation ?? {};
    this.dispatchEvent(new ChecklistChangeEvent(missing.length === 0 && errors.length === 0));
  };

  /** Back from the emergency screen, to the question that led there. */
  goBackTo = (linkId: string) => {
    this.mistaken = true;
    const at = this.#pages.findIndex((items) => JSON.stringify(items).includes(JSON.stringify(linkId)));
    if (at >= 0) this.page = at;
    void this.focusOn(`#${CSS.escape(`q-${linkId}`)} input`);
  };

  #turn(page: number) {
    this.page = page;
    this.asked = false;
    void this.focusOn('h3');
  }
}
