import { doc, tag, type Hostile } from '../support/hostile.ts';

const keys = `
  window.heard = [];
  addEventListener('keydown', event => { if (!event.target.matches('input, textarea')) { heard.push(event.key); if (/^\\w$/.test(event.key)) event.preventDefault() } });
  addEventListener('submit', event => { event.preventDefault(); window.submitted = true });`;

/** Where on the page the booking stands, and what is around it. */
export const places: readonly Hostile[] = [
  {
    name: 'a form, in a turned, clipped and contained box that scrolls, beside hotkeys',
    html: doc(
      `<script>${keys}</script><form action="/elsewhere">
       <div style="transform: translateX(4px) rotate(0.01deg); contain: content; overflow: auto; height: 520px">${tag()}</div><input name="q"></form>`,
    ),
    atPeace: '!window.submitted && location.pathname !== "/elsewhere"',
  },
  {
    name: 'a tab that is closed, in it closed details, in them a box that clips to nothing',
    html: doc(
      `<button onclick="panel.hidden = false">Appointments</button>
       <section id="panel" hidden><details><summary>Book online</summary><button onclick="box.style.height = 'auto'">Show times</button>
       <div id="box" style="height: 0; overflow: hidden; clip-path: inset(0)">${tag()}</div></details></section>`,
    ),
    presses: ['Appointments', 'Book online', 'Show times'],
  },
  {
    name: 'a closed modal with a focus trap',
    html: doc(
      `<button onclick="modal.showModal()">Book now</button><dialog id="modal"><button>First</button>${tag()}</dialog>
       <script>document.addEventListener('focusin', ({ target }) => { if (!modal.contains(target)) modal.querySelector('button').focus() }, true)</script>`,
    ),
    presses: ['Book now'],
  },
  {
    name: 'a link around everything, and keys that are swallowed before anybody hears them',
    html: doc(
      `<script>for (const type of ['keydown', 'keyup', 'keypress']) addEventListener(type, event => { window.swallowed = true; event.stopImmediatePropagation() }, true)</script>
       <a href="/elsewhere"><div>${tag()}</div></a>`,
    ),
    atPeace: 'window.swallowed && location.pathname !== "/elsewhere"',
  },
];
