import { sheetOf } from '../shared/sheet.ts';

export const sheet = sheetOf(`
  .map {
    direction: ltr;
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    justify-items: center;
    inline-size: 100%;
    max-inline-size: 26em;
    margin-inline: auto;
    gap: 0.5em clamp(0.25em, 3cqi, 1.5em);
    padding-block: 0.25em 0.5em;
    user-select: none;
    -webkit-user-select: none;
  }
  .map figure {
    margin: 0;
    inline-size: 100%;
    max-inline-size: 15em;
    display: grid;
    grid-template-columns: 1fr 1fr;
    text-align: center;
    font-size: 0.8125em;
    line-height: 1.25;
  }
  .map svg {
    grid-area: 1 / 1 / 2 / 3;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .map figcaption {
    grid-column: 1 / 3;
    padding-block-start: 0.5em;
    font-weight: 600;
  }
  .map .side {
    grid-area: 1 / 1;
    inline-size: 4em;
    color: var(--_quiet);
    pointer-events: none;
  }
  .map .side ~ .side {
    grid-column: 2;
    justify-self: end;
  }
  .map [data-area] {
    fill: color-mix(in srgb, var(--_accent) 22%, var(--_surface));
    stroke: color-mix(in srgb, var(--_accent) 60%, var(--_surface));
    stroke-width: 0.75;
    pointer-events: all;
    cursor: pointer;
    touch-action: manipulation;
    transition: fill var(--_motion);
  }
  .map [data-area].picked,
  .map .everywhere [data-area] {
    color: var(--_accent);
    fill: currentcolor;
  }
  .map .still {
    cursor: auto;
    stroke: none;
    fill: color-mix(in srgb, currentcolor 8%, transparent);
  }
  @media (hover: hover) {
    .map [data-area].pointed { fill: color-mix(in srgb, var(--_accent) 45%, var(--_surface)); }
    .map [data-area].pointed.picked { fill: color-mix(in srgb, currentcolor 85%, var(--_surface)); }
  }
  .map .lines,
  .map .tick {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .map .lines {
    stroke: currentcolor;
    stroke-width: 1;
    opacity: 0.4;
  }
  .map .tick {
    color: var(--_on-accent);
    stroke: currentcolor;
    stroke-width: 2.5;
    visibility: hidden;
  }
  .map .tick.picked {
    visibility: visible;
  }
  .map .names {
    grid-column: 1 / -1;
    min-block-size: 1.5em;
    text-align: center;
    font-size: 0.9375em;
    color: var(--_quiet);
  }
  @container (inline-size > 46em) {
    [part~=answers]:has(> .map) {
      max-inline-size: none;
      grid-template-columns: minmax(20em, 25em) repeat(2, minmax(9.5em, 16em));
      align-content: start;
    }
    .map {
      grid-column: 1;
      grid-row: 1 / 12;
      padding-inline-end: 1em;
      align-content: start;
    }
  }
  @media (forced-colors: active) {
    .map [data-area], .map .still { forced-color-adjust: none; fill: Canvas; stroke: CanvasText; stroke-width: 1.5; }
    .map [data-area].pointed { stroke: Highlight; stroke-width: 3; }
    .map [data-area].picked, .map .everywhere [data-area] { fill: Highlight; }
    .map .tick { forced-color-adjust: none; stroke: HighlightText; }
  }
  @media print {
    .map { break-inside: avoid; }
  }
`);
