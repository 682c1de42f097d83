/**
 * "Ask us to call you", wherever a call comes before a booking: a name, a phone, a good time, and none of the answers. It
 * comes in a file of its own, and writes with the `html` that is handed in, so that no second Lit comes onto the page.
 */
import type { html } from 'lit';
import type { BookingState } from '../../booking/state.ts';
import { askForACall } from '../../endpoint/ask-for-a-call.ts';
import { StableKey } from '../../endpoint/wire.ts';
import { bookingAround, endpointAround } from '../shared/booking-around.ts';
import type { MyoElement } from '../shared/myo-element.ts';
import { fields, requestOf, wrongIn, type Field, type Wish } from './wish.ts';
import { wordsFor } from './words.ts';

const wishes = new WeakMap<MyoElement, Wish>();
const keys = new WeakMap<MyoElement, StableKey>();

const kinds: Readonly<
  Record<Field, { readonly type: string; readonly autocomplete: string; readonly longest: number }>
> = {
  name: { type: 'text', autocomplete: 'name', longest: 200 },
  phone: { type: 'tel', autocomplete: 'tel', longest: 40 },
  when: { type: 'text', autocomplete: 'off', longest: 200 },
};

/** The form behind its button; nothing where the clinic calls nobody back, or the protocol is the page's own. */
export function callBack(write: typeof html, host: MyoElement) {
  const state = bookingAround(host)?.state;
  if (!endpointAround(host) || !state?.catalog.value?.supports.includes('callbacks')) return '';
  const words = wordsFor(host.text.tag);
  const wish = wishes.get(host) ?? begun(state);
  if (wish.at === 'sent') {
    const { name, phone } = requestOf(wish);
    return write`<p part="note calm" role="status" id="call-back" tabindex="-1">${words.sent(name, phone)}</p>`;
  }
  if (wish.at === 'closed')
    return write`
      <div class="row">
        <button part="button" aria-expanded="false" @click=${() => open(host, wish)}>${words.open}</button>
      </div>
    `;
  return write`
    <form class="stack" part="call-back" aria-label=${words.open} novalidate @submit=${(event: Event) => send(event, host, wish)}>
      <p part="hint">${words.only}</p>
      ${fields.map((field) => one(write, host, wish, field))}
      <div class="row"><button part="button primary">${wish.at === 'sending' ? words.sending : words.send}</button></div>
      <p part="error" role="alert">${wish.at === 'failed' ? words.failed : ''}</p>
    </form>
  `;
}

function one(write: typeof html, host: MyoElement, wish: Wish, field: Field) {
  const words = wordsFor(host.text.tag);
  const { type, autocomplete, longest } = kinds[field];
  const error = wish.wrong.includes(field) ? (field === 'name' ? words.noName : words.noPhone) : '';
  const id = `call-${field}`;
  return write`
    <div part="field">
      <label part="label" for=${id}>${words[field]}</label>
      ${error && write`<span part="error" id="${id}-error">${error}</span>`}
      <input
        part="input"
        id=${id}
        type=${type}
        autocomplete=${autocomplete}
        maxlength=${longest}
        aria-describedby="${id}-error"
        aria-invalid=${error !== ''}
        .value=${wish.typed[field]}
        @input=${(event: Event) => typing(host, wish, field, event)}
      />
    </div>
  `;
}

/** Whoever has typed their name and phone already need not do so again. */
function begun({ details: { name, phone } }: BookingState): Wish {
  return { typed: { name, phone, when: '' }, at: 'closed', wrong: [] };
}

function open(host: MyoElement, wish: Wish) {
  become(host, { ...wish, at: 'open' });
  void focus(host, '#call-name');
}

/** Typing draws nothing anew, so that nothing moves under the patient's hand. */
function typing(host: MyoElement, wish: Wish, field: Field, { target }: Event) {
  const { typed } = wishes.get(host) ?? wish;
  wishes.set(host, { ...wish, typed: { ...typed, [field]: (target as HTMLInputElement).value } });
}

async function send(event: Event, host: MyoElement, before: Wish) {
  event.preventDefault();
  const wish = wishes.get(host) ?? before;
  if (wish.at === 'sending') return;
  const wrong = wrongIn(wish);
  if (wrong[0]) {
    become(host, { ...wish, at: 'open', wrong });
    return void focus(host, `#call-${wrong[0]}`);
  }
  become(host, { ...wish, at: 'sending', wrong });
  const request = requestOf(wish);
  const key = keys.get(host) ?? new StableKey();
  keys.set(host, key);
  const asked = { url: endpointAround(host), language: host.text.tag, request, key: key.for(request) };
  const at = await askForACall(asked).then(
    () => 'sent' as const,
    () => 'failed' as const,
  );
  become(host, { ...wishes.get(host)!, at });
  if (at === 'sent') void focus(host, '#call-back');
}

async function focus(host: MyoElement, selector: string) {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

function become(host: MyoElement, wish: Wish) {
  wishes.set(host, wish);
  host.requestUpdate();
}
