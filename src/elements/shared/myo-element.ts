import { LitElement, type CSSResultGroup } from 'lit';
import { messagesFor, type Messages } from '../../locales/index.ts';
import { asRendered } from './as-rendered.ts';
import { base } from './base.styles.ts';
import { controls } from './controls.styles.ts';
import { formatsFor, type Formats } from './format.ts';
import { parentOf } from './parent-of.ts';
import { tokens } from './tokens.styles.ts';

const typed = 'input:not([type=radio],[type=checkbox]), textarea, select';

/** What every element of ours is made of: its words, its formats, its look, and a shadow root that keeps typed keys. */
export abstract class MyoElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, controls];

  /** Words in the language of the place where the element stands. */
  text: Messages = messagesFor('en');

  /** Dates, times and money in that language. */
  format: Formats = formatsFor('en');

  override connectedCallback() {
    const language = languageOf(this);
    this.text = messagesFor(language);
    this.format = formatsFor(this.text.localeFor(language));
    super.connectedCallback();
  }

  /**
   * A page's hotkeys spare its own inputs but see only our tag, so keys that are typed into a field end here. Session
   * recorders look for their marks inside of each shadow root, so everything stands in a box that has them.
   */
  protected override createRenderRoot() {
    const box = document.createElement('div');
    box.className = 'rr-block ph-no-capture';
    super.createRenderRoot().append(box);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- The box is ours alone, and this is shorter.
    box.onkeydown = box.onkeypress = box.onkeyup = keepTypedKeys;
    return box;
  }

  override updated() {
    asRendered(this.renderRoot);
  }

  /** Moves the focus to the element's heading, so that a new step is read from its start. */
  focusHeading() {
    return this.focusOn('[part~=heading]');
  }

  /** Renders, then moves the focus to the first match inside. */
  protected async focusOn(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function keepTypedKeys(event: Event) {
  if ((event.target as Element).matches(typed)) event.stopPropagation();
}

/** The nearest `lang` around an element, through shadow roots, else the browser's own. */
function languageOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const language = at.getAttribute('lang');
    if (language) return language;
  }
  return navigator.language || 'en';
}
