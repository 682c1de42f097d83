import { html, nothing } from 'lit';
import type { Trouble, TroubleKind } from '../../booking/state.ts';
import type { Phone } from '../../contract/values.ts';
import type { Messages } from '../../locales/index.ts';

/** The clinic's number, one tap away. */
export const phoneLink = (phone: Phone) => html`<a part="phone" href="tel:${phone.tel}">${phone.text}</a>`;

interface TroubleWords {
  readonly trouble: Trouble;
  readonly text: Messages;
  readonly phone?: Phone | undefined;
  /** Offered as "try again" where that makes sense. */
  readonly retry?: (() => void) | undefined;
}

/** What went wrong, in the endpoint's words where it has any, and always a way on. */
export function troubleNote({ trouble, text, phone, retry }: TroubleWords) {
  const { heading, text: advice } = text.trouble[trouble.kind as TroubleKind] ?? text.trouble.problem;
  return html`
    <div part="note trouble" role="alert">
      <b>${heading}</b>
      <p>${trouble.detail || advice}</p>
      <div class="row">
        ${retry ? html`<button part="button retry" @click=${retry}>${text.shared.tryAgain}</button>` : nothing}
        ${phone ? html`<a part="button phone" href="tel:${phone.tel}">${text.shared.callUs(phone.text)}</a>` : nothing}
      </div>
    </div>
  `;
}
