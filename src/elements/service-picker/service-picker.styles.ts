import { css } from 'lit';

export const styles = css`
  [part~='note'] {
    white-space: pre-line;
  }
  [part~='topics'] {
    display: grid;
    gap: 0.5em;
  }
  .more::after {
    content: '';
    grid-area: 1 / 2;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin: -0.2em 0 0;
    margin-inline-start: 0.6em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .more[aria-expanded='true']::after {
    margin-block-start: 0.2em;
    rotate: 225deg;
  }
  .found:not(:has(button)) {
    display: contents;
  }
  [part~='list'] {
    display: grid;
    gap: var(--myo-service-gap, 0.5em);
    grid-template-columns: minmax(0, 1fr);
  }
  [part~='error'] {
    grid-column: 1 / -1;
  }
  [part~='error']:empty {
    display: none;
  }
  @container (min-width: 34em) {
    [part~='list'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  [part~='service'] {
    position: relative;
    display: grid;
    gap: 0.5em;
    align-content: start;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  [part~='service'][hidden] {
    display: none;
  }
  [part~='service'][part~='selected'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_soft);
  }
  /* The whole card is the label of its radio; what else can be pressed lies above it. */
  [part~='name']::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    cursor: pointer;
  }
  .above {
    position: relative;
    justify-self: start;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    justify-content: space-between;
  }
  [part~='name'],
  .option {
    display: flex;
    gap: 0.6em;
  }
  [part~='name'] {
    flex: 1 1 10em;
    font-weight: 650;
    text-wrap: balance;
  }
  [part~='price'] {
    font-variant-numeric: tabular-nums;
  }
  .option {
    min-block-size: var(--_target);
    align-items: center;
    cursor: pointer;
  }
  [part~='name'] input,
  .option input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin-block-start: 0.15em;
    accent-color: var(--_accent);
  }
  .option input {
    margin-block-start: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    min-block-size: 1.5em;
  }
  .facts:not(:has(span)) {
    display: none;
  }
  .pending {
    inline-size: 11em;
    block-size: 0.75em;
    align-self: center;
    border-radius: 1em;
    background: var(--_soft);
  }
  label[part~='chip'] {
    position: relative;
    cursor: pointer;
  }
  [part~='service']:has([part~='name'] :focus-visible),
  label:has(.unseen:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  [part~='name'] :focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    [part~='service'][part~='selected'] {
      forced-color-adjust: auto;
      background: none !important;
      color: inherit;
      -webkit-text-fill-color: currentcolor !important;
      border: 3px solid Highlight;
      padding: calc(1em - 2px);
    }
  }
`;
