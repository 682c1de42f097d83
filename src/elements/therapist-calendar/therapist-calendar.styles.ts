import { css } from 'lit';

export const styles = css`
  [part~='firsts'] {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
  }
  [part~='first'] {
    gap: 0 0.75em;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    text-align: start;
  }
  .pair {
    align-items: start;
  }
  [part~='bar'] {
    flex-wrap: nowrap;
    justify-content: space-between;
    text-align: center;
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
  }
  [part~='day'] {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    font-weight: 600;
  }
  [part~='weekday'],
  [part~='free0'] {
    color: var(--_quiet);
    font-weight: 400;
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
  [part~='times'] {
    display: grid;
    gap: var(--_gap);
  }
  [part~='time'] {
    border-radius: var(--_radius);
  }
  [part~='time'] small {
    color: inherit;
  }
  @container (min-width: 34em) {
    [part~='firsts'] {
      grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
    }
    .pair {
      grid-template-columns: minmax(18em, 3fr) minmax(0, 2fr);
    }
  }
`;
