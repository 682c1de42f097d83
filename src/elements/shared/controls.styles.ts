import { css } from 'lit';

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
    background: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  /* Drawn here: a dark page without a color-scheme gets native ones filled with white, which look picked. */
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  [type='radio'],
  [type='checkbox']:not(:checked) {
    appearance: none;
    border: 2px solid var(--_control-line);
    border-radius: 0.25em;
  }
  [type='radio'] {
    border-radius: 50%;
  }
  [type='radio']:checked {
    border: 0.375em solid var(--_accent);
  }
  [part~='answer'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.4em 0.9em;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    cursor: pointer;
    position: relative;
  }
  [part~='answer']:hover {
    background: var(--_soft);
  }
  [part~='selected'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_soft);
  }
  [part~='answer'][part~='selected'] {
    font-weight: 550;
  }
  [part~='answer']:has(:focus-visible),
  [part~='chip']:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  [part~='answer'] :focus-visible {
    outline: none;
  }
  [part~='button'],
  [part~='chip'] {
    min-block-size: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
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
    text-decoration: underline;
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  [part~='field'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    gap: 0.375em;
  }
  .start {
    justify-self: start;
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
  [part~='date'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(4em, 1fr));
    gap: 0.5em;
    max-inline-size: 20em;
  }
  [part~='date'] [part~='label'] {
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
    [part~='selected']:not([part~='service']) {
      forced-color-adjust: none;
      background: SelectedItem !important;
      color: SelectedItemText;
      -webkit-text-fill-color: SelectedItemText !important;
    }
  }
`;
