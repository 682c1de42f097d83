import { sheetOf } from '../shared/sheet.ts';

export const sheet = sheetOf(`
  :host(:is([mode=popup], [mode=floating])) { display: contents !important; }
  [part~=dialog] {
    container-type: inline-size;
    box-sizing: border-box;
    inline-size: min(62em, 100% - 2em);
    max-inline-size: none;
    max-block-size: calc(100% - 2em);
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--myo-surface-color, Canvas);
    color: var(--myo-dialog-color, CanvasText);
    box-shadow: 0 1em 4em #0006;
    overflow: auto;
    overscroll-behavior: contain;
  }
  [part~=dialog]::backdrop { background: #0008; }
  [part~=dialog] [part~=frame] { border: 0; }
  [part~=dismiss] {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: block;
    margin-inline-start: auto;
    margin-block-end: calc(-1 * var(--_target));
    inline-size: var(--_target);
    block-size: var(--_target);
    border: 0;
    border-radius: 50%;
    background: none;
  }
  [part~=dismiss]:hover { background: var(--_soft); }
  [part~=dialog] [part~=head] { padding-inline-end: calc(var(--_target) + 0.5em); }
  [part~=opener] {
    position: fixed;
    inset-block-end: calc(1em + env(safe-area-inset-bottom));
    inset-inline-end: 1em;
    z-index: 2147483000;
    min-block-size: var(--_target);
    padding: 0.75em 1.5em;
    border: 0;
    border-radius: 3em;
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
    font-weight: 600;
    box-shadow: 0 0.25em 1em #0005;
  }
  [part~=onward] { padding: 1em clamp(0.5em, 4cqi, 2em) 2em; text-align: center; }
  [part~=isolated] { display: block; inline-size: 100%; border: 0; color-scheme: inherit; }
  @media (width < 40em) {
    [part~=dialog] {
      inline-size: 100%;
      block-size: 100%;
      max-block-size: none;
      margin: 0;
      border-radius: 0;
    }
  }
  @media (forced-colors: active) {
    [part~=opener], [part~=dialog] { border: 1px solid ButtonText; }
  }
  @media print {
    [part~=opener], [part~=dismiss], [part~=onward] { display: none; }
  }
`);
