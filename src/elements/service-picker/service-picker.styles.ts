import { css } from 'lit';

export const styles = css`
  [part~='note'] {
    white-space: pre-line;
  }
  [part~='topics'] {
    display: grid;
    gap: 0.5em;
  }
  .more::after {
    content: '\\25be' / '';
    grid-area: 1 / 2;
    margin-inline-start: 0.5em;
  }
  .more[aria-expanded='true']::after {
    rotate: 180deg;
  }
  .found {
    margin-block-end: -0.75em;
  }
  .found:not(:has(button)) {
    margin-block: -0.5em 0;
  }
  [part~='topics'] [part~='subheading'] {
    margin-block-start: 0.5em;
  }
  [part~='list'] {
    display: grid;
    gap: var(--myo-service-gap, 0.5em);
    grid-template-columns: minmax(0, 1fr);
  }
  [part~='error'] {
    grid-column: 1 / -1;
  }
  [part~='error']:empty {
    display: none;
  }
  @container (min-width: 34em) {
    [part~='list'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* A card that has grown leaves its neighbour as it is. */
    [part~='list']:has(.extra) {
      align-items: start;
    }
  }
  [part~='service'] {
    position: relative;
    display: grid;
    gap: 0.5em;
    align-content: start;
    padding: 1em min(1em, 5cqi);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  [part~='service'][hidden] {
    display: none;
  }
  [part~='service'][part~='selected'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_soft);
  }
  /* The whole card is the label of its radio; what else can be pressed lies above it. */
  [part~='name']::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    cursor: pointer;
  }
  .above {
    position: relative;
    justify-self: start;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    justify-content: space-between;
  }
  [part~='name'],
  .option {
    display: flex;
    gap: 0.6em;
  }
  [part~='name'] {
    flex: 1 1 10em;
    font-weight: 650;
    text-wrap: pretty;
    hyphens: auto;
  }
  [part~='price'] {
    font-variant-numeric: tabular-nums;
  }
  .option {
    min-block-size: var(--_target);
    align-items: center;
    cursor: pointer;
  }
  [part~='name'] span {
    min-inline-size: 0;
  }
  /* Drawn here, since a dark page without a color-scheme gets native ones in white, which look ticked. */
  [part~='name'] input,
  .option input {
    flex: none;
    appearance: none;
    display: grid;
    place-content: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    border: 2px solid var(--_control-line);
    border-radius: 50%;
    cursor: pointer;
  }
  .option input {
    margin-block-start: 0;
  }
  [type='checkbox'][type] {
    border-radius: 0.25em;
  }
  [part~='service'] :checked {
    border-color: var(--_accent);
  }
  :checked::before {
    content: '';
    inline-size: 0.625em;
    block-size: 0.625em;
    border-radius: 50%;
    border: 0.3125em solid var(--_accent);
  }
  [type='checkbox']:checked::before {
    inline-size: 0.4em;
    block-size: 0.7em;
    margin-block-start: -0.15em;
    border-width: 0 0.15em 0.15em 0;
    border-radius: 0;
    rotate: 45deg;
  }
  .extra [part~='subheading'] {
    padding-block-start: 0.5em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    min-block-size: 1.5em;
  }
  .pending {
    inline-size: 11em;
    block-size: 0.75em;
    align-self: center;
    border-radius: 1em;
    background: var(--_soft);
  }
  .close:not(:has(p)),
  .facts:not(:has(bdi)) {
    display: none;
  }
  /* Bold would push the others aside. */
  [part~='chip'][part~='selected'] {
    font-weight: inherit;
  }
  label[part~='chip'] {
    position: relative;
    padding-inline: min(1em, 3.3cqi);
    cursor: pointer;
  }
  [part~='service']:has([part~='name'] :focus-visible),
  label:has(.unseen:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  [part~='name'] :focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    [part~='service'][part~='selected'] {
      forced-color-adjust: auto;
      background: none !important;
      color: inherit;
      -webkit-text-fill-color: currentcolor !important;
      border: 3px solid Highlight;
      margin: -2px;
    }
  }
`;
