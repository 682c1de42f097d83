import { css } from 'lit';
import { facts } from './facts.styles.ts';

export const styles = [
  facts,
  css`
    .stack {
      max-inline-size: 32em;
    }
    [part~='change'] {
      padding-inline: 0.5em;
      margin-block: -0.75em;
      font-weight: 400;
      font-size: 0.875em;
    }
    [part~='fact']:has(button) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
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
    }
    @media print {
      button[part] {
        display: none;
      }
    }
  `,
];
