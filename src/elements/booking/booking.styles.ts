import { css } from 'lit';

export const styles = css`
  [part~='frame'] {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    overflow: clip;
  }
  [part~='head'],
  [part~='step'],
  [part~='side'] {
    padding: var(--_padding);
  }
  [part~='head'] {
    display: grid;
    gap: 0.75em;
    padding-block-end: 0;
  }
  [part~='step'] {
    display: grid;
    gap: calc(var(--_gap) * 2);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 0.75em;
  }
  [part~='progress'] {
    display: flex;
    gap: 0.25em;
  }
  [part~='mark'] {
    block-size: 0.25em;
    flex: 1;
    border-radius: 1em;
    background: var(--_line);
    transition: background-color var(--_motion);
  }
  [part~='mark'][part~='done'] {
    background: var(--_accent);
  }
  [part~='side'] {
    background: var(--_soft);
    display: grid;
    gap: var(--_gap);
    align-content: start;
  }
  [part~='layout'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 46em) {
    [part~='layout']:has([part~='side']) {
      grid-template-columns: minmax(0, 1fr) 18em;
    }
  }
  @container not (min-width: 46em) {
    [part~='side'] {
      order: -1;
      margin-block-start: 1em;
      padding-block: 0.6em;
      gap: 0.25em;
      font-size: 0.875em;
    }
    [part~='side'] [part~='facts'] {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
    }
    [part~='side'] :is([part~='subheading'], [part~='term'], [part~='row']:nth-child(n + 4)) {
      display: none;
    }
    [part~='foot'] [part~='primary'] {
      flex-grow: 1;
    }
  }
  [part~='foot'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    padding: var(--_gap) var(--_padding);
    border-block-start: 1px solid var(--_line);
  }
  [part~='kept'] [part~='link'] {
    min-block-size: 0;
    padding-block: 0.25em;
  }
  @media (forced-colors: active) {
    [part~='mark'] {
      background: GrayText;
    }
    [part~='mark'][part~='done'] {
      background: Highlight;
    }
  }
  @media print {
    [part~='foot'],
    [part~='head'] {
      display: none;
    }
    [part~='frame'] {
      border: 0;
    }
  }
`;
