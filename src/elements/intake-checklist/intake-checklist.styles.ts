import { css } from 'lit';

export const styles = css`
  [part~='question'] {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  [part~='label'] {
    text-wrap: pretty;
  }
  [aria-live]:empty {
    margin-block-start: -0.75em;
  }
  [part~='answers'] {
    display: grid;
    grid-template-columns: 100%;
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
    max-inline-size: 36em;
  }
  [part~='short'] [part~='answer'] {
    grid-template-columns: 1fr;
    justify-items: center;
    padding-inline: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  [part~='short'] input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  [inputmode='decimal'] {
    max-inline-size: 8em;
  }
  :is(input, select, textarea, h3) {
    scroll-margin-block: 6em;
  }
  [part~='note'] [part~='button'] {
    justify-self: start;
  }
`;
