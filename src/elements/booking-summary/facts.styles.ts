import { css } from 'lit';

/** How the list of what was chosen looks, wherever it stands. */
export const facts = css`
  [part~='facts'] {
    display: grid;
    gap: 0.75em;
  }
  [part~='term'] {
    font-size: 0.8125em;
    color: var(--_quiet);
  }
  [part~='fact'] {
    font-weight: 550;
  }
`;
