import { html } from 'lit';

interface ChipRadio {
  readonly name: string;
  readonly label: unknown;
  readonly picked: boolean;
  readonly pick: () => void;
}

/** One of several short choices in a row. */
export const chipRadio = ({ name, label, picked, pick }: ChipRadio) => html`
  <label part="chip ${picked ? 'selected' : ''}">
    <input class="unseen" type="radio" name=${name} ?checked=${picked} @change=${pick} />
    ${label}
  </label>
`;
