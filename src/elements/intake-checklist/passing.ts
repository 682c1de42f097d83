import type { ReactiveControllerHost } from 'lit';

/**
 * Arrow keys pick each answer that they pass on their way. Knows whether the latest answer was only passed, until the
 * focus leaves its question; `settle` is then called.
 */
export class Passing {
  /** True while nobody can tell whether the answer is meant. */
  now = false;
  #byArrow = false;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly settle: () => void,
  ) {}

  answered() {
    this.now = this.#byArrow;
  }

  pressed = ({ key }: Partial<KeyboardEvent>) => {
    this.#byArrow = !!key?.startsWith('Arrow');
  };

  left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!this.now || !relatedTarget || (currentTarget as Element).contains(relatedTarget as Node)) return;
    this.now = false;
    this.host.requestUpdate();
    this.settle();
  };
}
