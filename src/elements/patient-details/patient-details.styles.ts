import { css } from 'lit';

export const styles = css`
  .stack {
    max-inline-size: 32em;
  }
  .start {
    justify-self: start;
  }
  textarea {
    padding-block: 0.5em;
    resize: vertical;
  }
  [part~='choice'] {
    display: inline-flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: var(--_target);
    padding-inline: 0.9em;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [part~='choice']:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_soft);
  }
  [part~='choice'] input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
`;
