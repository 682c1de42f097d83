import type { MyoElement } from '../shared/myo-element.ts';

/** An element from which one thing is picked. */
interface Picker extends MyoElement {
  value: string;
  /** Whether something is picked; if not, says so and goes there. */
  reportValidity(): boolean;
}

// oxlint-disable-next-line typescript/no-explicit-any -- TypeScript asks for it: any class may be extended.
type Constructor<T> = new (...args: any[]) => T;

/** What a form has to know of an element. */
interface Kind<E> {
  /** The event by which a patient picks. */
  readonly pick: string;
  /** What goes along with the form by suffixes of the name, '' for none; undefined unless what is picked is offered. */
  entries(element: E): Readonly<Record<string, readonly string[]>> | undefined;
  /** What is wrong where nothing is picked, or what is no longer offered. */
  words(element: E): string;
  /** Takes on what was picked once, '' for nothing. */
  restore(element: E, value: string, entries: Readonly<Record<string, readonly string[]>>): void;
}

/** What makes an element a field of the form around it, as a native one is. */
export interface InForm {
  /** The name under which the value goes along with the form; nothing goes along without. */
  name: string;
  /** Whether the form may only be sent with something picked. */
  required: boolean;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  /** Whatever the page itself finds wrong, in its own words; '' for nothing. */
  setCustomValidity(message: string): void;
}

/** Makes an element a field of the form around it: value, validity, reset, restore, disabled fieldsets. */
export function inForm<T extends Constructor<Picker>>(Base: T, kind: Kind<InstanceType<T>>): T & Constructor<InForm> {
  class Field extends Base implements InForm {
    static readonly formAssociated = true;
    static readonly properties = { name: { reflect: true }, required: { type: Boolean, reflect: true } };

    declare name: string;
    declare required: boolean;
    readonly #internals: ElementInternals;
    #complaint = '';
    #fieldset: HTMLFieldSetElement | undefined;

    // oxlint-disable-next-line typescript/no-explicit-any -- As above.
    constructor(...args: any[]) {
      super(...args);
      this.name = '';
      this.required = false;
      this.#internals = this.attachInternals();
      this.addEventListener('invalid', this.#refused);
      this.addEventListener(kind.pick, (event) => queueMicrotask(() => event.defaultPrevented || this.#picked()));
    }

    get form() {
      return this.#internals.form;
    }

    get labels() {
      return this.#internals.labels;
    }

    get validity() {
      return this.#internals.validity;
    }

    get validationMessage() {
      return this.#internals.validationMessage;
    }

    get willValidate() {
      return this.#internals.willValidate;
    }

    checkValidity() {
      return this.#internals.checkValidity();
    }

    setCustomValidity(message: string) {
      this.#complaint = message;
      this.#tellForm();
    }

    /** A disabled fieldset switches off whatever stands inside, which no attribute of ours could do as well. */
    protected override createRenderRoot() {
      this.#fieldset = document.createElement('fieldset');
      this.#fieldset.role = 'none';
      super.createRenderRoot().append(this.#fieldset);
      return this.#fieldset;
    }

    override updated() {
      super.updated();
      this.#tellForm();
    }

    formDisabledCallback(disabled: boolean) {
      void this.updateComplete.then(() => (this.#fieldset!.disabled = disabled));
    }

    formResetCallback() {
      kind.restore(this.#self, this.getAttribute('value') ?? '', {});
    }

    formStateRestoreCallback(state: string) {
      const { value, entries } = JSON.parse(state) as Kept;
      kind.restore(this.#self, value, entries);
    }

    get #self() {
      return this as unknown as InstanceType<T>;
    }

    #tellForm() {
      const entries = kind.entries(this.#self);
      const data = new FormData();
      for (const [suffix, values] of Object.entries(entries ?? {}))
        for (const value of values) data.append(this.name + suffix, value);
      const kept: Kept = { value: this.value, entries: entries ?? {} };
      this.#internals.setFormValue(this.name && entries ? data : null, JSON.stringify(kept));
      const flags = {
        customError: !!this.#complaint,
        valueMissing: this.required && !this.value,
        badInput: !!this.value && !entries,
      };
      if (Object.values(flags).includes(true))
        this.#internals.setValidity(flags, this.#complaint || kind.words(this.#self), this.#fieldset);
      else this.#internals.setValidity({});
    }

    #picked() {
      this.#tellForm();
      this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
      this.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    }

    /** Says what is missing in its own place; only the first field that is refused takes the focus. */
    #refused = (event: Event) => {
      event.preventDefault();
      if (this.form?.querySelector(':invalid:not(fieldset)') === this) this.reportValidity();
    };
  }
  return Field;
}

/** What outlives a reload or a way back to the page. */
interface Kept {
  readonly value: string;
  readonly entries: Readonly<Record<string, readonly string[]>>;
}
