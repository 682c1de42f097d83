import { LitElement, type CSSResultGroup } from 'lit';
import { messagesFor, type Messages } from '../../locales/index.ts';
import { asRendered } from './as-rendered.ts';
import { base } from './base.styles.ts';
import { controls } from './controls.styles.ts';
import { formatsFor, type Formats } from './format.ts';
import { parentOf } from './parent-of.ts';
import { tokens } from './tokens.styles.ts';

const typed = 'input:not([type=radio],[type=checkbox]), textarea, select';
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

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

  /** A page's hotkeys spare its own inputs but see only our tag, so keys that are typed into a field end here. */
  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    for (const type of keyEvents) root.addEventListener(type, keepTypedKeys);
    return root;
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
  if (event.target instanceof Element && event.target.matches(typed)) event.stopPropagation();
}

/** The nearest `lang` around an element, through shadow roots, else the browser's own. */
function languageOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const language = at.getAttribute('lang');
    if (language) return language;
  }
  return navigator.language || 'en';
}
