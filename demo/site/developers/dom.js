/** A new element with attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A table with a heading for each column; cells are elements or text. */
export function table(columns, rows) {
  const head = make('tr', {}, ...columns.map((name) => make('th', { scope: 'col' }, name)));
  const lines = rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell ?? ''))));
  const whole = make('table', {}, make('thead', {}, head), make('tbody', {}, ...lines));
  return make('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': columns.join(', ') }, whole);
}

export const code = (text) => make('code', {}, text);

/** Words with `code` in them, as doc comments are written. */
export function words(text = '') {
  const pieces = text.split('`').map((piece, index) => (index % 2 ? code(piece) : piece));
  return make('span', {}, ...pieces);
}

/** A button that copies the text of an element, and says so. */
export function copies(button, source) {
  const { textContent: name } = button;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = 'Press Ctrl+C';
    }
    setTimeout(() => (button.textContent = name), 1500);
  });
}

/** Where the tag's files are: beside the one tag, or where a page without it says. */
const known = document.querySelector('script[data-files], script[src$="/myo.js"]');
export const files = new URL('.', known.dataset.files ?? known.src);

/** Every element with what its doc comments say, as `npm run build` has written it down. */
export async function readElements() {
  const response = await fetch(new URL('custom-elements.json', files));
  const { modules } = await response.json();
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}
