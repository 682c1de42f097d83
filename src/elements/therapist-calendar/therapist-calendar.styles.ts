import { css } from 'lit';

export const styles = css`
  .firsts {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
  }
  .start {
    justify-self: start;
  }
  [part~='first'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: center;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    text-align: start;
  }
  [part~='first']:hover,
  [part~='best'] {
    background: var(--_soft);
  }
  [part~='best'] {
    border-color: var(--_accent);
  }
  [part~='first'][part~='selected'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  [part~='first'] b {
    font-weight: 600;
    align-self: end;
  }
  [part~='first'] small {
    align-self: start;
  }
  [part~='face'] {
    grid-row: span 2;
    inline-size: 2.9em;
    aspect-ratio: 1;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    font-weight: 650;
    font-size: 0.875em;
  }
  [part~='best'] [part~='face'] {
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  [part~='chip']:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  label[part~='chip'] {
    cursor: pointer;
    position: relative;
  }
  .pair {
    align-items: start;
    display: grid;
    gap: calc(var(--_gap) * 2);
    grid-template-columns: minmax(0, 1fr);
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  .bar b {
    min-inline-size: 0;
    text-align: center;
    overflow-wrap: anywhere;
  }
  [part~='turn'] {
    inline-size: var(--_target);
    block-size: var(--_target);
    flex: none;
    padding: 0;
    border-radius: 50%;
    border: 1px solid var(--_line);
    background: none;
    display: grid;
    place-items: center;
  }
  [part~='turn']:not([aria-disabled='true']):hover {
    background: var(--_soft);
  }
  [part~='turn'] svg {
    inline-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .previous,
  :host(:dir(rtl)) .next {
    transform: scaleX(-1);
  }
  :host(:dir(rtl)) .previous {
    transform: none;
  }
  [part~='month'] {
    inline-size: 100%;
    table-layout: fixed;
    border-spacing: 0.125em;
    border-collapse: separate;
    text-align: center;
    overflow-wrap: normal;
  }
  td,
  th {
    padding: 0;
  }
  [part~='weekday'] {
    font-size: 0.75em;
    font-weight: 400;
    color: var(--_quiet);
    padding-block: 0.25em;
    overflow: hidden;
  }
  [part~='day'] {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 0.8);
    background: none;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.125em;
    touch-action: manipulation;
  }
  [part~='day']:hover {
    background: var(--_soft);
  }
  [part~='day'][part~='free0'] {
    color: var(--_quiet);
    font-weight: 400;
    background: none;
    opacity: 0.75;
  }
  [part~='today'] {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [part~='free'] {
    block-size: 0.1875em;
    inline-size: 0;
    border-radius: 1em;
    background: var(--_accent);
  }
  [part~='free1'] [part~='free'] {
    inline-size: 0.35em;
  }
  [part~='free2'] [part~='free'] {
    inline-size: 0.75em;
  }
  [part~='free3'] [part~='free'] {
    inline-size: 1.15em;
  }
  [part~='free4'] [part~='free'] {
    inline-size: 1.6em;
  }
  [part~='day'][part~='selected'] {
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  [part~='selected'] [part~='free'] {
    background: var(--_on-accent);
  }
  .times {
    display: grid;
    gap: var(--_gap);
    align-content: start;
  }
  [part~='time'] {
    border-radius: var(--_radius);
    min-inline-size: 5.5em;
  }
  .who {
    font-size: 0.8125em;
    font-weight: 400;
  }
  @container (min-width: 34em) {
    .pair {
      grid-template-columns: minmax(18em, 3fr) minmax(0, 2fr);
    }
  }
  .name {
    display: none;
  }
  @container (max-width: 16em) {
    [part~='turn'] {
      inline-size: 44px;
      block-size: 44px;
    }
    .name {
      display: inline;
    }
    .number {
      display: none;
    }
    [part~='first'] {
      grid-template-columns: minmax(0, 1fr);
    }
    [part~='face'] {
      display: none;
    }
    [part~='weekday'],
    td:not(:has(button)),
    td:has([part~='free0']) {
      display: none;
    }
    [part~='month'],
    tbody,
    tr,
    td {
      display: block;
    }
    [part~='day'] {
      place-content: center start;
      justify-items: start;
      border: 1px solid var(--_line);
      padding-inline: 1em;
    }
  }
  @media (forced-colors: active) {
    [part~='free'] {
      background: CanvasText;
    }
    [part~='first'][part~='selected'] {
      outline: 2px solid SelectedItem;
    }
  }
`;
