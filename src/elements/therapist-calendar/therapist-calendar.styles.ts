import { css } from 'lit';

export const styles = css`
  .firsts {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
  }
  [part~='first'] {
    gap: 0 0.75em;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    text-align: start;
  }
  [part~='best'] {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  [part~='face'] {
    display: none;
    grid-row: span 2;
    inline-size: 2.5em;
    aspect-ratio: 1;
    border-radius: 50%;
    place-items: center;
    background: var(--_soft);
  }
  [part~='best'] [part~='face'] {
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  .pair {
    align-items: start;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
    text-align: center;
  }
  .bar b {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part~='turn'] {
    inline-size: var(--_target);
    padding: 0;
    border-radius: 50%;
  }
  [part~='month'] {
    inline-size: 100%;
    table-layout: fixed;
    text-align: center;
  }
  td,
  th {
    padding: 0;
  }
  [part~='weekday'] {
    font-size: 0.75em;
    font-weight: 400;
    color: var(--_quiet);
  }
  [part~='day'] {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    font-weight: 600;
  }
  [part~='day']:hover {
    background: var(--_soft);
  }
  [part~='free0'] {
    color: var(--_quiet);
    font-weight: 400;
  }
  [part~='today'] {
    text-decoration: underline;
  }
  [part~='free'] {
    display: block;
    block-size: 1em;
    font-size: 0.75em;
    line-height: 1;
    color: var(--_accent);
  }
  [part~='day'][part~='selected'] {
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  .times {
    display: grid;
    gap: var(--_gap);
  }
  [part~='time'] {
    border-radius: var(--_radius);
    min-inline-size: 5.5em;
  }
  [part~='time'][aria-disabled='true'] {
    text-decoration: line-through;
  }
  [part~='time'] small {
    color: inherit;
  }
  @container (min-width: 34em) {
    .firsts {
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    }
    [part~='first'] {
      grid-template-columns: auto minmax(0, 1fr);
    }
    [part~='face'] {
      display: grid;
    }
    .pair {
      grid-template-columns: minmax(18em, 3fr) minmax(0, 2fr);
    }
  }
  /* No room for seven columns: a list of the days that have something. */
  @container (max-width: 16em) {
    [part~='month'],
    tbody,
    tr,
    td {
      display: block;
    }
    th,
    td:not(:has([aria-disabled='false'])),
    [part~='day'] * {
      display: none;
    }
    [part~='day'] {
      border: 1px solid var(--_line);
      padding-inline: 1em;
      text-align: start;
    }
    [part~='day']::before {
      content: attr(aria-label);
    }
  }
`;
