import { css } from 'lit';
import { facts } from './facts.styles.ts';

export const styles = [
  facts,
  css`
    .stack {
      max-inline-size: 36em;
    }
    [part~='change'] {
      min-block-size: 0;
      padding: 0.25em 0.5em;
      font-weight: 400;
      font-size: 0.875em;
    }
    [part~='consent'] {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0.75em;
      align-items: start;
      padding-block: 0.6em;
      cursor: pointer;
    }
    [part~='primary'] {
      justify-self: start;
    }
    [part~='tick'] {
      inline-size: 3.5em;
      block-size: 3.5em;
      padding: 0.9em;
      border-radius: 50%;
      background: var(--_soft);
      fill: none;
      stroke: var(--_accent);
      stroke-width: 2.5;
    }
    [part~='reference'] {
      font-size: 1.75em;
      font-weight: 650;
      letter-spacing: 0.08em;
      font-variant-numeric: tabular-nums;
    }
    @media print {
      button {
        display: none;
      }
    }
  `,
];
