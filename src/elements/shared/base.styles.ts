import { css } from 'lit';

/** What a page's reset must not take away, and how text stands. */
export const base = css`
  :host {
    display: block !important;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(17em, 100vw - 2em);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
    text-underline-offset: 0.2em;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    unicode-bidi: plaintext;
  }
  /* Words of another direction than the page's keep their own order, on the page's side. */
  .rr-block {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  h2,
  h3,
  p,
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
  ol {
    list-style: none;
  }
  legend {
    margin-block-end: 0.375em;
  }
  [part~='heading'] {
    font-family: var(--myo-heading-font-family);
    font-size: var(--myo-heading-font-size, 1.375em);
    line-height: 1.25;
    font-weight: var(--myo-heading-font-weight, 650);
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
    grid-template-columns: minmax(0, 1fr);
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
