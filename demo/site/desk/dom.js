/** Makes an element: whatever is put into it is text, never markup. `false` and `undefined` leave something out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name === 'on') for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name in element && !name.includes('-')) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(2).filter((child) => child || child === 0));
  return element;
}

/** A list of what is called what; what is empty is left out. */
export const facts = (pairs) =>
  make(
    'dl',
    {},
    pairs
      .filter(([, value]) => value && value.length !== 0)
      .map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
  );

/** A link to dial, or to write. */
export const phone = (number) => make('a', { href: `tel:${number.replace(/(?!^\+)\D/g, '')}` }, number);
export const email = (address) => make('a', { href: `mailto:${address}` }, address);

export const empty = (words) => make('p', { className: 'card empty' }, words);
