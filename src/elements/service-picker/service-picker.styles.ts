import { css } from 'lit';

export const styles = css`
  [part~='note'] {
    white-space: pre-line;
  }
  [part~='topics'],
  [part~='list'],
  [part~='service'],
  [part~='extra'] {
    display: grid;
    gap: 0.5em;
    align-content: start;
  }
  [part~='more']::after {
    content: '\\25be' / '';
    grid-area: 1 / 2;
    margin-inline-start: 0.5em;
  }
  [part~='more'][aria-expanded='true']::after {
    rotate: 180deg;
  }
  [part~='list'] {
    gap: var(--myo-service-gap, 0.5em);
    grid-template-columns: minmax(0, 1fr);
  }
  [part~='error'] {
    grid-column: 1 / -1;
  }
  @container (min-width: 34em) {
    [part~='list'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* Beside a card that has grown stand several others. */
    [part~='service']:has([part~='extra']) {
      grid-row: span 2;
    }
    [part~='service']:has([part~='extra'] + [part~='extra']) {
      grid-row: span 3;
    }
  }
  [part~='service'] {
    position: relative;
    padding: 1em min(1em, 5cqi);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  /* The whole card is the label of its radio; what else can be pressed lies above it. */
  [part~='name']::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  [part~='service'] fieldset {
    position: relative;
  }
  label {
    cursor: pointer;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part~='title'],
  [part~='promise'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  [part~='promise'] {
    min-block-size: 1.5em;
  }
  [part~='name'] {
    display: flex;
    gap: 0.6em;
    flex: 1 1 10em;
    font-weight: 650;
    hyphens: auto;
  }
  [part~='name'] input {
    margin-block-start: 0.125em;
  }
  [part~='error']:empty,
  .close:not(:has(p)),
  [part~='promise']:not(:has(bdi)) {
    display: none;
  }
  [part~='chip'] {
    padding-inline: min(1em, 3.3cqi);
  }
  /* Bold would push the others aside. */
  [part~='chip'][part~='selected'] {
    font-weight: inherit;
  }
  [part~='service']:has([part~='name'] :focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  [part~='name'] :focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    [part~='service'][part~='selected'] {
      outline: 2px solid Highlight;
    }
  }
`;
