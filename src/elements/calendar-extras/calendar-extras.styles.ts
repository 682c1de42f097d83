import { sheetOf } from '../shared/sheet.ts';

export const sheet = sheetOf(`
  [part~='wishes'] summary {
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
    font-weight: 550;
  }
  [part~='wishes'] .groups {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    align-items: start;
    gap: var(--_gap);
    padding-block: 0.25em var(--_gap);
  }
  [part~='wishes'] .groups > button {
    grid-column: 1 / -1;
  }
  [part~='best'] {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  [part~='day']:not([part~='selected']):hover {
    background: var(--_soft);
  }
  [part~='gone'] {
    text-decoration: line-through;
  }
  [part~='today'] [part~='number'],
  [part~='today']::before {
    text-decoration: underline;
  }
  [part~='caption'] {
    min-inline-size: 0;
  }
  [part~='years'] {
    justify-content: space-between;
  }
  [part~='year'] {
    padding-inline: 0.75em;
    font-size: 0.875em;
    font-weight: 400;
  }
  [part~='chip'] small {
    color: inherit;
  }
  /* A day and its time each stay whole, and a clock of the patient's own is a line. */
  [part~='when'] span {
    display: inline-block;
  }
  button [part~='zone'],
  [part~='chip'] span small {
    display: block;
    font-size: 1em;
    color: inherit;
  }
  [part~='chip'] span small {
    font-size: 0.875em;
    line-height: 1.25;
  }
  [part~='times'] .row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 6.25em), 1fr));
    align-items: stretch;
  }
  [part~='time'] {
    align-content: center;
    padding-inline: 0.25em;
    overflow-wrap: anywhere;
  }
  /* Words of another direction than the page's keep their own order: 9:00 AM. */
  [part~='time'],
  [part~='when'] span,
  button [part~='zone'] {
    unicode-bidi: plaintext;
  }
  button [part~='zone'] {
    inline-size: fit-content;
  }
  [part~='time']:has(.whole) {
    grid-column: 1 / -1;
    padding-inline: 1em;
    text-align: start;
    place-items: center start;
  }
  /* No room for seven columns: a list of the days that have something, in a box of its own where it is long. */
  @container (max-width: 16em) {
    [part~='month'],
    tbody,
    tr,
    td {
      display: block;
    }
    th,
    td:not(:has([aria-disabled='false'], [tabindex='0'])),
    [part~='day'] * {
      display: none;
    }
    [part~='day'] {
      border: 1px solid var(--_line);
    padding: 0.5em 1em;
    margin-block-end: 0.25em;
    text-align: start;
  }
    [part~='day']::before {
      content: attr(aria-label);
    }
      [part~='month'] {
      max-block-size: 24em;
      overflow: auto;
    }
    [part~='caption'] {
      font-size: 0.875em;
    }
  }
  [part~='about'] {
    padding: 0;
    border: 0;
    border-radius: 50%;
    inline-size: var(--_target);
    block-size: var(--_target);
    display: grid;
    place-items: center;
  }
  [part~='face'] {
    display: grid;
    flex: none;
    inline-size: 2.5em;
    aspect-ratio: 1;
    border-radius: 50%;
    object-fit: cover;
    place-items: center;
    background: var(--_soft);
  }
  [data-letters]::before {
    content: attr(data-letters);
  }
  [part~='first'] [part~='face'] {
    display: none;
    grid-row: span 2;
  }
  [part~='best'] [part~='face'] {
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  @container (min-width: 34em) {
    [part~='first']:has([part~='face']) {
      grid-template-columns: auto minmax(0, 1fr);
    }
    [part~='first'] [part~='face'] {
      display: grid;
    }
  }
  [part~='about'] [part~='face'] {
    border: 1px solid var(--_line);
    font-size: 0.875em;
    font-weight: 600;
  }
  [part~='about']:hover [part~='face'],
  [part~='about'][aria-expanded='true'] [part~='face'] {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  [part~='card'] {
    display: grid;
    gap: 0.5em;
    flex-basis: 100%;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
    text-align: start;
  }
  [part~='card'].floats {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 1;
    margin: 0;
    inline-size: max-content;
    max-inline-size: min(22em, 100vw - 1em);
    color: inherit;
    background: var(--_back);
    box-shadow: 0 0.5em 2em rgb(0 0 0 / 0.25);
  }
  .who,
  .person {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .who [part~='chip'] {
    min-inline-size: 0;
  }
  .person {
    gap: 0.75em;
  }
  [part~='card'] .person [part~='face'] {
    inline-size: 3.5em;
  }
  :host {
    --_back: var(--myo-surface-color, Canvas);
  }
  @supports (color: oklch(from currentcolor l c h)) {
    :host {
      --_back: var(--myo-surface-color, oklch(from currentcolor clamp(0.2, (0.6 - l) * 100, 1) 0 0));
    }
  }
  @media (forced-colors: active) {
    [part~='card'] { background: Canvas; }
  }
`);
