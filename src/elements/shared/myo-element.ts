import { LitElement, type CSSResultGroup } from 'lit';
import { addMessages, messagesFor, type Messages } from '../../locales/index.ts';
import { chunk } from './chunks.ts';
import { asRendered } from './as-rendered.ts';
import { base } from './base.styles.ts';
import { controls } from './controls.styles.ts';
import { formatsFor, type Formats } from './format.ts';
import { lineOf } from './parent-of.ts';
import { tokens } from './tokens.styles.ts';

/**
 * What session recorders respect: rrweb and those made of it, PostHog, FullStory, Datadog, Smartlook; then LogRocket,
 * Hotjar and Clarity, as each says in its own guide to privacy.
 */
const marks = [
  ['class', 'rr-block ph-no-capture fs-exclude dd-privacy-hidden smartlook-hide'],
  ['data-private', ''],
  ['data-hj-suppress', ''],
  ['data-clarity-mask', 'true'],
] as const;

const typed = 'input:not([type=radio],[type=checkbox]), textarea, select';

/**
 * What every element of ours is made of: its words, its formats, its look, and a shadow root that keeps typed keys. What
 * several elements have is described here; each names its own by `@parts`.
 *
 * @csspart heading - The heading of a step.
 * @csspart subheading - A smaller heading.
 * @csspart hint - Small print.
 * @csspart note - A box that tells something; also `calm`, `trouble`.
 * @csspart calm - A note that warns of nothing.
 * @csspart trouble - A note on what went wrong.
 * @csspart retry - The button that tries again.
 * @csspart button - Any button but links and chips; also `primary`.
 * @csspart primary - The one strong button.
 * @csspart link - A button that looks like a link.
 * @csspart phone - The clinic's number.
 * @csspart chip - A short choice in a row; also `selected`.
 * @csspart selected - Whatever is picked.
 * @csspart field - A question with its control and its error.
 * @csspart label - The words of a question.
 * @csspart help - What helps to answer it.
 * @csspart error - What is wrong, and what to do.
 * @csspart input - Where something is typed, or chosen from a list.
 * @csspart date - The three fields of a date.
 * @csspart answer - A radio button or check box with its words; also `selected`.
 * @csspart control - A radio button or check box.
 * @csspart facts - A list of what was chosen.
 * @csspart row - One fact with its name.
 * @csspart term - The name of a fact.
 * @csspart fact - A fact.
 * @csspart zone - On whose clock the times are.
 * @cssproperty {color} [--myo-accent-color] - Colour of what is picked and of the one strong button; made from the ink.
 * @cssproperty {color} [--myo-accent-contrast-color] - Ink on the accent; black or white, whichever can be read.
 * @cssproperty {color} [--myo-soft-color] - Tint behind what is picked or touched; 9% of the accent.
 * @cssproperty {color} [--myo-surface-color=transparent] - What the widget stands on. Set the ink (`color`) with it.
 * @cssproperty {color} [--myo-border-color] - Lines and frames; 18% of the ink.
 * @cssproperty {color} [--myo-control-border-color] - Edges of what can be filled in; 55% of the ink.
 * @cssproperty {color} [--myo-quiet-color] - Small print; 74% of the ink.
 * @cssproperty {color} [--myo-danger-color] - Errors and emergencies; made from the ink.
 * @cssproperty {color} [--myo-caution-color] - Notes that warn; made from the ink.
 * @cssproperty {radius} [--myo-control-border-radius=0.75em] - Corners; frames have one and a half of it, inputs two thirds.
 * @cssproperty {space} [--myo-gap=0.75em] - Space between things that belong together; twice as much between those that do not.
 * @cssproperty {space} [--myo-padding=clamp(0.5em, 4cqi, 2em)] - Space inside of the frame.
 * @cssproperty {space} [--myo-service-gap=0.5em] - Space between treatments.
 * @cssproperty {density} [--myo-density=1] - Multiplies gaps, padding and what can be pressed; 0.8 is dense.
 * @cssproperty {density} [--myo-target-size=max(2.75em, 44px)] - Least height of what can be pressed.
 * @cssproperty {type} [--myo-heading-font-family] - Of headings; the page's own font else.
 * @cssproperty {type} [--myo-heading-font-size=1.375em] - Of headings.
 * @cssproperty {type} [--myo-heading-font-weight=650] - Of headings.
 * @cssproperty {motion} [--myo-motion-duration=150ms] - How long a colour takes to change; none where motion is unwelcome.
 */
export abstract class MyoElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, controls];

  /** Words in the language of the place where the element stands. */
  text: Messages = messagesFor('en');

  /** Dates, times and money in that language. */
  format: Formats = formatsFor('en');

  /** A page may change its language while it is open, on anything around. */
  readonly #tongue = new MutationObserver(() => this.speak());

  override connectedCallback() {
    this.speak();
    for (const one of lineOf(this)) this.#tongue.observe(one, { attributeFilter: ['lang'] });
    super.connectedCallback();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#tongue.disconnect();
  }

  /** Takes the words of the language around; English stands in until they are there, and where they cannot be loaded. */
  speak(learnt?: Messages) {
    if (learnt) addMessages(learnt);
    const language = languageOf(this);
    this.text = messagesFor(language);
    this.format = formatsFor(this.text.localeFor(language));
    this.requestUpdate();
    if (/^es/i.test(language) && this.text.tag === 'en')
      chunk('es').then(
        ({ es }) => this.speak(es),
        () => {},
      );
  }

  /**
   * A page's hotkeys spare its own inputs but see only our tag, so keys that are typed into a field end here. Session
   * recorders look for their marks inside of each shadow root, so everything stands in a box that has them.
   */
  protected override createRenderRoot(): HTMLElement {
    const box = document.createElement('div');
    for (const [name, value] of marks) box.setAttribute(name, value);
    super.createRenderRoot().append(box);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- The box is ours alone, and this is shorter.
    box.onkeydown = box.onkeypress = box.onkeyup = keepTypedKeys;
    return box;
  }

  override updated() {
    asRendered(this);
  }

  /** Moves the focus to the element's heading, the page's own too, so that a new step is read from its start. */
  focusHeading() {
    return this.focusOn('slot[name=heading], [part~=heading]');
  }

  /** Renders, then moves the focus to the first match inside, or to what stands in it where it is a slot. */
  protected async focusOn(selector: string) {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLSlotElement>(selector);
    found?.focus();
    for (const own of (found?.assignedElements?.({ flatten: true }) ?? []) as HTMLElement[]) {
      own.tabIndex = -1;
      own.focus();
    }
  }
}

function keepTypedKeys(event: Event) {
  if ((event.target as Element).matches(typed)) event.stopPropagation();
}

/** The nearest `lang` around an element, through shadow roots, else the browser's own. */
const languageOf = (element: Element): string =>
  lineOf(element)
    .map((one) => one.getAttribute('lang'))
    .find(Boolean) ||
  navigator.language ||
  'en';
