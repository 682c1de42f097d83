import { css } from 'lit';

export const styles = css`
  .start {
    justify-self: start;
  }
  [part~='question'] {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  [part~='question'] .close {
    grid-template-columns: minmax(0, 1fr);
  }
  [part~='label'] {
    text-wrap: pretty;
  }
  [aria-live]:empty {
    margin-block-start: -0.75em;
  }
  [part~='answers'] {
    display: grid;
    gap: 0.5em;
    max-inline-size: 36em;
  }
  [part~='short'] {
    grid-template-columns: repeat(auto-fit, minmax(5em, 1fr));
    max-inline-size: 22em;
  }
  [part~='many'] {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
  }
  [part~='pairs'] {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    max-inline-size: 28em;
  }
  [part~='scale'] {
    grid-template-columns: repeat(auto-fill, minmax(2.75em, 1fr));
  }
  [part~='answer'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.4em 0.9em;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    cursor: pointer;
    position: relative;
  }
  [part~='answer']:hover {
    background: var(--_soft);
  }
  [part~='answer'][part~='selected'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_soft);
    font-weight: 550;
  }
  [part~='answer'] input {
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--_accent);
  }
  @media not (forced-colors: active) {
    [part~='answer'] input {
      appearance: none;
      display: grid;
      place-content: center;
      border: 1px solid var(--_control-line);
      border-radius: 0.25em;
      outline: none;
    }
    [type='radio'] {
      border-radius: 50% !important;
    }
    :checked {
      border-color: var(--_accent) !important;
      background: var(--_accent);
    }
    :checked::before {
      content: '✓';
      font-weight: 700;
      line-height: 1;
      -webkit-text-fill-color: var(--_on-accent);
    }
    [type='radio']:checked::before {
      content: '';
      inline-size: 0.5em;
      block-size: 0.5em;
      border-radius: 50%;
      background: var(--_on-accent);
    }
  }
  :is([part~='short'], [part~='scale']) [part~='answer'] {
    grid-template-columns: 1fr;
    justify-items: center;
    padding-inline: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  :is([part~='short'], [part~='scale']) input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  [part~='answer']:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .number {
    max-inline-size: 8em;
  }
  :is(input, select, textarea, h3) {
    scroll-margin-block: 6em;
  }
  [part~='note'] [part~='button'] {
    justify-self: start;
  }
`;
