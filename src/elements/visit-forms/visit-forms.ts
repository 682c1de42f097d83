import { css, html, nothing } from 'lit';
import { troubleOf } from '../../booking/trouble.ts';
import type { Trouble } from '../../booking/state.ts';
import type { Forms } from '../../contract/manage.ts';
import {
  fromResponse,
  loadQuestionnaire,
  toResponse,
  type Answers,
  type Questionnaire,
} from '../../domain/checklist/index.ts';
import { EndpointError } from '../../endpoint/endpoint.ts';
import { VisitFormsEndpoint } from '../../endpoint/visit-forms.ts';
import type { Messages } from '../../locales/messages.ts';
import type { IntakeChecklist } from '../intake-checklist/intake-checklist.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { property, state } from '../shared/property.ts';
import { troubleNote } from '../shared/trouble.ts';
import { Saver, type SaveState } from './saver.ts';
import { wordsFor, type VisitFormsWords } from './words.ts';

/** One form as it is filled in; no questionnaire where this software does not understand it. */
interface OpenForm {
  readonly questionnaire: Questionnaire | undefined;
  readonly answers: Answers;
  readonly complete: boolean;
}

/**
 * Asks what a clinic would like to know before a visit, page by page, and saves it as it is filled in. Whose visit, the
 * manage token in the page's fragment says (`#manage=…`), which is taken out of the address.
 *
 * @tag myo-visit-forms
 * @slot heading - Instead of the title of a form.
 * @slot hint - Instead of why it is asked.
 * @slot empty - Instead of the words that there is nothing to fill in.
 * @slot done - Instead of the thanks at the end.
 * @parts heading, hint, note, calm, trouble, retry, button
 * @csspart saved - Whether what was typed is saved.
 */
export class VisitForms extends MyoElement {
  static override styles = [
    MyoElement.styles,
    css`
      .foot {
        min-block-size: 1.5em;
        color: var(--_quiet);
      }
    `,
  ];

  /** Base URL of the clinic's booking endpoint. */
  @property() endpoint = '';

  /** Manage token of the booking, from the fragment of the address where the page sets none. */
  @property({ attribute: false }) token = '';

  @state() forms: readonly OpenForm[] | undefined;
  @state() at = 0;
  @state() trouble: Trouble | undefined;
  @state() saveState: SaveState = 'idle';

  #words: VisitFormsWords = wordsFor('en');
  #endpoint: VisitFormsEndpoint | undefined;
  readonly #saver = new Saver<Parameters<VisitFormsEndpoint['save']>[0]>({
    save: async (request) => this.#endpoint?.save(request),
    said: (saveState) => (this.saveState = saveState),
    passes: (error) => error instanceof EndpointError && error.kind !== 'problem',
    failed: (error) => this.#fail(error),
  });

  override connectedCallback() {
    super.connectedCallback();
    this.token ||= tokenInAddress();
    document.addEventListener('visibilitychange', this.#leave);
    void this.#load();
  }

  override speak(learnt?: Messages) {
    super.speak(learnt);
    this.#words = wordsFor(this.text.tag);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#leave);
    this.#leave();
  }

  override render() {
    const { text, trouble, forms, at } = this;
    const words = this.#words;
    if (trouble) return troubleNote({ trouble, text, retry: this.#retry });
    if (!this.token) return html`<p part="note">${words.noLink}</p>`;
    if (!forms) return html`<p part="hint">${text.booking.loading}</p>`;
    const form = forms[at];
    if (!form)
      return forms.length > 0
        ? this.#thanks()
        : html`<slot name="empty"><p part="note calm">${words.nothing}</p></slot>`;
    if (!form.questionnaire) return html`<p part="note" role="alert">${words.unusable}</p>`;
    return html`
      <myo-intake-checklist
        .questionnaire=${form.questionnaire}
        .answers=${form.answers}
        @myo-checklist-change=${this.#keep}
        @myo-checklist-complete=${this.#finish}
      >
        <slot name="heading" slot="heading"><h2 part="heading">${form.questionnaire.title || text.checklist.heading}</h2></slot>
        <slot name="hint" slot="hint"><p part="hint">${words.why}</p></slot>
      </myo-intake-checklist>
      <p part="saved" class="foot" role="status">${this.saveState === 'idle' ? nothing : words[this.saveState]}</p>
    `;
  }

  #thanks() {
    const { thanks, thanksMore, again } = this.#words;
    return html`
      <slot name="done">
        <div part="note calm">
          <h2 part="heading" tabindex="-1">${thanks}</h2>
          <p>${thanksMore}</p>
          <button part="button" @click=${() => (this.at = 0)}>${again}</button>
        </div>
      </slot>
    `;
  }

  async #load() {
    const { endpoint, token, text } = this;
    if (!token) return;
    this.trouble = undefined;
    this.#endpoint = new VisitFormsEndpoint(endpoint, text.tag, token);
    try {
      this.forms = (await this.#endpoint.read()).forms.map((form) => opened(form, text.tag));
      const open = this.forms.findIndex(({ complete }) => !complete);
      this.at = open < 0 ? this.forms.length : open;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What was typed is still here, and is sent again; nothing was typed where nothing could be shown. */
  #retry = () => {
    this.trouble = undefined;
    if (!this.forms?.[this.at]) return void this.#load();
    this.#saver.later(this.#written(false));
    void this.#saver.flush();
  };

  /** Keeps an answer here at once, and at the clinic soon. */
  #keep = ({ target }: Event) => {
    const { answers } = target as IntakeChecklist;
    this.forms = this.forms?.map((form, index) => (index === this.at ? { ...form, answers } : form));
    this.#saver.later(this.#written(false));
  };

  /** The last page is answered: the clinic may read it as a whole. */
  #finish = async (event: Event) => {
    event.stopPropagation();
    this.#saver.later(this.#written(true));
    await this.#saver.flush();
    if (this.saveState !== 'saved' || this.trouble) return;
    this.at++;
    this.saveState = 'idle';
    await this.focusHeading();
  };

  #written(complete: boolean) {
    const { questionnaire, answers } = this.forms![this.at]!;
    return { response: toResponse(questionnaire!, answers, { services: ['all'] }), complete };
  }

  #leave = () => {
    if (document.visibilityState === 'hidden' || !this.isConnected) void this.#saver.flush();
  };

  #fail(error: unknown) {
    this.trouble = troubleOf(error);
    this.saveState = 'idle';
  }
}

function opened({ questionnaire: resource, response, complete }: Forms['forms'][number], language: string): OpenForm {
  const { questionnaire } = loadQuestionnaire(resource, language);
  const answers = questionnaire && response ? fromResponse(questionnaire, response) : {};
  return { questionnaire, answers, complete };
}

/** Takes the token out of the address, so that it is not left behind on a screen that others see. */
function tokenInAddress(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('manage') ?? '';
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
