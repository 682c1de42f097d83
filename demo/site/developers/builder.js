/** Makes the snippet to paste, beside the real booking that it brings. */
import { contrast, inkOn, mended, mendedInk, smallPrint } from './contrast.js';
import { copies, files, make } from './dom.js';
import { snippets } from './snippets.js';

const form = document.getElementById('choices');
const [preview, snippet, where, kinds, services, warning, mend, failed] = [
  'preview',
  'snippet',
  'where',
  'kinds',
  'services',
  'warning',
  'mend',
  'failed',
].map((id) => document.getElementById(id));
const pinned = await fetch(new URL('integrity.json', files)).then((answer) => answer.json());
const file = Object.keys(pinned).find((name) => name.endsWith('/myo.js'));
let kind = 'HTML';
/** The clinic's own data, for its treatments and its number. */
let clinic;

/** What is chosen, as attributes of the tag. */
function settings() {
  const given = new FormData(form);
  const all = {
    endpoint: String(given.get('endpoint')).trim(),
    lang: given.get('lang'),
    mode: given.get('mode'),
    services: given.getAll('service').join(' '),
    source: String(given.get('source')).trim(),
    'time-first': given.has('time-first'),
    isolate: given.has('isolate'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** The colours that are chosen, as tokens; ink and surface belong together. */
function tokens() {
  const given = new FormData(form);
  if (!given.has('own-colours')) return {};
  const [accent, surface, ink] = ['accent', 'surface', 'ink'].map((name) => given.get(name));
  return {
    color: ink,
    '--myo-surface-color': surface,
    '--myo-accent-color': accent,
    '--myo-accent-contrast-color': inkOn(accent),
    '--myo-control-border-radius': given.get('radius'),
  };
}

/** What cannot be read, in words, and the colours that can. */
function judged() {
  const { color: ink, '--myo-surface-color': surface, '--myo-accent-color': accent } = tokens();
  if (!ink) return [];
  const ratio = (one, other) => Math.floor(contrast(one, other) * 10) / 10;
  const found = [];
  if (smallPrint(ink, surface) < 5)
    found.push({
      name: 'ink',
      words: `The ink on the surface has ${ratio(ink, surface)} to 1, too little for small print.`,
      better: mendedInk(ink, surface),
    });
  if (contrast(accent, surface) < 4.5)
    found.push({
      name: 'accent',
      words: `The accent on the surface has ${ratio(accent, surface)} to 1; it needs 4.5.`,
      better: mended(accent, [surface]) ?? inkOn(surface),
    });
  return found;
}

function show() {
  const chosen = settings();
  const found = judged();
  warning.hidden = !found.length;
  warning.querySelector('ul').replaceChildren(...found.map(({ words }) => make('li', {}, words)));
  for (const button of kinds.children) button.setAttribute('aria-pressed', String(button.textContent === kind));
  where.textContent = snippets[kind].where;
  const phone = clinic?.clinic.phone;
  snippet.textContent = snippets[kind].write({
    script: new URL(file, files).href,
    integrity: pinned[file],
    settings: chosen,
    tokens: tokens(),
    fallback: phone ? `Call us: <a href="tel:${phone.tel}">${phone.text}</a>` : 'Please call us to book.',
  });
  paint(chosen);
}

/** The preview is the widget itself; a new one only where the choice makes another booking of it. */
function paint(chosen) {
  const key = JSON.stringify(chosen);
  if (preview.dataset.key !== key) {
    preview.dataset.key = key;
    const { mode, ...rest } = chosen;
    const booking = make('myo-booking', { ...rest, ...(mode && { mode }) }, 'Please call us to book.');
    const opener =
      mode === 'popup' ? [make('button', { class: 'tool', 'data-myo-open': true }, 'Book an appointment')] : [];
    preview.replaceChildren(...opener, booking);
  }
  const { style } = preview.querySelector('myo-booking');
  style.cssText = '';
  for (const [name, value] of Object.entries(tokens())) style.setProperty(name, value);
}

/** Reads the clinic's data, so that its treatments can be chosen from. */
async function read() {
  const { endpoint = '' } = settings();
  try {
    const answer = await fetch(`${endpoint.replace(/\/$/, '')}/catalog`);
    clinic = await answer.json();
    failed.hidden = true;
  } catch {
    clinic = undefined;
    failed.hidden = false;
  }
  document
    .getElementById('sources')
    .replaceChildren(...(clinic?.policy?.sources ?? []).map((value) => make('option', { value })));
  services.replaceChildren(
    make('legend', {}, 'Treatments (all, where none is ticked)'),
    ...(clinic?.services ?? []).map(({ id, name, minutes }) =>
      make(
        'label',
        { class: 'inline' },
        make('input', { type: 'checkbox', name: 'service', value: id }),
        `${name}, ${minutes} min`,
      ),
    ),
  );
  show();
}

for (const name of Object.keys(snippets))
  kinds.append(
    make(
      'button',
      {
        class: 'tool',
        type: 'button',
        onclick: () => {
          kind = name;
          show();
        },
      },
      name,
    ),
  );
mend.addEventListener('click', () => {
  for (const { name, better } of judged()) form.elements[name].value = better;
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => void (target.name === 'endpoint' ? read() : show()));
copies(document.getElementById('copy'), snippet);
await read();
