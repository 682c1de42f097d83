/** Every element as its doc comments describe it, made from `custom-elements.json` when the page is read. */
import { code, make, readElements, table, words } from './dom.js';
import { bookingWithData, liveOne } from './live.js';

const place = document.getElementById('elements');
const described = ({ description }) => words(description);

for (const {
  tagName,
  description,
  attributes,
  members,
  events,
  slots,
  cssParts,
  cssProperties,
} of await readElements()) {
  const methods = members?.filter(({ kind }) => kind === 'method');
  const properties = members?.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const lists = [
    ['Attributes', attributes, (one) => [code(one.name), described(one)]],
    ['Properties', properties, (one) => [code(one.name), described(one)]],
    ['Methods', methods, (one) => [code(`${one.name}()`), described(one)]],
    ['Events', events, (one) => [code(one.name), described(one)]],
    ['Slots', slots, (one) => [code(one.name || '(default)'), described(one)]],
    ['Parts', cssParts, (one) => [code(one.name), described(one)]],
    ['Tokens', cssProperties, (one) => [code(one.name), described(one)]],
  ];
  place.append(
    make('h2', { id: tagName }, `<${tagName}>`),
    make('p', {}, described({ description })),
    make('div', { 'data-live': tagName }),
    ...lists
      .filter(([, all]) => all?.length)
      .flatMap(([title, all, row]) => [make('h3', {}, title), table([title, 'What it is'], all.map(row))]),
  );
}

/** What an element does is shown once there is something to show. */
const { store } = await bookingWithData();
for (const { tagName, events } of await readElements())
  document.querySelector(`[data-live=${tagName}]`).append(...liveOne(tagName, events, store.state));
