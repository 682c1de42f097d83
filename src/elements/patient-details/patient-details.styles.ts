import { css } from 'lit';

export const styles = css`
  .stack {
    max-inline-size: 32em;
  }
  textarea {
    padding-block: 0.5em;
    resize: vertical;
  }
`;
