import { css } from 'lit';

/**
 * Few tokens, everything else derived. The ink is the page's own colour; an accent that nobody set takes its lightness
 * from that ink, so a dark page needs nothing. A custom property keeps the word `currentcolor` until it is used, so
 * whatever stands on the accent sets `-webkit-text-fill-color` and leaves `color` alone.
 */
export const tokens = css`
  :host {
    --_ink: currentcolor;
    --_accent: var(--myo-accent-color, #0b6b63);
    --_on-accent: var(--myo-accent-contrast-color, #fff);
    --_surface: var(--myo-surface-color, transparent);
    --_danger: var(--myo-danger-color, #a3271f);
    --_caution: var(--myo-caution-color, #b26a00);
    --_soft: color-mix(in srgb, var(--_accent) 9%, var(--_surface));
    --_line: var(--myo-border-color, color-mix(in srgb, currentcolor 18%, transparent));
    --_control-line: var(--myo-control-border-color, color-mix(in srgb, currentcolor 55%, transparent));
    --_quiet: var(--myo-quiet-color, color-mix(in srgb, currentcolor 74%, transparent));
    --_radius: var(--myo-control-border-radius, 0.75em);
    --_gap: var(--myo-gap, 0.75em);
    --_target: var(--myo-target-size, max(2.75em, 44px));
    --_motion: var(--myo-motion-duration, 150ms);
  }
  @supports (color: oklch(from currentcolor l c h)) {
    :host {
      --_accent: var(--myo-accent-color, oklch(from currentcolor clamp(0.47, (l - 0.55) * 100, 0.8) 0.09 185));
      --_on-accent: var(--myo-accent-contrast-color, oklch(from var(--_accent) clamp(0.16, (0.63 - l) * 100, 1) 0 0));
      --_danger: var(--myo-danger-color, oklch(from currentcolor clamp(0.47, (l - 0.55) * 100, 0.8) 0.16 27));
      --_caution: var(--myo-caution-color, oklch(from currentcolor clamp(0.53, (l - 0.55) * 100, 0.84) 0.13 70));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;

/** What a page's reset must not take away, and how text stands. */
export const base = css`
  :host {
    display: block !important;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    container-type: inline-size;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  legend {
    margin-block-end: 0.375em;
  }
  [part~='heading'] {
    font-size: 1.375em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  [part~='subheading'] {
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--_quiet);
  }
  [part~='hint'],
  small {
    font-size: 0.875em;
    color: var(--_quiet);
    text-wrap: pretty;
  }
  .stack {
    display: grid;
    gap: calc(var(--_gap) * 2);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .close {
    display: grid;
    gap: 0.375em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Things to press and things to fill in. Native controls throughout; only their looks are ours. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  [part~='button'],
  [part~='chip'] {
    min-block-size: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    font-weight: 550;
    text-decoration: none;
    display: inline-grid;
    place-items: center;
    font-variant-numeric: tabular-nums;
    transition: background-color var(--_motion);
  }
  [part~='chip'] {
    border-radius: 2em;
    font-weight: inherit;
  }
  [part~='button']:hover,
  [part~='chip']:hover {
    background: var(--_soft);
  }
  [part~='primary'],
  [part~='primary']:hover,
  [part~='chip'][part~='selected'],
  [part~='chip'][part~='selected']:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
    font-weight: 650;
  }
  [part~='primary'] {
    min-block-size: max(3em, 48px);
    padding-inline: 1.5em;
  }
  [part~='link'] {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  [part~='field'] {
    display: grid;
    gap: 0.25em;
  }
  [part~='label'] {
    font-weight: 550;
  }
  [part~='input'] {
    min-block-size: var(--_target);
    inline-size: 100%;
    padding: 0.25em 0.75em;
    background: var(--_surface);
    border: 1px solid var(--_control-line);
    border-radius: calc(var(--_radius) * 0.67);
  }
  [part~='input'][aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  .date {
    display: grid;
    grid-template-columns: 1fr 1fr 1.5fr;
    gap: 0.5em;
    max-inline-size: 20em;
  }
  .date [part~='label'] {
    font-size: 0.875em;
    font-weight: inherit;
    color: var(--_quiet);
  }
  [part~='error'] {
    color: var(--_danger);
    font-weight: 550;
    font-size: 0.9375em;
  }
  [part~='note'] {
    display: grid;
    gap: 0.25em;
    padding: 1em;
    border-radius: var(--_radius);
    border-inline-start: 0.25em solid var(--_caution);
    background: color-mix(in srgb, var(--_caution) 10%, var(--_surface));
  }
  [part~='note'][part~='calm'] {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  [part~='urgent'] {
    min-block-size: 3.25em;
    display: grid;
    place-items: center;
    padding: 0.5em 1em;
    border-radius: var(--_radius);
    background: var(--_danger);
    -webkit-text-fill-color: oklch(from var(--_danger) clamp(0.16, (0.63 - l) * 100, 1) 0 0);
    font-weight: 650;
    font-size: 1.125em;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    [part~='primary'],
    [part~='urgent'],
    [part~='selected'] {
      forced-color-adjust: none;
      background: SelectedItem !important;
      color: SelectedItemText;
      -webkit-text-fill-color: SelectedItemText !important;
    }
  }
`;
